import type { FastifyInstance } from 'fastify';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { LiveRecord } from '../live/live-record.ts';

/** Seconds: from a cached answer to one that waits for an index. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/** The server's figures, in Prometheus' text format at `/metrics`; docs/reference/metrics.md says what each is. */
export class Metrics {
  readonly registry = new Registry();
  readonly #requests = new Histogram({
    name: 'entente_request_seconds',
    help: 'Time to answer, by route pattern, method and status.',
    labelNames: ['route', 'method', 'status'],
    buckets: BUCKETS,
    registers: [this.registry],
  });
  readonly #inHand = new Gauge({
    name: 'entente_requests_in_hand',
    help: 'Requests that are being answered.',
    registers: [this.registry],
  });
  readonly #editions = new Counter({
    name: 'entente_editions_total',
    help: 'States of the record that answers were given from since the start.',
    registers: [this.registry],
  });
  readonly #editionSeconds = new Gauge({
    name: 'entente_edition_build_seconds',
    help: 'Time that the newest edition took to be made or read.',
    registers: [this.registry],
  });
  readonly #refreshFailures = new Counter({
    name: 'entente_refresh_failures_total',
    help: 'Looks at the store that failed; answers then go on from the edition before.',
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry, prefix: 'entente_' });
  }

  /** Counts a new edition. */
  edition(buildMs: number): void {
    this.#editions.inc();
    this.#editionSeconds.set(buildMs / 1000);
  }

  /** Counts a look at the store that failed. */
  refreshFailed(): void {
    this.#refreshFailures.inc();
  }

  /** Times every answer, tells when each list was last observed, and serves the figures. */
  serve(app: FastifyInstance, record: LiveRecord): void {
    new Gauge({
      name: 'entente_list_observed_seconds',
      help: 'When a list was last observed, in seconds since 1970.',
      labelNames: ['list'],
      registers: [this.registry],
      collect() {
        if (!record.ready) return;
        for (const { id, snapshots } of record.edition.lists) {
          const newest = snapshots.filter(({ state }) => state === 'accepted').at(-1);
          if (newest !== undefined) this.set({ list: id }, Date.parse(newest.observed) / 1000);
        }
      },
    });
    app.addHook('onRequest', (_request, _reply, done) => {
      this.#inHand.inc();
      done();
    });
    app.addHook('onResponse', (request, reply, done) => {
      this.#inHand.dec();
      const route = request.routeOptions.url ?? '(none)';
      this.#requests.observe(
        { route, method: request.method, status: reply.statusCode },
        reply.elapsedTime / 1000,
      );
      done();
    });
    app.get('/metrics', { config: { action: 'metrics' } }, async (_request, reply) =>
      reply.type(this.registry.contentType).send(await this.registry.metrics()),
    );
  }
}
