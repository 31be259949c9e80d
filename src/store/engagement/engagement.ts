import {
  type Clocks,
  dateBounds,
  groupBy,
  parseDate,
  type TimePoint,
  timePointOf,
} from '../../kernel/index.ts';
import type { Db, Dialect } from '../dialect.ts';
import { lastSeenBy } from '../timeline.ts';
import { aboutOf, bodyOf, entryOf, evidenceBodyOf, recorded, stampOf } from './encode.ts';
import type { EngagementEntry, EntryKind, EvidenceEntry, Recorded, Stamp, Stance } from './entry.ts';
import { HeldRows } from './held-rows.ts';
import type { EngagementEntryTable, EngagementEvidenceTable } from './tables.ts';

/** How many pieces of evidence point one way, and from how many origins. */
export interface EvidenceCount {
  readonly commitment: string;
  readonly stance: Stance;
  readonly pieces: number;
  /** Copies of one telling are one. */
  readonly origins: number;
  /** The newest day that one of them speaks of. */
  readonly newest: string;
}

/** Who records, and when. */
export interface Recording {
  readonly at: TimePoint;
  readonly by: string;
}

/** What {@link Engagement.record} did. */
export interface RecordReport {
  readonly added: number;
  /** Entries that stand already, word for word. */
  readonly same: number;
}

/** An entry of one kind. */
export type EntryOf<K extends EntryKind> = Extract<EngagementEntry, { kind: K }>;

type Guard = <T>(doing: string, work: () => Promise<T>) => Promise<T>;

/** Rows that one transaction writes at most; more come from no person and no honest file. */
const MOST = 500_000;

/**
 * Dialogues and what became of them. Rows are only added: a correction is a new row of the same id, a withdrawal
 * a row of its own, and a question with a known-at sees the rows that were known by then (SPEC G1 to G5).
 */
export class Engagement {
  readonly #dialect: Dialect;
  readonly #guard: Guard;
  readonly #rows = new HeldRows<HeldEntry>();
  /** What stood of held rows at a moment, gone with the rows. */
  readonly #entries = new WeakMap<
    readonly HeldEntry[],
    Map<TimePoint, readonly Recorded<EngagementEntry>[]>
  >();
  readonly #counts = new Map<string, HeldCounts>();

  constructor(dialect: Dialect, guard: Guard) {
    this.#dialect = dialect;
    this.#guard = guard;
  }

