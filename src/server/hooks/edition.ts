import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Edition } from '../live/edition.ts';
import type { LiveRecord } from '../live/live-record.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The state of the record that this request is answered from, the same from its start to its end. */
    readonly edition: Edition;
  }
}

interface Held {
  readonly edition: Edition;
  readonly release: () => void;
}

/**
 * Gives each request the edition that was current when it first asked for one, and keeps it open until the answer
 * is sent. Throws `ENT_HTTP_NOT_READY` where there is none yet.
 */
export function requestEdition(app: FastifyInstance, record: LiveRecord): void {
  const held = new WeakMap<FastifyRequest, Held>();
  app.decorateRequest('edition', {
    getter(this: FastifyRequest): Edition {
      const known = held.get(this);
      if (known !== undefined) return known.edition;
      const { edition } = record;
      const release = edition.hold();
      held.set(this, { edition, release });
      this.raw.once('close', release);
      return edition;
    },
  });
  app.addHook('onResponse', (request, _reply, done) => {
    held.get(request)?.release();
    done();
  });
}
