import type { FastifyInstance } from 'fastify';
import { API } from '../../contract/index.ts';
import { clearanceOf } from '../../policy/index.ts';
import { type Account, type Accounts, totpUri } from '../../store/index.ts';
import { serve } from '../operation-route.ts';

/**
 * `/api/v1/accounts` and the keys below: for administrators, what `entente user` and `entente key` do on the machine.
 * A key or a second factor is given once; passwords are never entered in the audit log.
 */
export function accountRoutes(app: FastifyInstance, accounts: Accounts, now: () => Date): void {
  const limits = { config: { auditBody: false } } as const;

  serve(app, API.accounts, async () => ({ accounts: (await accounts.list()).map(publicly) }), limits);

  serve(
    app,
    API.addAccount,
    async ({ body, request }) =>
      publicly(
        await accounts.add({
          ...body,
          clearance: body.clearance,
          password: body.password ?? null,
          by: request.subject.name,
          now: now().toISOString(),
        }),
      ),
    limits,
  );

  serve(
    app,
    API.changeAccount,
    async ({ params, body }) => {
      const { disabled, clearance, roles, password } = body;
      const before = await accounts.get(params.name);
      return publicly(
        await accounts.change(params.name, {
          ...(roles === undefined ? {} : { roles }),
          ...(password === undefined ? {} : { password }),
          ...(clearance === undefined ? {} : { clearance: { ...before.clearance, ...clearance } }),
          ...(disabled === undefined ? {} : { disabledAt: disabled ? now().toISOString() : null }),
        }),
      );
    },
    limits,
  );

  serve(
    app,
    API.newTotp,
    async ({ params, reply }) => {
      reply.header('cache-control', 'no-store');
      const { name } = await accounts.get(params.name);
      return { uri: totpUri(name, await accounts.newTotp(name)) };
    },
    limits,
  );

  serve(app, API.keys, async ({ params }) => ({ keys: await accounts.keys(params.name) }), limits);

  serve(
    app,
    API.addKey,
    async ({ params, body, request, reply }) => {
      reply.header('cache-control', 'no-store');
      const by = request.subject.name;
      const made = await accounts.addKey(params.name, { ...body, by, now: now().toISOString() });
      return { id: made.id, key: made.secret };
    },
    limits,
  );

  serve(app, API.revokeKey, ({ params }) => accounts.revokeKey(params.key, now().toISOString()), limits);
}

function publicly({ clearance, ...account }: Account) {
  return { ...account, clearance: clearanceOf(clearance) };
}