  /**
   * Adds entries, all or none. One that equals what stands of its id at its known time is not added again. Whether
   * entries fit each other is for the caller to check: this class keeps what it is given.
   */
  record(entries: readonly (EngagementEntry | EvidenceEntry)[], recording: Recording): Promise<RecordReport> {
    if (entries.length > MOST) throw new RangeError(`${entries.length} entries at once, at most ${MOST}`);
    return this.#guard('recording an engagement', () =>
      this.#writing(async (db) => {
        const small = entries.filter((entry): entry is EngagementEntry => entry.kind !== 'evidence');
        const evidence = entries.filter((entry): entry is EvidenceEntry => entry.kind === 'evidence');
        const added =
          (await this.#addEntries(db, small, recording)) + (await this.#addEvidence(db, evidence, recording));
        return { added, same: entries.length - added };
      }),
    );
  }

  /** The entries of a kind, of some series or of all, as known at a moment; in the order in which ids first came. */
  async entries<K extends EntryKind>(
    kinds: readonly K[],
    series: readonly string[] | null,
    knownAt: Clocks['knownAt'],
  ): Promise<readonly Recorded<EntryOf<K>>[]> {
    if (series?.length === 0) return [];
    const { db } = this.#dialect;
    const until = lastSeenBy(knownAt);
    const held = await this.#rows.of(JSON.stringify([kinds, series]), async (above) => {
      const query = db
        .selectFrom('engagement_entry')
        .select(['rev', ...ENTRY_COLUMNS])
        .where('kind', 'in', [...kinds, 'withdrawal'])
        .where('rev', '>', above);
      return (await inSeries(query, series).execute()).map(heldEntry);
    });
    const answers = this.#entries.get(held) ?? new Map<TimePoint, readonly Recorded<EngagementEntry>[]>();
    this.#entries.set(held, answers);
    const known = answers.get(until) as readonly Recorded<EntryOf<K>>[] | undefined;
    if (known !== undefined) return known;
    const rows = held.filter((row) => row.known <= until);
    const withdrawn = takenBack(rows);
    const wanted = new Set<string>(kinds);
    const entries = newest(rows.filter(({ kind }) => wanted.has(kind))).map(({ row, revision }) =>
      recorded(row.entry as EntryOf<K>, row.stamp, revision, withdrawn.get(row.id) ?? null),
    );
    if (answers.size >= ANSWERS_HELD) answers.clear();
    answers.set(until, entries);
    return entries;
  }

  /** The entry or piece of evidence with an id, as known at a moment; `null` when there was none. */
  async entry(
    id: string,
    knownAt: Clocks['knownAt'],
  ): Promise<Recorded<EngagementEntry | EvidenceEntry> | null> {
    return (await this.revisions(id, knownAt)).at(-1) ?? null;
  }

  /** Every revision of an entry that was known by a moment, oldest first. */
  async revisions(
    id: string,
    knownAt: Clocks['knownAt'],
  ): Promise<readonly Recorded<EngagementEntry | EvidenceEntry>[]> {
    const { db } = this.#dialect;
    const until = lastSeenBy(knownAt);
    const rows = await db
      .selectFrom('engagement_entry')
      .select(ENTRY_COLUMNS)
      .where((by) =>
        by.or([by('id', '=', id), by.and([by('about', '=', id), by('kind', '=', 'withdrawal')])]),
      )
      .where('known', '<=', until)
      .orderBy('known')
      .orderBy('rev')
      .execute();
    const withdrawn = withdrawnBy(rows).get(id) ?? null;
    const evidence = await db
      .selectFrom('engagement_evidence')
      .selectAll()
      .where('id', '=', id)
      .where('known', '<=', until)
      .orderBy('known')
      .orderBy('rev')
      .execute();
    return [
      ...rows
        .filter((row) => row.id === id)
        .map((row, index) => recorded(entryOf(row), stampOf(row), index, withdrawn)),
      ...evidence.map((row, index) => recorded(evidenceOf(row), stampOf(row), index, withdrawn)),
    ];
  }

  /** The evidence about some promises, as known at a moment, by the day that it speaks of. */
  async evidence(
    commitments: readonly string[],
    knownAt: Clocks['knownAt'],
  ): Promise<readonly Recorded<EvidenceEntry>[]> {
    if (commitments.length === 0) return [];
    const { db } = this.#dialect;
    const until = lastSeenBy(knownAt);
    const rows: EvidenceRow[] = [];
    for (const some of chunks(commitments))
      rows.push(
        ...(await db
          .selectFrom('engagement_evidence')
          .selectAll()
          .where('commitment', 'in', some)
          .where('known', '<=', until)
          .orderBy('known')
          .orderBy('rev')
          .execute()),
      );
    const standing = newest(rows);
    const withdrawn = await this.#withdrawals(
      standing.map(({ row }) => row.id),
      until,
    );
    return standing
      .map(({ row, revision }) =>
        recorded(evidenceOf(row), stampOf(row), revision, withdrawn.get(row.id) ?? null),
      )
      .sort((a, b) => compare(a.date, b.date) || compare(a.id, b.id));
  }

  /**
   * How much confirmed evidence that was not taken back points which way, by promise, as of and as known at a
   * moment; in the order of promise and stance. Counted in the database, but for the few promises of which a piece was
   * revised or taken back: a series may have a hundred thousand pieces.
   */
  async evidenceCounts(series: readonly string[], clocks: Clocks): Promise<readonly EvidenceCount[]> {
    if (series.length === 0) return [];
    const key = JSON.stringify([series, clocks.asOf, clocks.knownAt]);
    const [state, held] = [await this.#state(), this.#counts.get(key)];
    const changed =
      held === undefined
        ? null
        : held.state.evidence === state.evidence && held.state.entry === state.entry
          ? new Set<string>()
          : await this.#evidenceSince(series, held.state);
    const counts =
      held === undefined || changed === null || changed.size > MOST_RECOUNTED
        ? await this.#countAll(series, clocks)
        : changed.size === 0
          ? held.counts
          : inOrder([
              ...held.counts.filter(({ commitment }) => !changed.has(commitment)),
              ...countOf(await this.evidence([...changed], clocks.knownAt), clocks.asOf),
            ]);
    this.#counts.delete(key);
    this.#counts.set(key, { state, counts });
    for (const old of [...this.#counts.keys()].slice(0, -COUNTS_HELD)) this.#counts.delete(old);
    return counts;
  }

  async #countAll(series: readonly string[], clocks: Clocks): Promise<readonly EvidenceCount[]> {
    const { db } = this.#dialect;
    const until = lastSeenBy(clocks.knownAt);
    const changed = await this.#changedEvidence(series, until);
    const query = db
      .selectFrom('engagement_evidence')
      .select(({ fn }) => [
        'commitment',
        'stance',
        fn.countAll<number>().as('pieces'),
        fn.count<number>('origin').distinct().as('origins'),
        fn.max('day').as('newest'),
      ])
      .where('series', 'in', [...series])
      .where('known', '<=', until)
      .where('standing', '=', 'confirmed')
      .groupBy(['commitment', 'stance']);
    const asked = clocks.asOf === null ? query : query.where('day', '<=', clocks.asOf);
    const rows = await this.#dialect.arrays<[string, string, number, number, string]>(asked);
    const counted = rows.flatMap(
      ([commitment, stance, pieces, origins, newestDay]): readonly EvidenceCount[] =>
        changed.has(commitment)
          ? []
          : [
              {
                commitment,
                stance: stance as Stance,
                pieces: Number(pieces),
                origins: Number(origins),
                newest: newestDay,
              },
            ],
    );
    const one = changed.size === 0 ? [] : await this.evidence([...changed], clocks.knownAt);
    return inOrder([...counted, ...countOf(one, clocks.asOf)]);
  }

  /** How far both tables are: rows are only added, so that their highest numbers tell whether anything is new. */
  async #state(): Promise<HeldCounts['state']> {
    const { db } = this.#dialect;
    const last = async (table: 'engagement_entry' | 'engagement_evidence') =>
      Number(
        (
          await db
            .selectFrom(table)
            .select(({ fn }) => fn.max('rev').as('rev'))
            .executeTakeFirst()
        )?.rev ?? 0,
      );
    return { entry: await last('engagement_entry'), evidence: await last('engagement_evidence') };
  }

  /** The promises of which evidence was added, revised or taken back since. */
  async #evidenceSince(series: readonly string[], since: HeldCounts['state']): Promise<ReadonlySet<string>> {
    const { db } = this.#dialect;
    const added = await db
      .selectFrom('engagement_evidence')
      .select('commitment')
      .distinct()
      .where('rev', '>', since.evidence)
      .where('series', 'in', [...series])
      .execute();
    const withdrawn = await db
      .selectFrom('engagement_entry')
      .innerJoin('engagement_evidence', 'engagement_evidence.id', 'engagement_entry.about')
      .select('engagement_evidence.commitment')
      .distinct()
      .where('engagement_entry.rev', '>', since.entry)
      .where('engagement_entry.kind', '=', 'withdrawal')
      .where('engagement_evidence.series', 'in', [...series])
      .execute();
    return new Set([...added, ...withdrawn].map(({ commitment }) => commitment));
  }

  /** Writes; when it fails nothing is there, and what was read meanwhile of it is let go. */
  async #writing<T>(work: (db: Db) => Promise<T>): Promise<T> {
    try {
      return await this.#dialect.write(work);
    } catch (error) {
      this.#rows.clear();
      this.#counts.clear();
      throw error;
    }
  }

  /** The promises of which a piece of evidence has several rows, or was taken back, by a moment. */
  async #changedEvidence(series: readonly string[], until: TimePoint): Promise<ReadonlySet<string>> {
    const { db } = this.#dialect;
    const revised = await db
      .selectFrom('engagement_evidence')
      .select('commitment')
      .distinct()
      .where('series', 'in', [...series])
      .where('revises', '=', 1)
      .where('known', '<=', until)
      .execute();
    const withdrawn = await db
      .selectFrom('engagement_entry')
      .innerJoin('engagement_evidence', 'engagement_evidence.id', 'engagement_entry.about')
      .select('engagement_evidence.commitment')
      .distinct()
      .where('engagement_entry.series', 'in', [...series])
      .where('engagement_entry.kind', '=', 'withdrawal')
      .where('engagement_entry.known', '<=', until)
      .execute();
    return new Set([...revised, ...withdrawn].map(({ commitment }) => commitment));
  }

  async #addEntries(db: Db, entries: readonly EngagementEntry[], { at, by }: Recording): Promise<number> {
    const rows = entries.map((entry) => ({
      kind: entry.kind,
      id: entry.id,
      series: entry.series,
      about: aboutOf(entry),
      body: bodyOf(entry),
      known: entry.known ?? at,
    }));
    const held = new Map<string, { readonly body: string; readonly series: string | null }>();
    for (const some of chunks(rows.map(({ id }) => id)))
      for (const row of await db
        .selectFrom('engagement_entry')
        .select(['id', 'body', 'series', 'known'])
        .where('id', 'in', some)
        .orderBy('known')
        .orderBy('rev')
        .execute())
        held.set(row.id, row);
    const fresh = rows.filter((row) => {
      const before = held.get(row.id);
      if (before !== undefined && before.body === row.body && before.series === row.series) return false;
      held.set(row.id, row);
      return true;
    });
    await this.#dialect.insertMany(
      db,
      'engagement_entry',
      ['kind', 'id', 'series', 'about', 'body', 'known', 'recorded_at', 'recorded_by'],
      fresh.map((row) => [row.kind, row.id, row.series, row.about, row.body, row.known, at, by]),
    );
    return fresh.length;
  }

  async #addEvidence(db: Db, entries: readonly EvidenceEntry[], { at, by }: Recording): Promise<number> {
    const text = (row: Pick<EvidenceRow, (typeof EVIDENCE_COLUMNS)[number]>) =>
      JSON.stringify(EVIDENCE_COLUMNS.map((column) => row[column]));
    const held = new Map<string, string>();
    for (const some of chunks(entries.map(({ id }) => id)))
      for (const row of await db
        .selectFrom('engagement_evidence')
        .selectAll()
        .where('id', 'in', some)
        .orderBy('known')
        .orderBy('rev')
        .execute())
        held.set(row.id, text(row));
    const fresh = entries.flatMap((entry) => {
      const row = {
        id: entry.id,
        series: entry.series,
        commitment: entry.commitment,
        stance: entry.stance,
        reliability: entry.reliability,
        credibility: entry.credibility,
        origin: entry.origin,
        standing: entry.standing,
        date: entry.date,
        day: dayOf(entry.date),
        body: evidenceBodyOf(entry),
      };
      const before = held.get(row.id);
      if (before === text(row)) return [];
      held.set(row.id, text(row));
      return [
        [
          ...EVIDENCE_COLUMNS.map((column) => row[column]),
          before === undefined ? 0 : 1,
          entry.known ?? at,
          at,
          by,
        ],
      ];
    });
    await this.#dialect.insertMany(
      db,
      'engagement_evidence',
      [...EVIDENCE_COLUMNS, 'revises', 'known', 'recorded_at', 'recorded_by'],
      fresh,
    );
    return fresh.length;
  }

  async #withdrawals(ids: readonly string[], until: TimePoint) {
    const rows: EntryRow[] = [];
    for (const some of chunks(ids))
      rows.push(
        ...(await this.#dialect.db
          .selectFrom('engagement_entry')
          .select(ENTRY_COLUMNS)
          .where('about', 'in', some)
          .where('kind', '=', 'withdrawal')
          .where('known', '<=', until)
          .orderBy('known')
          .orderBy('rev')
          .execute()),
      );
    return withdrawnBy(rows);
  }
}

