import { tokenize } from '../../text/index.ts';
import { type Gazetteer, type GazetteerEntry, type NameRef, soundWords } from '../gazetteer/gazetteer.ts';
import { wordsOf } from '../gazetteer/words.ts';
import type { Candidate, MentionFlag } from '../reading.ts';
import type { Name } from './names.ts';

/** A name in its surroundings, as far as they decide what it names. */
export interface PlacedName {
  readonly name: Name;
  /** Which sentence of the text it stands in. */
  readonly sentence: number;
  /** Whether its words are official wording that the text quotes or reports. */
  readonly official: boolean;
  /** Countries that its sentence names. */
  readonly countries: ReadonlySet<string>;
  /** Whether words beside it speak of an armed group or a banned body. */
  readonly groupContext: boolean;
  /** Whether words beside it speak of a government ("the Taliban administration"). */
  readonly rulerContext: boolean;
  /** Whether its letters are all capitals and it is one word. */
  readonly letters: boolean;
}

/** What a name was resolved to. */
export interface Resolution {
  readonly entry: GazetteerEntry | null;
  readonly candidates: readonly Candidate[];
  readonly flags: readonly MentionFlag[];
  readonly confidence: number;
  readonly ref: NameRef | null;
}

/** SPEC.md, M9. */
const CONFIDENCE = {
  full: 0.97,
  alias: 0.93,
  acronymIntroduced: 0.93,
  acronym: 0.75,
  label: 0.85,
  spelling: 0.8,
  weakConfirmed: 0.75,
  weakAlone: 0.55,
  byFullerName: 0.6,
  ambiguous: 0.4,
  personName: 0.5,
} as const;

/**
 * Resolves the names of one text together: a short name means what a fuller name in the same text means
 * (SPEC.md, M3 to M6). Names that turn out to be mere words are absent from the answer.
 *
 * `introduced` maps a name's start to the entity whose full name it follows in brackets.
 */
export function resolveNames(
  placed: readonly PlacedName[],
  introduced: ReadonlyMap<number, string>,
  held: Gazetteer,
  datelineCountry: string | null,
): ReadonlyMap<Name, Resolution> {
  const evidence = new Evidence(placed, introduced, held, datelineCountry);
  const out = new Map<Name, Resolution>();
  for (const item of placed) {
    const resolution = resolve(item, evidence);
    if (resolution !== null) out.set(item.name, resolution);
  }
  return out;
}

/** What the text as a whole tells about who is meant. */
class Evidence {
  /** Entities named in full, beyond doubt. */
  readonly sure = new Map<string, PlacedName[]>();
  readonly introducedAt: ReadonlyMap<number, string>;
  readonly introducedEntities: ReadonlySet<string>;
  readonly datelineCountry: string | null;
  readonly #held: Gazetteer;

  constructor(
    placed: readonly PlacedName[],
    introduced: ReadonlyMap<number, string>,
    held: Gazetteer,
    datelineCountry: string | null,
  ) {
    this.introducedAt = introduced;
    this.introducedEntities = new Set(introduced.values());
    this.datelineCountry = datelineCountry;
    this.#held = held;
    for (const item of placed) {
      const [entry, second] = entriesOf(item.name.refs);
      if (entry === undefined || second !== undefined) continue;
      const strong = item.name.refs.some((ref) => ref.name.strength !== 'weak');
      if (!strong || (item.name.words.length < 2 && this.rivals(item.name, entry).length > 0)) continue;
      if (item.name.words.length < 2 && item.letters) continue;
      const list = this.sure.get(entry.entity);
      if (list === undefined) this.sure.set(entry.entity, [item]);
      else list.push(item);
    }
  }

  /** Other groups whom a single word may mean because a longer name of theirs holds it. */
  rivals(name: Name, own: GazetteerEntry): readonly GazetteerEntry[] {
    const [word] = name.words;
    if (name.words.length !== 1 || word === undefined) return [];
    return this.#held.sharing(word).filter((entry) => entry.entity !== own.entity);
  }
}

function entriesOf(refs: readonly NameRef[]): readonly GazetteerEntry[] {
  const entries = new Map<string, GazetteerEntry>();
  for (const { entry } of refs) entries.set(entry.entity, entry);
  return [...entries.values()];
}

function resolve(item: PlacedName, evidence: Evidence): Resolution | null {
  const { name } = item;
  const introduced = evidence.introducedAt.get(name.start);
  if (introduced !== undefined) {
    const ref = name.refs.find(({ entry }) => entry.entity === introduced) ?? name.refs[0];
    return ref === undefined ? null : answer(ref, [], CONFIDENCE.acronymIntroduced);
  }
  const entries = entriesOf(name.refs);
  const [only] = entries;
  if (only === undefined) return null;
  if (entries.length > 1) return amongSeveral(item, entries, evidence);
  const rivals = item.letters ? [] : evidence.rivals(name, only);
  if (rivals.length > 0) return amongRivals(item, only, rivals, evidence);
  return plain(item, evidence);
}

/** One entity bears the name, and no other may be meant. */
function plain(item: PlacedName, evidence: Evidence): Resolution | null {
  const { name } = item;
  const ref = bestRef(name.refs);
  const known = evidence.sure.has(ref.entry.entity) || evidence.introducedEntities.has(ref.entry.entity);
  if (ref.entry.kind === 'person') return answer(ref, ['name-only'], CONFIDENCE.personName);
  if (ref.name.strength === 'weak') {
    if (known) return answer(ref, ['weak-name'], CONFIDENCE.weakConfirmed);
    return item.letters && item.groupContext
      ? answer(ref, ['weak-name', 'acronym'], CONFIDENCE.weakAlone)
      : null;
  }
  if (name.bySpelling) return answer(ref, ['spelling'], CONFIDENCE.spelling);
  if (ref.name.kind === 'label') return answer(ref, ['label'], CONFIDENCE.label);
  if (item.letters) {
    return known
      ? answer(ref, [], CONFIDENCE.acronymIntroduced)
      : answer(ref, ['acronym'], CONFIDENCE.acronym);
  }
  return answer(ref, [], ref.name.kind === 'primary' ? CONFIDENCE.full : CONFIDENCE.alias);
}

