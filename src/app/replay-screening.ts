import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RULES_VERSION } from '../names/index.ts';
import { type ScreenAnswer, Screener } from '../screening/index.ts';
import { type AuditEntry, auditError, type Store } from '../store/index.ts';
import { askedScreening, type ScreeningQuestion, screeningResult } from './screening-entry.ts';

/** What asking a past screening again gave. */
export interface Replay {
  readonly id: string;
  readonly at: string;
  /**
   * - `same` the same bytes
   * - `different` other bytes: the record, or the program, was altered in a way it does not know of
   * - `other-rules` this version matches by other rules, so that nothing can be compared; `answer` is by these
   */
  readonly outcome: 'same' | 'different' | 'other-rules';
  readonly rules: { readonly before: string; readonly now: string };
  /** Whether the record had to be taken back, in a copy, to what it rested on then. */
  readonly rewound: boolean;
  readonly sha256: { readonly before: string; readonly now: string };
  readonly question: ScreeningQuestion;
  readonly answer: ScreenAnswer;
}

/**
 * Asks a past screening again, of the record as it was: what was loaded, decided and judged since is undone in a
 * copy that is thrown away. Throws `ENT_AUDIT_NOT_A_SCREENING` for an entry of anything else.
 */
export async function replayScreening(store: Store, entry: AuditEntry): Promise<Replay> {
  const { id, at, action, basis, result } = entry;
  const question = askedScreening(entry.asked);
  if (question === null || basis === null || result === null)
    throw auditError('ENT_AUDIT_NOT_A_SCREENING', { id, action });
  const rewound = (await store.stamp()) !== basis.record.stamp;
  const answer = rewound
    ? await inCopy((path) => store.rewoundTo(basis.record, path), question)
    : await ask(store, question);
  const now = screeningResult(answer).sha256;
  const same = now === result.sha256;
  return {
    id,
    at,
    outcome: same ? 'same' : basis.rules === RULES_VERSION ? 'different' : 'other-rules',
    rules: { before: basis.rules, now: RULES_VERSION },
    rewound,
    sha256: { before: result.sha256, now },
    question,
    answer,
  };
}

async function inCopy(
  open: (path: string) => Promise<Store>,
  question: ScreeningQuestion,
): Promise<ScreenAnswer> {
  const folder = await mkdtemp(join(tmpdir(), 'entente-replay-'));
  try {
    const copy = await open(join(folder, 'record.db'));
    try {
      return await ask(copy, question);
    } finally {
      await copy.close();
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function ask(store: Store, { query, options, scope }: ScreeningQuestion): Promise<ScreenAnswer> {
  return (await Screener.over(store, scope)).screen(query, options);
}