const ENTRY_COLUMNS = [
  'kind',
  'id',
  'series',
  'about',
  'body',
  'known',
  'recorded_at',
  'recorded_by',
] as const;
const EVIDENCE_COLUMNS = [
  'id',
  'series',
  'commitment',
  'stance',
  'reliability',
  'credibility',
  'origin',
  'standing',
  'date',
  'day',
  'body',
] as const;

/** A row with its entry read, as it is held. */
interface HeldEntry {
  readonly rev: number;
  readonly kind: string;
  readonly id: string;
  readonly about: string | null;
  readonly known: string;
  readonly entry: EngagementEntry;
  readonly stamp: Stamp;
}

function heldEntry(row: EntryRow & { readonly rev: number }): HeldEntry {
  const { rev, kind, id, about, known } = row;
  return { rev: Number(rev), kind, id, about, known, entry: entryOf(row), stamp: stampOf(row) };
}

/** Counts, and how far the tables were when they were made. */
interface HeldCounts {
  readonly state: { readonly entry: number; readonly evidence: number };
  readonly counts: readonly EvidenceCount[];
}

/** Moments for which the entries of one question are held. */
const ANSWERS_HELD = 4;
/** Questions whose counts are held. */
const COUNTS_HELD = 8;
/** When the evidence of more promises is new, counting all of them in the database costs less. */
const MOST_RECOUNTED = 500;

