import { userInfo } from 'node:os';
import type { AskedBy } from '../app/index.ts';

/** Who asks at this machine, as the audit log has it. */
export function askedHere(): AskedBy {
  return {
    subject: { id: 'local', name: userInfo().username, kind: 'local', key: null },
    channel: 'command-line',
    request: null,
  };
}
