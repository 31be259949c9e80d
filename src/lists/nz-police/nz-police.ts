import type { ListInfo, RecordPart, Statement } from '../../kernel/index.ts';
import { type Act, type ActDate, actDates } from '../act-dates.ts';
import { listsError } from '../errors.ts';
import { type HtmlPage, readPage } from '../html.ts';
import { keyedOnce, type PlacedRecord } from '../keyed-once.ts';
import { LIMITS, type Limits } from '../limits.ts';
import type { ListReader } from '../list-reader.ts';
import { nameKey } from '../name-key.ts';
import { onlyFile } from '../only-file.ts';
import type { ReadingLog } from '../reading-log.ts';
import { type Batches, snapshotOf } from '../snapshot.ts';
import type { SourceFile } from '../source-file.ts';
import { distinct, nameStatement, statement } from '../statements.ts';
import { type At, tidy } from '../tidy.ts';
import { type ColumnPatterns, type TitledRow, titledRows } from '../titled-tables.ts';
import { designatedNames } from './names.ts';

/** The entities that New Zealand designates by itself, under resolution 1373. */
export const NZ_POLICE: ListInfo = {
  id: 'nz-police',
  title: 'Designated terrorist entities under resolution 1373',
  authority: { id: 'nz-police', name: 'New Zealand Police', country: 'NZ' },
  effect: 'Dealing with property of the designated, or giving it property or services, is a crime.',
  url: 'https://www.police.govt.nz/advice/personal-community/counterterrorism/designated-entities/lists-associated-with-resolution-1373',
  licence: 'Crown copyright',
  parts: ['main'],
  staleAfterDays: 30,
};

type Column = 'name' | 'designated' | 'renewed' | 'expired' | 'revoked' | 'number';

const ENTITY = /^(?:terrorist )?entit(?:y|ies)$/i;
const DESIGNATED = /^date of designation\b/i;