function inOrder(counts: readonly EvidenceCount[]): readonly EvidenceCount[] {
  return [...counts].sort((a, b) => compare(a.commitment, b.commitment) || compare(a.stance, b.stance));
}

type EntryRow = Pick<EngagementEntryTable, (typeof ENTRY_COLUMNS)[number]>;
type EvidenceRow = Omit<EngagementEvidenceTable, 'rev'>;

/** Counts pieces one by one, where the database cannot tell which of their rows stands. */
function countOf(
  evidence: readonly Recorded<EvidenceEntry>[],
  asOf: TimePoint | null,
): readonly EvidenceCount[] {
  const counted = evidence.filter(
    ({ standing, withdrawn, date }) =>
      standing === 'confirmed' && withdrawn === null && (asOf === null || dayOf(date) <= asOf),
  );
  const groups = groupBy(counted, ({ commitment, stance }) => `${stance}\n${commitment}`);
  return [...groups.values()].flatMap((pieces): readonly EvidenceCount[] => {
    const [first] = pieces;
    if (first === undefined) return [];
    return [
      {
        commitment: first.commitment,
        stance: first.stance,
        pieces: pieces.length,
        origins: new Set(pieces.map(({ origin }) => origin)).size,
        newest: pieces.map(({ date }) => dayOf(date)).reduce((a, b) => (a > b ? a : b)),
      },
    ];
  });
}

