import type { FastifyInstance } from 'fastify';
import type { Audit } from '../../store/index.ts';

/** How long the audit log is kept, and by which clock. */
export interface Retention {
  readonly audit: Audit;
  /** Whole days; 0: for ever. */
  readonly days: number;
  readonly now: () => Date;
}

const DAY_MS = 86_400_000;
/** A machine that slept, or a clock that was set, is noticed within so long. */
const LOOK_MS = 3_600_000;

/**
 * Takes away what the audit log holds longer than it is to, once a day and when the server starts: whole days, with a
 * signed note in their place and an entry that says so. A failure is logged and tried again; nothing is answered
 * otherwise for it.
 */
export function keepAuditFor(app: FastifyInstance, { audit, days, now }: Retention): void {
  if (days === 0) return;
  let doneOn = '';
  const look = async () => {
    const today = now().toISOString().slice(0, 10);
    if (today === doneOn) return;
    try {
      await cutAt(audit, days, now());
      doneOn = today;
    } catch (err) {
      app.log.error({ err }, 'the audit log could not be cut by its retention; it is tried again');
    }
  };
  const timer = setInterval(() => void look(), LOOK_MS);
  timer.unref();
  app.addHook('onReady', look);
  app.addHook('onClose', async () => clearInterval(timer));
}

/** Cuts once, and enters it where anything went. Returns how many entries went. */
export async function cutAt(audit: Audit, days: number, now: Date): Promise<number> {
  const before = new Date(now.getTime() - days * DAY_MS).toISOString().slice(0, 10);
  const at = now.toISOString();
  const why = `ENTENTE_AUDIT_KEEP_DAYS=${days}`;
  const entries = await audit.cut(before, { now: at, why });
  if (entries === 0) return 0;
  await audit.append(
    {
      at,
      subject: { id: 'server', name: 'the server', kind: 'local', key: null },
      channel: 'server',
      action: 'administer',
      verdict: 'permit',
      reasons: [],
      asked: { audit: 'cut', before, why, entries },
      basis: null,
      result: null,
      markings: [],
      request: null,
    },
    { durable: true },
  );
  await audit.checkpoint(at);
  return entries;
}
