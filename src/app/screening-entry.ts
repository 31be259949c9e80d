import { createHash } from 'node:crypto';
import { RULES_VERSION } from '../names/index.ts';
import {
  type ScreenAnswer,
  type ScreenOptions,
  type ScreenQuery,
  type ScreenScope,
  screenJson,
} from '../screening/index.ts';
import type { AuditBasis, AuditEvent, Json, ListState, RecordState, Store } from '../store/index.ts';

/** A screening as it was asked: the audit log keeps it, and it can be asked again. */
export interface ScreeningQuestion {
  readonly query: ScreenQuery;
  readonly options: ScreenOptions;
  readonly scope: ScreenScope;
}

/** The question as the audit log keeps it. */
export function screeningAsked({ query, options, scope }: ScreeningQuestion): Json {
  const { threshold, limit, weak } = options;
  return JSON.parse(JSON.stringify({ screening: { query, options: { threshold, limit, weak }, scope } }));
}

/** What was asked, with the exceptions that its hits met: what was shown beside the answer that is hashed. */
export function askedWith(asked: Json, answer: ScreenAnswer): Json {
  const exceptions = answer.results.flatMap(({ exception }) =>
    exception === undefined ? [] : [{ id: exception.id, state: exception.state }],
  );
  return exceptions.length === 0 ? asked : { ...(asked as object), exceptions };
}

/** The question in an entry's `asked`; `null` where the entry is about something else. */
export function askedScreening(asked: Json): ScreeningQuestion | null {
  if (asked === null || typeof asked !== 'object' || !('screening' in asked)) return null;
  return asked.screening as unknown as ScreeningQuestion;
}

/** The bytes of an answer: what is hashed, and what replaying must give again. The API sends it with its exceptions. */
export function screeningBytes(answer: ScreenAnswer): string {
  return JSON.stringify(screenJson(answer));
}

/** The answer as the audit log keeps it. */
export function screeningResult(answer: ScreenAnswer): NonNullable<AuditEvent['result']> {
  const sha256 = createHash('sha256').update(screeningBytes(answer)).digest('hex');
  return { sha256, count: answer.results.length };
}

/** What answers rest on, of a store as it stands. */
export async function recordBasis(store: Store): Promise<AuditBasis> {
  return basisOf(RULES_VERSION, await store.lists(), await store.recordState());
}

/**
 * What answers rest on, once for each state of the record: the lists held with their newest snapshots, the
 * matching rules' version, and the state itself.
 */
export function basisOf(rules: string, lists: readonly ListState[], record: RecordState): AuditBasis {
  return {
    rules,
    lists: lists.flatMap(({ id, parts, snapshots }) => {
      const newest = snapshots.filter(({ state }) => state === 'accepted').at(-1);
      if (newest === undefined) return [];
      const records = newest.parts.find(({ part }) => part === parts[0])?.records ?? 0;
      return [{ id, observed: newest.observed, records }];
    }),
    record,
  };
}
