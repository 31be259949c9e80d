import type { ListInfo, Place } from '../../kernel/index.ts';
import { listsError } from '../errors.ts';
import { keyedOnce, type PlacedRecord } from '../keyed-once.ts';
import { LIMITS, type Limits } from '../limits.ts';
import type { ListReader } from '../list-reader.ts';
import { onlyFile } from '../only-file.ts';
import { looksLikePdf, readPdf } from '../pdf.ts';
import { numberedRows } from '../pdf-rows.ts';
import { readText } from '../read-text.ts';
import type { ReadingLog } from '../reading-log.ts';
import { type Batches, snapshotOf } from '../snapshot.ts';
import type { SourceFile } from '../source-file.ts';
import { CNIC, DATE, type RowTexts, readRow } from './row.ts';

/** The organisations that Pakistan has proscribed. */
export const PK_NACTA: ListInfo = {
  id: 'pk-nacta',
  title: 'Proscribed organisations in the First Schedule of the Anti-Terrorism Act',
  authority: { id: 'pk-interior', name: 'Pakistani Ministry of Interior', country: 'PK' },
  effect: 'Offices are sealed, accounts frozen, membership and support are crimes.',
  url: 'https://nacta.gov.pk/proscribed-organizations/',
  licence: 'Not stated',
  parts: ['main'],
  staleAfterDays: 30,
};

const TITLE = /proscribed|first schedule|schedule[- ]i\b|anti[- ]?terrorism act/i;
/** Words of headers, of which no name is made alone. */
const HEADER_WORDS = new Set(
  's sr no number serial name names of the date notification listing enlistment remark remarks proscribed organization organizations organisation organisations'.split(
    ' ',
  ),
);
const FOOT = /^page \d{1,3}(?: (?:of|\/) \d{1,3})?$/i;
const NUMBERED = /^\s*(\d{1,3})\s*[.)\t|]?\s+(\S.*)$/;
const LONGEST_LINE = 4_000;
const MOST_BYTES = 4 * 1024 * 1024;

/**
 * Reads the schedule as NACTA publishes it, a PDF, or as text copied out of it, a row a line. The numbers of its rows change,
 * so the key is made of the name (`lashkar-e-jhangvi`). It is refused when it has the number of an identity card: the list
 * of persons has these, and is not read.
 */
export const pkNacta: ListReader = {
  info: PK_NACTA,
  open: async (files, caps) => {
    const limits = { ...LIMITS, ...caps };
    const file = onlyFile(PK_NACTA.id, files);
    const isPdf = await looksLikePdf(file, limits);
    const rowsIn = isPdf ? pdfRows : textRows;
    const { rows, sha256 } = await rowsIn(file, limits);
    return snapshotOf({
      list: PK_NACTA.id,
      parts: PK_NACTA.parts,
      published: null,
      read: async function* (log: ReadingLog): Batches {
        log.file(PK_NACTA.parts, file.name, sha256);
        const place = { file: file.name };
        if (!isPdf)
          log.note('no-end-mark', place, 'text has no mark of its end: nothing shows that it is whole');
        yield keyedOnce(
          rows.map((row) => recordOf(row, file, log)),
          file,
          limits,
        );
      },
    });
  },
};

function recordOf(row: RowTexts, file: SourceFile, log: ReadingLog): PlacedRecord {
  const place = { file: file.name, path: `row ${row.number}` };
  return { place, record: readRow(row, { log, place }) };
}

function isHeader(cell: string): boolean {
  const words = cell
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
  return words.length > 0 && words.every((word) => HEADER_WORDS.has(word));
}

interface ReadRows {
  readonly rows: readonly RowTexts[];
  readonly sha256: string;
}

async function pdfRows(file: SourceFile, limits: Limits): Promise<ReadRows> {
  const { pages, sha256 } = await readPdf(PK_NACTA.id, file, limits);
  const text = pages.map((page) => page.map((run) => run.text).join(' ')).join('\n');
  const rows = pages
    .flatMap((page) => numberedRows(page, (cell) => isHeader(cell) || FOOT.test(cell)))
    .map(({ number, cells }): RowTexts => ({ number, pieces: cells.map((cell) => cell.text) }));
  return { rows: checked(rows, text, file), sha256 };
}

async function textRows(file: SourceFile, limits: Limits): Promise<ReadRows> {
  const pieces: string[] = [];
  let sha256 = '';
  const onEnd = (digest: string) => {
    sha256 = digest;
  };
  const capped = { ...limits, bytes: Math.min(limits.bytes, MOST_BYTES) };
  for await (const piece of readText(file, capped, onEnd)) pieces.push(piece);
  const text = pieces.join('');
  if (text.trim() === '') throw listsError('ENT_LIST_EMPTY', {}, { place: { file: file.name } });
  const rows: { number: number; pieces: string[] }[] = [];
  for (const line of text.split(/\r?\n/)) {
    if (line.length > LONGEST_LINE)
      throw listsError(
        'ENT_LIST_TOO_LARGE',
        { what: 'characters in a line', cap: LONGEST_LINE },
        { place: { file: file.name } },
      );
    const found = NUMBERED.exec(line);
    const number = Number(found?.[1]);
    const last = rows.at(-1);
    if (found !== null && number === (last?.number ?? 0) + 1)
      rows.push({ number, pieces: (found[2] ?? '').split(/\t|\s{2,}|\|/) });
    else if (found !== null && last !== undefined && number > last.number && DATE.test(found[2] ?? ''))
      throw misnumbered(number, last.number + 1, { file: file.name });
    else if (last !== undefined) last.pieces.push(...line.split(/\t|\s{2,}|\|/));
  }
  return { rows: checked(rows, text, file), sha256 };
}

function misnumbered(number: number, expected: number, place: Place) {
  const detail = { field: 'S. No.', value: String(number), expected: String(expected) };
  return listsError('ENT_LIST_VALUE', detail, { place });
}

/** Throws unless the file is the list of organisations, with a row for each number from 1. */
function checked(rows: readonly RowTexts[], text: string, file: SourceFile): readonly RowTexts[] {
  const place = { file: file.name };
  const other = (why: string) => listsError('ENT_LIST_OTHER', { list: PK_NACTA.id, why }, { place });
  if (CNIC.test(text)) throw other('it has numbers of identity cards (CNIC); lists of persons are not read');
  if (!TITLE.test(text))
    throw other('it does not speak of proscribed organisations or of the First Schedule');
  if (rows.length === 0) throw other('it has no numbered rows');
  for (const [index, { number }] of rows.entries()) {
    if (number !== index + 1) throw misnumbered(number, index + 1, place);
  }
  return rows;
}
