import {
  judgeByKeys,
  KEY_PROPERTIES,
  OFAC_UID_RULE,
  PROPERTIES_COMPARED,
  profileOf,
  proposeSame,
  SAME_AS_RULES,
  sharingKeys,
  UN_REFERENCE_RULE,
} from '../identity/index.ts';
import { formatSourceKey, RECORD_LIST_ID } from '../kernel/index.ts';
import { WordBook } from '../names/index.ts';
import type { Judgement, JudgingReport, KnownJudgement, Store } from '../store/index.ts';

/** What a run of the same-as rules did. */
export interface SameAsReport extends JudgingReport {
  /** Source records looked at. */
  readonly records: number;
  /** By rule: what it says now. */
  readonly rules: Readonly<Record<string, { readonly same: number; readonly unsure: number }>>;
}

/** Distinct words of all lists together are fewer than this, so that each is worked out once. */
const WORDS_KEPT = 400_000;

/**
 * Lets the same-as rules judge all source records afresh: new judgements are added, those that no longer hold are
 * withdrawn, what persons and citations have settled stands.
 */
export async function joinSame(store: Store, now: () => Date): Promise<SameAsReport> {
  const book = new WordBook(WORDS_KEPT);
  const records = (await store.sayings(PROPERTIES_COMPARED)).filter(
    ({ list, reference }) => list !== RECORD_LIST_ID || !reference.includes('/'),
  );
  const standing = (await store.judgements()).filter(({ by }) => !SAME_AS_RULES.includes(by));
  const pairs = (verdict: Judgement['verdict']) =>
    standing.filter((one) => one.verdict === verdict).map(pairOf);
  const judgements = proposeSame(
    records.map((record) => profileOf(record, book)),
    { same: pairs('same'), different: pairs('different') },
  );
  const report = await store.judgeSame(judgements, now().toISOString(), SAME_AS_RULES);
  const count = (rule: string, verdict: Judgement['verdict']) =>
    judgements.filter((one) => one.by === rule && one.verdict === verdict).length;
  const rules = SAME_AS_RULES.map((rule) => [
    rule,
    { same: count(rule, 'same'), unsure: count(rule, 'unsure') },
  ]);
  return { ...report, records: records.length, rules: Object.fromEntries(rules) };
}

/**
 * What is run after each load: the rules that go by publishers' keys, which cost little. Names and facts are looked
 * at by {@link joinSame}, once after all lists of an update and on demand.
 */
export async function joinByKeys(store: Store, now: () => Date): Promise<JudgingReport> {
  const sharing = sharingKeys(await store.sayings(KEY_PROPERTIES));
  const records = sharing.size === 0 ? [] : await store.sayings([...KEY_PROPERTIES, 'name']);
  const book = new WordBook(WORDS_KEPT);
  const profiles = records
    .filter(({ list, reference }) => sharing.has(formatSourceKey({ list, reference })))
    .map((record) => profileOf(record, book));
  return store.judgeSame(judgeByKeys(profiles), now().toISOString(), [UN_REFERENCE_RULE, OFAC_UID_RULE]);
}

/** A claim of the starter record stands for the group whose claim it is. */
function pairOf({ left, right }: KnownJudgement) {
  const group = (key: string) => (key.startsWith(`${RECORD_LIST_ID}:`) ? (key.split('/')[0] ?? key) : key);
  return { left: group(left), right: group(right) };
}

/** A question to a person: two records that may be the same, with the strength of the case and where it stands. */
export interface OpenQuestion {
  readonly judgement: KnownJudgement;
  /** What the rule gave it; 0 where the rule gives none. */
  readonly points: number;
}

/**
 * The pairs that a rule is unsure of and no person has judged, the strongest case first. A pair whose entities
 * are joined by now is no question any more.
 */
export async function openQuestions(store: Store): Promise<readonly OpenQuestion[]> {
  const standing = await store.judgements();
  const settled = new Set(
    standing
      .filter(({ verdict }) => verdict !== 'unsure')
      .flatMap(({ left, right }) => [`${left}\n${right}`, `${right}\n${left}`]),
  );
  const entities = new Map((await store.keys()).map(({ key, entity }) => [key, entity]));
  return standing
    .filter(
      ({ verdict, left, right }) =>
        verdict === 'unsure' &&
        !settled.has(`${left}\n${right}`) &&
        entities.get(left) !== entities.get(right),
    )
    .map((judgement) => ({ judgement, points: Number(judgement.evidence.points ?? 0) }))
    .sort((a, b) => b.points - a.points || a.judgement.id - b.judgement.id);
}
