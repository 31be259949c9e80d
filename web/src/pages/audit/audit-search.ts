import type { Answered, Asked } from '../../../../src/contract/index.ts';
import type { Operations } from '../../api/addresses.ts';

/** What the address of the page says. */
export interface AuditSearch {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly subject?: string | undefined;
  readonly action?: string | undefined;
  readonly verdict?: string | undefined;
  readonly before?: string | undefined;
  readonly entry?: string | undefined;
}

/** One entry of the log. */
export type AuditEntry = Answered<Operations['audit']>['entries'][number];

/** The question that an address asks of the log. */
export function auditQueryOf({
  from,
  to,
  subject,
  action,
  verdict,
  before,
}: AuditSearch): NonNullable<Asked<Operations['audit']>['query']> {
  return {
    limit: 50,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(subject === undefined ? {} : { subject }),
    ...(action === undefined ? {} : { action }),
    ...(verdict === 'permit' || verdict === 'deny' ? { verdict } : {}),
    ...(before !== undefined && /^\d{1,15}$/.test(before) ? { before: Number(before) } : {}),
  };
}