/** Several entities bear the very name: one that the text names better, else one whose own name it is. */
function amongSeveral(
  item: PlacedName,
  entries: readonly GazetteerEntry[],
  evidence: Evidence,
): Resolution | null {
  const { name } = item;
  const candidates = entries.map(candidate);
  const refsOf = (entry: GazetteerEntry) => name.refs.filter((ref) => ref.entry.entity === entry.entity);
  const named = entries.filter(
    ({ entity }) => evidence.sure.has(entity) || evidence.introducedEntities.has(entity),
  );
  const [only] = named;
  if (only !== undefined && named.length === 1) {
    return { ...answer(bestRef(refsOf(only)), [], CONFIDENCE.acronymIntroduced), candidates };
  }
  if (name.refs.every((ref) => ref.name.strength === 'weak') && !item.groupContext) return null;
  const here = oneOf(entries.filter((entry) => activeIn(entry, countriesOf(item, evidence))));
  const own = oneOf(entries.filter((entry) => soundsLike(entry.caption, name)));
  const entry = here ?? own;
  return {
    entry,
    candidates,
    flags: ['ambiguous'],
    confidence: entry === null ? CONFIDENCE.ambiguous : CONFIDENCE.byFullerName,
    ref: entry === null ? null : bestRef(refsOf(entry)),
  };
}

/** One entity bears the name, but others have it inside a longer one ("the Taliban"). */
function amongRivals(
  item: PlacedName,
  own: GazetteerEntry,
  all: readonly GazetteerEntry[],
  evidence: Evidence,
): Resolution | null {
  const ref = bestRef(item.name.refs);
  const countries = countriesOf(item, evidence);
  const fuller = all.filter(({ entity }) => evidence.sure.has(entity));
  // Others far away that have the word in some name are no candidates here.
  const rivals = all.filter((entry) => fuller.includes(entry) || activeIn(entry, countries));
  const candidates = [own, ...rivals].map(candidate);
  const plainly = (): Resolution => ({
    ...answer(ref, [], CONFIDENCE.alias),
    candidates: rivals.length === 0 ? [] : candidates,
  });
  const ambiguous = (entry: GazetteerEntry | null): Resolution => ({
    entry,
    candidates,
    flags: ['ambiguous'],
    confidence: CONFIDENCE.ambiguous,
    ref,
  });
  if (item.rulerContext) return plainly();
  const ownNamed = evidence.sure.has(own.entity);
  const rival = oneOf(fuller);
  if (rival !== null && !ownNamed) {
    const places = evidence.sure.get(rival.entity) ?? [];
    // Two names in one sentence name two things.
    if (places.some(({ sentence }) => sentence === item.sentence)) return ambiguous(own);
    const official = !item.official && places.some((place) => place.official);
    return {
      entry: rival,
      candidates,
      flags: ['ambiguous', official ? 'wording-differs' : 'fuller-name'],
      confidence: CONFIDENCE.byFullerName,
      ref,
    };
  }
  if (ownNamed && fuller.length === 0) return plainly();
  if (ownNamed || fuller.length > 0) return ambiguous(own);
  if (rivals.length === 0 || activeIn(own, countries)) return plainly();
  const [word = ''] = item.name.words;
  const byCaption = rivals.filter(({ caption }) => wordsIn(caption).includes(word));
  return ambiguous(oneOf(rivals) ?? oneOf(byCaption));
}

function oneOf(entries: readonly GazetteerEntry[]): GazetteerEntry | null {
  return entries.length === 1 ? (entries[0] ?? null) : null;
}

function wordsIn(text: string): readonly string[] {
  return wordsOf(tokenize(text)).words;
}

/** Whether a caption is the name in another spelling: `Hizballah`, `Hezbollah`. */
function soundsLike(caption: string, name: Name): boolean {
  return soundWords(wordsIn(caption)).join(' ') === soundWords(name.words).join(' ');
}

function countriesOf(item: PlacedName, evidence: Evidence): ReadonlySet<string> {
  if (item.countries.size > 0) return item.countries;
  return new Set(evidence.datelineCountry === null ? [] : [evidence.datelineCountry]);
}

function activeIn(entry: GazetteerEntry, countries: ReadonlySet<string>): boolean {
  return (entry.countries ?? []).some((country) => countries.has(country));
}

function answer(ref: NameRef, flags: readonly MentionFlag[], confidence: number): Resolution {
  return { entry: ref.entry, candidates: [], flags, confidence, ref };
}

function candidate(entry: GazetteerEntry): Candidate {
  return { entity: entry.entity, caption: entry.caption };
}

const KIND_ORDER = ['primary', 'alias', 'acronym', 'original', 'former', 'label'];

/** The most telling of several names that read the same: not weak, not a label, a primary name first. */
function bestRef(refs: readonly NameRef[]): NameRef {
  const rank = ({ name }: NameRef) => (name.strength === 'weak' ? 10 : 0) + KIND_ORDER.indexOf(name.kind);
  let [best] = refs;
  for (const ref of refs) if (best === undefined || rank(ref) < rank(best)) best = ref;
  if (best === undefined) throw new RangeError('no name to choose from');
  return best;
}
