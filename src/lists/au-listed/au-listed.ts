import type { ListInfo, RecordPart, Statement } from '../../kernel/index.ts';
import { type ActDate, actDates } from '../act-dates.ts';
import { namesInText } from '../also-known.ts';
import { listsError } from '../errors.ts';
import { readPage } from '../html.ts';
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

/** The organisations listed under Australia's Criminal Code. */
export const AU_LISTED: ListInfo = {
  id: 'au-listed',
  title: 'Listed terrorist organisations under Division 102 of the Criminal Code',
  authority: { id: 'au-home-affairs', name: 'Australian Department of Home Affairs', country: 'AU' },
  effect: 'Membership, support, training and funding are crimes; no assets are frozen by it.',
  url: 'https://www.nationalsecurity.gov.au/what-australia-is-doing/terrorist-organisations/listed-terrorist-organisations',
  licence: 'Creative Commons Attribution 4.0',
  parts: ['main'],
  staleAfterDays: 30,
};

type Column = 'name' | 'dates' | 'ended';

const COLUMNS: ColumnPatterns<Column> = [
  [/^(?:(?:listed )?(?:terrorist )?organi[sz]ations?|name)(?: name)?$/i, 'name'],
  [
    /^(?:(?:date|dates|date\(s\)) ?)?(?:of )?(?:first )?(?:listing|listed|date\(s\)|dates?)?(?: and re-?list(?:ing|ed))?$/i,
    'dates',
  ],
  [/^(?:date )?(?:of )?(?:de-?list(?:ed|ing)|removed|lapsed)$/i, 'ended'],
];

/**
 * Reads the page of listed organisations: a table of names and days, `5 November 2014, Re-listed: 4 November 2017`. The
 * first day is that of the listing, the others amend it. The key is made of the name that a row begins with
 * (`abu-sayyaf-group`). A name in the page has no strength.
 */
export const auListed: ListReader = {
  info: AU_LISTED,
  open: async (files, caps) => {
    const limits = { ...LIMITS, ...caps };
    const file = onlyFile(AU_LISTED.id, files);
    const { tables, sha256 } = await readPage(AU_LISTED.id, file, limits);
    const table = { list: AU_LISTED.id, columns: COLUMNS, needed: ['name', 'dates'] } as const;
    const rows = titledRows(tables, table, file.name);
    return snapshotOf({
      list: AU_LISTED.id,
      parts: AU_LISTED.parts,
      published: null,
      read: (log) => {
        log.file(AU_LISTED.parts, file.name, sha256);
        return readList(rows, file, limits, log);
      },
    });
  },
};

async function* readList(
  rows: readonly TitledRow<Column>[],
  file: SourceFile,
  limits: Limits,
  log: ReadingLog,
): Batches {
  yield keyedOnce(
    rows.map((row) => readRow(row, log)),
    file,
    limits,
  );
}

function readRow(row: TitledRow<Column>, log: ReadingLog): PlacedRecord {
  const at: At = { log, place: row.place };
  const printed = tidy(row.cell('name'), at);
  const { name, others } = namesInText(printed);
  const key = nameKey(name);
  if (key === '') throw listsError('ENT_LIST_ROW', { why: 'a row without a name' }, { place: row.place });
  const dates = actDates(tidy(row.cell('dates'), at));
  const [first] = dates;
  if (first === undefined) {
    const detail = { field: 'date', value: row.cell('dates'), expected: 'a day like 5 November 2014' };
    throw listsError('ENT_LIST_VALUE', detail, { place: row.place });
  }
  const record: RecordPart = {
    key,
    part: 'main',
    schema: 'Organization',
    statements: distinct([
      nameStatement(name, 'primary', 'strong', 'name', { original: printed }),
      ...others.map(({ text, kind, type }) =>
        nameStatement(text, kind, 'unstated', 'name', { detail: { type } }),
      ),
      ...dates.map(dated),
      ...actDates(tidy(row.cell('ended'), at), 'ended').map(dated),
      statement('legalBasis', 'Criminal Code Act 1995, Division 102', 'page'),
      statement('note', tidy(row.cell('dates'), at), 'dates', { detail: { type: 'dates as printed' } }),
    ]),
  };
  return { record, place: row.place };
}

function dated({ act, date, printed }: ActDate): Statement {
  const property = act === 'listed' ? 'listedOn' : act === 'ended' ? 'delistedOn' : 'amendedOn';
  const detail = { type: act === 'renewed' ? 're-listed' : null };
  return statement(property, date, 'dates', { original: printed, detail });
}
