import { groupBy } from '../kernel/index.ts';
import {
  documentError,
  isRule,
  type Judgement,
  type JudgingReport,
  type KnownJudgement,
  type Store,
  storeError,
} from '../store/index.ts';
import { openQuestions } from './join-same.ts';

/** A judgement of a person that waits for another person; until then it joins and parts nothing. */
export interface SameProposal extends KnownJudgement {
  readonly proposes: 'same' | 'different';
}

/** Two source records of which a rule is unsure, or about which a person has proposed something. */
export interface SameQuestion {
  readonly left: string;
  readonly right: string;
  /** The strength of the case; 0 where no rule gives one. */
  readonly points: number;
  /** Of the rule that is unsure. */
  readonly judgement: KnownJudgement | null;
  readonly proposals: readonly SameProposal[];
}

/** The questions to persons: what waits for a second one first, then the strongest case first. */
export async function sameQuestions(store: Store): Promise<readonly SameQuestion[]> {
  const proposals = groupBy((await store.judgements()).flatMap(proposalOf), pairOf);
  const open = groupBy(
    (await openQuestions(store)).filter(({ judgement }) => proposalOf(judgement).length === 0),
    ({ judgement }) => pairOf(judgement),
  );
  const pairs = new Set([...proposals.keys(), ...open.keys()]);
  return [...pairs].map((pair) => {
    const question = open.get(pair)?.[0] ?? null;
    const proposed = proposals.get(pair) ?? [];
    const [left = '', right = ''] = pair.split('\n');
    return {
      left: question?.judgement.left ?? proposed[0]?.left ?? left,
      right: question?.judgement.right ?? proposed[0]?.right ?? right,
      points: question?.points ?? 0,
      judgement: question?.judgement ?? null,
      proposals: proposed,
    };
  });
}

/** How a person judges. */
export interface Judging {
  readonly by: string;
  readonly now: () => Date;
  /** Whether it stands only when another person agrees. */
  readonly fourEyes: boolean;
}

/**
 * Judges whether two source records are the same thing: at once, or as a proposal that waits for another person. What
 * stands between the two stays until then. Throws `ENT_NOT_FOUND` for a record that is not held.
 */
export async function judgePair(
  store: Store,
  { left, right, verdict, why }: Pick<Judgement, 'left' | 'right' | 'verdict'> & { readonly why: string },
  { by, now, fourEyes }: Judging,
): Promise<JudgingReport & { readonly proposed: boolean }> {
  for (const key of [left, right])
    if ((await store.resolve(key)) === null) throw storeError('ENT_NOT_FOUND', { what: key });
  const at = now().toISOString();
  const evidence = { why };
  if (!fourEyes || verdict === 'unsure')
    return { ...(await store.judgeSame([{ left, right, verdict, by, evidence }], at)), proposed: false };
  const mine = (await store.judgements()).filter(
    (one) => one.by === by && one.verdict === 'unsure' && pairOf(one) === pairOf({ left, right }),
  );
  for (const { id } of mine) await store.withdrawJudgement(id, { by, why: 'proposed again', now: at });
  const proposal = {
    left,
    right,
    verdict: 'unsure',
    by,
    evidence: { ...evidence, proposes: verdict },
  } as const;
  return { ...(await store.judgeSame([proposal], at)), proposed: true };
}

/**
 * Agrees to what another person proposed: it takes effect, and says who proposed it. Throws `ENT_NOT_FOUND` when there
 * is no such proposal, `ENT_REVIEW_SAME_PERSON` when it is the asker's own.
 */
export async function approveJudgement(
  store: Store,
  id: number,
  { by, why, now }: { readonly by: string; readonly why: string; readonly now: () => Date },
): Promise<JudgingReport & { readonly proposed: boolean }> {
  const [found] = (await store.judgements()).flatMap(proposalOf).filter((one) => one.id === id);
  if (found === undefined) throw storeError('ENT_NOT_FOUND', { what: `proposed judgement ${id}` });
  if (found.by === by) throw documentError('ENT_REVIEW_SAME_PERSON', { by });
  const { left, right, proposes, evidence } = found;
  const agreed = { why: evidence.why ?? '', proposedBy: found.by, agreed: why };
  const report = await store.judgeSame(
    [{ left, right, verdict: proposes, by, evidence: agreed }],
    now().toISOString(),
  );
  return { ...report, proposed: false };
}

function proposalOf(judgement: KnownJudgement): readonly SameProposal[] {
  const { proposes } = judgement.evidence;
  if (isRule(judgement.by) || (proposes !== 'same' && proposes !== 'different')) return [];
  return [{ ...judgement, proposes }];
}

function pairOf({ left, right }: Pick<Judgement, 'left' | 'right'>): string {
  return left < right ? `${left}\n${right}` : `${right}\n${left}`;
}
