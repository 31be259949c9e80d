import { EntError, type Schema, tryParseDate, wordTable } from '../kernel/index.ts';
import { countryCode } from '../text/index.ts';
import type { ScreenAnswer } from './answer.ts';
import type { RawRow } from './batch-input.ts';
import type { BatchColumns, BatchOutput, BatchSettings } from './batch-settings.ts';
import { isOpen } from './excepted.ts';
import { genderOf } from './features.ts';
import type { MetException } from './met-exception.ts';
import type { ScreenOptions, ScreenQuery } from './query.ts';
import type { Screener } from './screener.ts';

/**
 * What came of a row: a match, matches that exceptions set aside, like names that are none, nothing, or a row that
 * could not be asked.
 */
export type RowStatus = 'match' | 'excepted' | 'possible' | 'clear' | 'bad';

/** Marks the hits of an answer that exceptions are about. */
export type Excepting = (answer: ScreenAnswer) => Promise<ScreenAnswer>;

/** A row of output, and what came of it. */
export interface OutputRow {
  readonly line: string;
  readonly status: RowStatus;
}

const KINDS = wordTable<Schema>({
  person: 'Person',
  individual: 'Person',
  organization: 'Organization',
  organisation: 'Organization',
  company: 'Organization',
  business: 'Organization',
  legalentity: 'LegalEntity',
  entity: 'LegalEntity',
  vessel: 'Vessel',
  ship: 'Vessel',
  airplane: 'Airplane',
  aircraft: 'Airplane',
});

/** A row as a question; what it says that was not understood is left out and noted. */
interface Asked {
  readonly query: ScreenQuery;
  readonly notes: readonly string[];
}

/** Reads a row as a question; what it says that is not understood is left out and noted. */
export function askedOf({ cells }: RawRow, columns: BatchColumns): Asked {
  const text = (column: string | undefined) => {
    const value = column === undefined ? undefined : cells[column];
    return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  };
  const list = (column: string | undefined) => {
    const value = column === undefined ? undefined : cells[column];
    const values = Array.isArray(value) ? value.map(String) : text(column).split(/[;|]/);
    return values.map((each) => each.trim()).filter((each) => each !== '');
  };
  const notes: string[] = [];
  const birthDate = text(columns.birthDate);
  if (birthDate !== '' && tryParseDate(birthDate) === null) {
    notes.push(`birth date "${birthDate}" is not understood and was left out`);
  }
  const kind = text(columns.schema);
  const schema = KINDS[kind.toLowerCase().replace(/[^a-z]/g, '')];
  if (kind !== '' && schema === undefined) notes.push(`type "${kind}" is not understood and was left out`);
  const country = text(columns.country);
  if (country !== '' && countryCode(country) === null) {
    notes.push(`country "${country}" is not understood and was left out`);
  }
  const gender = text(columns.gender);
  if (gender !== '' && genderOf(gender) === undefined) {
    notes.push(`gender "${gender}" is not understood and was left out`);
  }
  const aliases = list(columns.aliases);
  const identifiers = list(columns.identifiers);
  return {
    notes,
    query: {
      name: text(columns.name),
      ...(schema === undefined ? {} : { schema }),
      ...(birthDate === '' || notes.some((note) => note.startsWith('birth')) ? {} : { birthDate }),
      ...(countryCode(country) === null ? {} : { country }),
      ...(genderOf(gender) === undefined ? {} : { gender }),
      ...(aliases.length === 0 ? {} : { aliases }),
      ...(identifiers.length === 0 ? {} : { identifiers }),
    },
  };
}

/**
 * Screens one row and writes its line, without a line end in it. A row that cannot be read or asked about is a
 * line too, with the reason; a fault of the program is thrown.
 */