const COLUMNS: ColumnPatterns<Column> = [
  [ENTITY, 'name'],
  [/^(?:no\.?|number|#)$/i, 'number'],
  [
    /^date (?:of |terrorist )?(?:designation )?(?:was )?(?:allowed to expire|expired|of expiry)\b/i,
    'expired',
  ],
  [/^date (?:of |terrorist )?(?:designation )?(?:was |of )?revo(?:ked|cation)\b/i, 'revoked'],
  [/^date (?:of |terrorist )?(?:designation )?(?:was )?renew(?:ed|al)\b/i, 'renewed'],
  [DESIGNATED, 'designated'],
];

/**
 * Reads the page of designations under resolution 1373: the designated, and in tables of their own the expired and the
 * revoked. The key is made of the name that a row begins with (`indian-mujahideen`); an earlier time of an entity that
 * stands in two tables has the day of its end in the key, `hizbollah~2024-11-20`, since an end that is stated in a
 * record ends the listing. Tables of entities without days of designation, which the page has for some that were
 * revoked, are left out with a note.
 */
export const nzPolice: ListReader = {
  info: NZ_POLICE,
  open: async (files, caps) => {
    const limits = { ...LIMITS, ...caps };
    const file = onlyFile(NZ_POLICE.id, files);
    const page = await readPage(NZ_POLICE.id, file, limits);
    const rows = layOut(page, file);
    return snapshotOf({
      list: NZ_POLICE.id,
      parts: NZ_POLICE.parts,
      published: null,
      read: (log) => readList({ page, rows }, file, limits, log),
    });
  },
};

function layOut({ tables }: HtmlPage, file: SourceFile): readonly TitledRow<Column>[] {
  return titledRows(
    tables,
    { list: NZ_POLICE.id, columns: COLUMNS, needed: ['name', 'designated'] },
    file.name,
  );
}

interface LaidOut {
  readonly page: HtmlPage;
  readonly rows: readonly TitledRow<Column>[];
}

async function* readList(
  { page, rows }: LaidOut,
  file: SourceFile,
  limits: Limits,
  log: ReadingLog,
): Batches {
  log.file(NZ_POLICE.parts, file.name, page.sha256);
  for (const [index, table] of page.tables.entries()) {
    const header = table.rows.find((cells) => cells.some((cell) => ENTITY.test(cell)));
    if (header === undefined || header.some((cell) => DESIGNATED.test(cell))) continue;
    const place = { file: file.name, path: `table ${index + 1}` };
    log.note('row-skipped', place, 'a table of entities without days of designation');
  }
  yield keyedOnce(apart(rows.map((row) => readRow(row, log))), file, limits);
}

interface Row extends PlacedRecord {
  readonly ended: string | null;
}

function readRow(row: TitledRow<Column>, log: ReadingLog): Row {
  const at: At = { log, place: row.place };
  const printed = tidy(row.cell('name'), at);
  const [first, ...others] = designatedNames(printed);
  const key = nameKey(first?.text ?? '');
  if (first === undefined || key === '')
    throw listsError('ENT_LIST_ROW', { why: 'a row without a name' }, { place: row.place });
  const listed = daysOf(row, 'designated', 'listed', at);
  // Days behind the first in that column are renewals: the expired have no column for these.
  const designated = listed.map((day, index) =>
    index > 0 && day.act === 'listed' ? { ...day, act: 'renewed' as const } : day,
  );
  if (designated.length === 0) throw badDay('designated', row);
  const [ended, ...trailing] = [
    ...daysOf(row, 'expired', 'ended', at),
    ...daysOf(row, 'revoked', 'ended', at),
  ];
  const closes = row.has('expired') || row.has('revoked');
  if (closes && ended === undefined) throw badDay(row.has('expired') ? 'expired' : 'revoked', row);
  const record: RecordPart = {
    key,
    part: 'main',
    schema: 'Organization',
    statements: distinct([
      nameStatement(first.text, 'primary', 'strong', 'name', { original: printed }),
      ...others.map(({ text, kind }) => nameStatement(text, kind, 'unstated', 'name')),
      ...designated.map((day) => dated(day, 'designated')),
      ...daysOf(row, 'renewed', 'renewed', at).map((day) => dated(day, 'renewed')),
      // Some rows of the expired have their renewals behind the day of the end.
      ...trailing.map((day) => dated({ ...day, act: 'renewed' }, 'expired')),
      ...(ended === undefined
        ? []
        : [dated({ ...ended, act: 'ended' }, row.has('expired') ? 'expired' : 'revoked')]),
      statement('legalBasis', 'Terrorism Suppression Act 2002, section 22', 'page'),
      ...(['designated', 'renewed', 'expired', 'revoked'] as const).flatMap((column) => {
        const text = tidy(row.cell(column), at);
        return text === '' ? [] : [statement('note', text, column, { detail: { type: 'as printed' } })];
      }),
    ]),
  };
  return { record, place: row.place, ended: ended?.date ?? null };
}

function daysOf(row: TitledRow<Column>, column: Column, first: Act, at: At): readonly ActDate[] {
  return actDates(tidy(row.cell(column), at), first);
}

function badDay(column: Column, row: TitledRow<Column>) {
  const detail = { field: column, value: row.cell(column), expected: 'a day like 10 February 2010' };
  return listsError('ENT_LIST_VALUE', detail, { place: row.place });
}

function dated({ act, date, printed }: ActDate, place: string): Statement {
  const property = act === 'listed' ? 'listedOn' : act === 'ended' ? 'delistedOn' : 'amendedOn';
  return statement(property, date, place, {
    original: printed,
    detail: { type: act === 'renewed' ? 'renewal' : null },
  });
}

function* apart(rows: readonly Row[]): Generator<PlacedRecord> {
  const met = new Set<string>();
  for (const { record, place, ended } of rows) {
    const again = ended !== null && met.has(record.key);
    met.add(record.key);
    yield { place, record: again ? { ...record, key: `${record.key}~${ended}` } : record };
  }
}
