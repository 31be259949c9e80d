import { randomBytes } from 'node:crypto';
import { type BulkDecision, type BulkKind, bulkError, type Store } from '../../store/index.ts';
import { approveJudgement, judgePair, type SameQuestion, sameQuestions } from '../same-questions.ts';
import { drawSample } from './sample.ts';

/** What may be decided of each kind. */
export const BULK_VERDICTS = {
  same: ['same', 'different'],
  exception: ['approve', 'reject'],
} as const satisfies Readonly<Record<BulkKind, readonly string[]>>;

/** One decision for many items of one kind. */
export interface ProposedBulk {
  readonly kind: BulkKind;
  readonly verdict: string;
  readonly why: string;
  /** As {@link BulkDecision.items} names them. */
  readonly items: readonly string[];
}

/** Who does it, and when. */
export interface BulkActor {
  readonly by: string;
  readonly now: () => Date;
}

/** More at once nobody could answer for. */
const MOST_ITEMS = 1000;

/** The items that open bulk decisions hold: they wait for a sample, and not for a person each. */
export async function heldInBulk(store: Store, kind: BulkKind): Promise<ReadonlySet<string>> {
  const open = (await store.bulkDecisions.all()).filter((one) => one.kind === kind && one.ended === null);
  return new Set(open.flatMap(({ items }) => items.map(({ item }) => item)));
}

/** How a pair is named as an item. */
export function pairItem({ left, right }: Pick<SameQuestion, 'left' | 'right'>): string {
  return left < right ? `${left}\n${right}` : `${right}\n${left}`;
}

/**
 * Proposes one decision for many waiting items of one kind, exceptions of one reason, and draws the sample. Nothing is
 * decided by it. Throws `ENT_BULK_REFUSED`.
 */
export async function proposeBulk(
  store: Store,
  { kind, verdict, why, items }: ProposedBulk,
  { by, now }: BulkActor,
): Promise<BulkDecision> {
  if (!(BULK_VERDICTS[kind] as readonly string[]).includes(verdict))
    throw refused(`"${verdict}" is none of ${BULK_VERDICTS[kind].join(', ')}`);
  if (why.trim() === '') throw refused('it does not say why');
  const wanted = [...new Set(items)];
  if (wanted.length < 2 || wanted.length > MOST_ITEMS) throw refused(`give 2 to ${MOST_ITEMS} items`);
  const held = await heldInBulk(store, kind);
  const waiting = await waitingOf(store, kind);
  for (const item of wanted) {
    if (held.has(item)) throw refused(`${item.replace('\n', ' ')} is in another bulk decision`);
    if (!waiting.has(item)) throw refused(`${item.replace('\n', ' ')} does not wait for a decision`);
  }
  if (new Set(wanted.map((item) => waiting.get(item)?.reason)).size > 1)
    throw refused('exceptions of several reasons are decided apart');
  const seed = randomBytes(16).toString('hex');
  const sample = drawSample(wanted, seed);
  const id = await store.bulkDecisions.propose({
    kind,
    verdict,
    why: why.trim(),
    seed,
    by,
    at: now().toISOString(),
    items: wanted.map((item) => ({ item, sampled: sample.has(item) })),
  });
  return store.bulkDecisions.get(id);
}

/**
 * One person's decision on one item of the sample, made without knowing what was proposed. The first that differs
 * refuses the whole, and its items wait singly again; when all agree, the decision takes effect in that person's name,
 * on every item that still waits. Asked again after a failure it goes on. Throws `ENT_BULK_UNKNOWN`,
 * `ENT_BULK_SAME_PERSON`, `ENT_BULK_REFUSED`.
 */
export async function answerBulk(
  store: Store,
  id: number,
  { item, verdict, why }: { readonly item: string; readonly verdict: string; readonly why: string },
  actor: BulkActor,
): Promise<BulkDecision> {
  const { by, now } = actor;
  const bulk = await store.bulkDecisions.get(id);
  if (bulk.ended !== null) throw refused(`it was ${bulk.ended.outcome} already`);
  const sampled = bulk.items.filter((one) => one.sampled);
  const asked = sampled.find((one) => one.item === item);
  if (asked === undefined) throw refused('that item is not of the sample');
  if (!(BULK_VERDICTS[bulk.kind] as readonly string[]).includes(verdict))
    throw refused(`"${verdict}" is none of ${BULK_VERDICTS[bulk.kind].join(', ')}`);
  const waiting = await waitingOf(store, bulk.kind);
  const proposers = bulk.items.flatMap((one) => waiting.get(one.item)?.by ?? []);
  if ([bulk.by, ...proposers].includes(by)) throw bulkError('ENT_BULK_SAME_PERSON', { by });
  const other = sampled.find(({ answer }) => answer !== null && answer.by !== by);
  if (other !== undefined) throw refused(`${other.answer?.by} decides this sample`);
  if (asked.answer !== null && asked.answer.verdict !== verdict)
    throw refused('that item is decided already');
  const at = now().toISOString();
  if (asked.answer === null) await store.bulkDecisions.answer(id, item, { verdict, by, at, why });
  const open = sampled.filter((one) => one.answer === null && one.item !== item);
  if (verdict !== bulk.verdict) await store.bulkDecisions.end(id, { outcome: 'refused', by, at, done: 0 });
  else if (open.length === 0) {
    const done = await apply(store, bulk, waiting, actor);
    await store.bulkDecisions.end(id, { outcome: 'applied', by, at, done });
  }
  return store.bulkDecisions.get(id);
}

/** An item that waits for a person: who proposed it, and why it was, where somebody did. */
interface Waiting {
  readonly by: readonly string[];
  readonly reason: string | null;
  readonly question: SameQuestion | null;
}

async function waitingOf(store: Store, kind: BulkKind): Promise<ReadonlyMap<string, Waiting>> {
  if (kind === 'same')
    return new Map(
      (await sameQuestions(store)).map((question) => [
        pairItem(question),
        { by: question.proposals.map(({ by }) => by), reason: null, question },
      ]),
    );
  return new Map(
    (await store.exceptions.all())
      .filter(({ stage }) => stage === 'proposed')
      .map(({ id, proposed, reason }) => [String(id), { by: [proposed.by], reason, question: null }]),
  );
}

/** Gives every item that still waits the verdict; how many took it. */
async function apply(
  store: Store,
  { id, kind, verdict, why, by: proposer, items }: BulkDecision,
  waiting: ReadonlyMap<string, Waiting>,
  { by, now }: BulkActor,
): Promise<number> {
  const words = `bulk decision ${id}, proposed by ${proposer}: ${why}`;
  let done = 0;
  for (const { item } of items) {
    const found = waiting.get(item);
    if (found === undefined) continue;
    if (kind === 'exception')
      await store.exceptions.act(Number(item), verdict === 'approve' ? 'approve' : 'reject', {
        by,
        at: now().toISOString(),
        why: words,
      });
    else if (found.question !== null) await judge(store, found.question, verdict, words, { by, now });
    done += 1;
  }
  return done;
}

async function judge(
  store: Store,
  { left, right, proposals }: SameQuestion,
  verdict: string,
  why: string,
  { by, now }: BulkActor,
): Promise<void> {
  const agreed = proposals.find(({ proposes }) => proposes === verdict);
  if (agreed !== undefined) await approveJudgement(store, agreed.id, { by, why, now });
  else {
    const judged = verdict === 'same' ? 'same' : 'different';
    await judgePair(store, { left, right, verdict: judged, why }, { by, now, fourEyes: false });
  }
}

function refused(why: string) {
  return bulkError('ENT_BULK_REFUSED', { why });
}