export async function screenRow(
  screener: Screener,
  raw: RawRow,
  settings: BatchSettings,
  output: BatchOutput,
  excepting: Excepting,
): Promise<OutputRow> {
  const { columns, threshold, limit, weak } = settings;
  const own = columns.id === undefined ? null : raw.cells[columns.id];
  const id = typeof own === 'string' || typeof own === 'number' ? own : null;
  const write = output === 'jsonl' ? jsonLine : csvLine;
  const bad = (reason: string): OutputRow => ({
    status: 'bad',
    line: write({ row: raw.row, id, status: 'bad', reason, query: null, notes: [], answer: null }, settings),
  });
  if (raw.bad !== undefined) return bad(raw.bad);
  const { query, notes } = askedOf(raw, columns);
  if (query.name === '') return bad('it has no name');
  const options: ScreenOptions = { threshold, limit, weak };
  try {
    const answer = await excepting(await screener.screen(query, options));
    const status = answer.results.some(isOpen)
      ? 'match'
      : answer.results.some(({ match }) => match)
        ? 'excepted'
        : answer.results.length > 0
          ? 'possible'
          : 'clear';
    const line = write({ row: raw.row, id, status, reason: null, query, notes, answer }, settings);
    return { status, line };
  } catch (error) {
    if (error instanceof EntError && error.status === 'usage') return bad(error.message);
    throw error;
  }
}

interface Outcome {
  readonly row: number;
  readonly id: string | number | null;
  readonly status: RowStatus;
  readonly reason: string | null;
  readonly query: ScreenQuery | null;
  readonly notes: readonly string[];
  readonly answer: ScreenAnswer | null;
}

function jsonLine({ answer, ...outcome }: Outcome): string {
  const results = (answer?.results ?? []).map((result) => ({
    id: result.id,
    caption: result.caption,
    schema: result.schema,
    score: result.score,
    match: result.match,
    matchedName: result.matchedName,
    listings: result.listings.map(({ list, reference, status }) => ({ list, reference, status })),
    explanation: result.explanation,
    ...(result.exception === undefined ? {} : { exception: result.exception }),
  }));
  return JSON.stringify({ ...outcome, results });
}

/** The headings of a CSV output. */
export const CSV_HEADINGS = [
  'row',
  'id',
  'status',
  'reason',
  'name',
  'score',
  'entity',
  'caption',
  'matched_name',
  'listings',
  'why',
  'other_entities',
  'notes',
  'settings',
] as const;

function csvLine(
  { row, id, status, reason, query, notes, answer }: Outcome,
  settings: BatchSettings,
): string {
  // What is open is what the row is about; an excepted one is named where there is nothing else.
  const results = answer?.results ?? [];
  const best = results.find(isOpen) ?? results[0];
  const others = results.filter((result) => result !== best);
  const listings = (best?.listings ?? []).map(
    (each) => `${each.list}:${each.reference ?? ''} ${each.status}`,
  );
  return [
    String(row),
    String(id ?? ''),
    status,
    reason ?? '',
    query?.name ?? '',
    best === undefined ? '' : String(best.score),
    best?.id ?? '',
    best?.caption ?? '',
    best?.matchedName.text ?? '',
    listings.join('; '),
    [best?.explanation.sentence ?? '', exceptedLine(best?.exception)].filter((part) => part !== '').join(' '),
    String(others.length),
    notes.join('; '),
    shortSettings(settings),
  ]
    .map(csvCell)
    .join(',');
}

function exceptedLine(exception: MetException | undefined): string {
  if (exception === undefined) return '';
  const { id, state, until, approvedBy, why } = exception;
  return state === 'active'
    ? `Exception ${id}: not the same until ${until}, approved by ${approvedBy}: ${why}`
    : `Exception ${id} does not hold (${state}).`;
}

/** The settings of a batch in one cell. */
export function shortSettings({ rules, threshold, asOf, knownAt, weak, lists }: BatchSettings): string {
  return [
    `rules=${rules}`,
    `threshold=${threshold}`,
    ...(weak ? ['weak'] : []),
    ...(asOf === null ? [] : [`as-of=${asOf}`]),
    ...(knownAt === null ? [] : [`known-at=${knownAt}`]),
    ...lists.map(({ id, observed }) => `${id}@${observed}`),
  ].join(' ');
}

/**
 * A cell of one line. A text that a spreadsheet would run as a formula is made harmless by an apostrophe
 * before it (OWASP, CSV injection): names come from outside.
 */
function csvCell(text: string): string {
  const line = text.replace(/[\r\n]+/g, ' ');
  const safe = /^[=+\-@\t]/.test(line) ? `'${line}` : line;
  return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