/** The newest row of each id, in the order in which the ids first came, with the number of rows before it. */
function newest<R extends { readonly id: string }>(
  rows: readonly R[],
): readonly { readonly row: R; readonly revision: number }[] {
  const found = new Map<string, { row: R; revision: number }>();
  for (const row of rows) {
    const before = found.get(row.id);
    found.set(row.id, { row, revision: before === undefined ? 0 : before.revision + 1 });
  }
  return [...found.values()];
}

/** Who took back what: the first withdrawal of each target. */
function withdrawnBy(rows: readonly EntryRow[]): Withdrawn {
  return takenBack(
    rows
      .filter(({ kind }) => kind === 'withdrawal')
      .map((row) => ({ about: row.about, entry: entryOf(row), stamp: stampOf(row) })),
  );
}

type Withdrawn = ReadonlyMap<string, NonNullable<Recorded<EvidenceEntry>['withdrawn']>>;

function takenBack(rows: readonly Pick<HeldEntry, 'about' | 'entry' | 'stamp'>[]): Withdrawn {
  const found = new Map<string, NonNullable<Recorded<EvidenceEntry>['withdrawn']>>();
  for (const { about, entry, stamp } of rows)
    if (entry.kind === 'withdrawal' && about !== null && !found.has(about))
      found.set(about, { ...stamp, why: entry.why });
  return found;
}

function evidenceOf(row: EvidenceRow): EvidenceEntry {
  return {
    ...(JSON.parse(row.body) as Pick<
      EvidenceEntry,
      'text' | 'source' | 'archiveSha256' | 'retrieved' | 'collector'
    >),
    kind: 'evidence',
    id: row.id,
    series: row.series,
    commitment: row.commitment,
    stance: row.stance as EvidenceEntry['stance'],
    reliability: row.reliability as EvidenceEntry['reliability'],
    credibility: row.credibility as EvidenceEntry['credibility'],
    origin: row.origin,
    standing: row.standing as EvidenceEntry['standing'],
    date: row.date,
  };
}

/** Rows of some series, or of all. */
function inSeries<Q extends { where(column: 'series', is: 'in', values: string[]): Q }>(
  query: Q,
  series: readonly string[] | null,
): Q {
  return series === null ? query : query.where('series', 'in', [...series]);
}

/** The first day that a date may mean, to compare by. */
function dayOf(date: string): string {
  const from = dateBounds(parseDate(date)).from ?? timePointOf(0);
  return from.slice(0, 10);
}

/** Databases bound the number of parameters; this many are well below it. */
const AT_ONCE = 5_000;

function chunks<T>(values: readonly T[]): readonly T[][] {
  const out: T[][] = [];
  for (let at = 0; at < values.length; at += AT_ONCE) out.push(values.slice(at, at + AT_ONCE));
  return out;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
