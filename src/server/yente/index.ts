import type { FastifyInstance } from 'fastify';
import type { Serving } from '../serving.ts';
import { yenteScope } from './detail.ts';
import { matchRoute } from './match-route.ts';
import { reconcileRoutes } from './reconcile-routes.ts';
import { searchRoutes } from './search-routes.ts';
import { serviceRoutes } from './service-routes.ts';

/** The routes at the root that yente's clients call. Register in a scope of its own: errors have their own shape. */
export async function yenteRoutes(app: FastifyInstance, serving: Serving): Promise<void> {
  yenteScope(app);
  serviceRoutes(app, serving);
  searchRoutes(app);
  matchRoute(app);
  // Forms are read as forms here alone: elsewhere whatever comes is JSON, as its callers mean it.
  await app.register(reconcileRoutes);
}
