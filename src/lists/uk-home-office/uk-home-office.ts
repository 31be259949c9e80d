import type { ListInfo } from '../../kernel/index.ts';
import { listsError } from '../errors.ts';
import { type HtmlBlock, type HtmlPage, readPage } from '../html.ts';
import { keyedOnce, type PlacedRecord } from '../keyed-once.ts';
import { LIMITS, type Limits } from '../limits.ts';
import type { ListReader } from '../list-reader.ts';
import { onlyFile } from '../only-file.ts';
import { printedDate } from '../printed-date.ts';
import type { ReadingLog } from '../reading-log.ts';
import { type Batches, snapshotOf } from '../snapshot.ts';
import type { SourceFile } from '../source-file.ts';
import { type Proscribed, readProscribed } from './entry.ts';

/** The organisations proscribed under the Terrorism Act 2000, as the Home Office shows them. */
export const UK_HOME_OFFICE: ListInfo = {
  id: 'uk-home-office',
  title: 'Proscribed terrorist groups or organisations',
  authority: { id: 'uk-home-office', name: 'UK Home Office', country: 'GB' },
  effect:
    'Belonging to it, inviting support for it and showing its articles are crimes; nothing is frozen by itself.',
  url: 'https://www.gov.uk/government/publications/proscribed-terror-groups-or-organisations--2/proscribed-terrorist-groups-or-organisations-accessible-version',
  licence: 'Open Government Licence 3.0',
  parts: ['main'],
  staleAfterDays: 30,
};

/** `17 November Revolutionary Organisation (N17) – Proscribed March 2001`. */
const HEADED = /^(\S.{0,400}?)\s*[-–—:,]\s*(?:was\s+)?proscribed(?:\s+in)?\s+(\S.{3,200})$/i;
const UPDATED = /^updated:?\s+(\d{1,2} [a-z]+ \d{4})$/i;
const IRISH = /\bnorthern ireland\b.*\bterrorism\b|\bproscribed\b.*\bnorthern ireland\b/i;
const NAME_COLUMN =
  /^(?:name|(?:proscribed )?(?:organi[sz]ation|group)s?(?: name)?|name of (?:organi[sz]ation|group))$/i;
const DATE_COLUMN = /^(?:date (?:of )?proscri(?:bed|ption)|proscribed|date)$/i;
const HEADING = /^H[1-6]$/;

/**
 * Reads the page of proscribed organisations: headings with the month of each and prose below, or a table of the
 * same, and the groups of Northern Ireland, which are a list without dates.
 */
export const ukHomeOffice: ListReader = {
  info: UK_HOME_OFFICE,
  open: async (files, caps) => {
    const limits = { ...LIMITS, ...caps };
    const file = onlyFile(UK_HOME_OFFICE.id, files);
    const page = await readPage(UK_HOME_OFFICE.id, file, limits);
    const organisations = organisationsOf(page, file);
    const updated = page.blocks.flatMap(({ text }) => printedDate(UPDATED.exec(text)?.[1] ?? '') ?? []);
    return snapshotOf({
      list: UK_HOME_OFFICE.id,
      parts: UK_HOME_OFFICE.parts,
      published: updated[0] ?? null,
      read: (log) => {
        log.file(UK_HOME_OFFICE.parts, file.name, page.sha256);
        return readList(organisations, file, limits, log);
      },
    });
  },
};

async function* readList(
  organisations: readonly Proscribed[],
  file: SourceFile,
  limits: Limits,
  log: ReadingLog,
): Batches {
  const records = organisations.map((organisation, index): PlacedRecord => {
    const place = { file: file.name, path: `organisation ${index + 1}` };
    return { record: readProscribed(organisation, { log, place }), place };
  });
  yield keyedOnce(records, file, limits);
}

/** Throws `ENT_LIST_OTHER` for a page that dates no proscription. */
function organisationsOf(page: HtmlPage, file: SourceFile): readonly Proscribed[] {
  const tabled = page.tables.flatMap(({ rows }) => inTable(rows, file));
  const dated = tabled.length > 0 ? tabled : inBlocks(page.blocks);
  if (dated.length > 0) return [...dated, ...northernIreland(page.blocks)];
  const why = 'it has no organisation with the date of its proscription';
  throw listsError('ENT_LIST_OTHER', { list: UK_HOME_OFFICE.id, why }, { place: { file: file.name } });
}

/** The rows of a table of organisations and dates; what further columns say is prose. */
function inTable(rows: readonly (readonly string[])[], file: SourceFile): readonly Proscribed[] {
  const [header = [], ...rest] = rows;
  const name = header.findIndex((cell) => NAME_COLUMN.test(cell));
  const date = header.findIndex((cell) => DATE_COLUMN.test(cell));
  if (name < 0 || date < 0) return [];
  return rest.map((cells, index) => {
    if (cells.length !== header.length) {
      const why = `${cells.length} cells, where the table has ${header.length} columns`;
      throw listsError('ENT_LIST_ROW', { why }, { place: { file: file.name, path: `row ${index + 2}` } });
    }
    return {
      name: cells[name] ?? '',
      proscribed: (cells[date] ?? '').replace(/^proscribed\s+(?:in\s+)?/i, ''),
      prose: cells.filter((_, at) => at !== name && at !== date),
    };
  });
}

/** What the headings of organisations say, each with the paragraphs below it up to the next heading. */
function inBlocks(blocks: readonly HtmlBlock[]): readonly Proscribed[] {
  const found: { name: string; proscribed: string; prose: string[] }[] = [];
  let open: string[] | null = null;
  for (const { element, text } of blocks) {
    const [, name, proscribed] = HEADED.exec(text) ?? [];
    if (name !== undefined && proscribed !== undefined && /\d{4}/.test(proscribed)) {
      open = [];
      found.push({ name, proscribed, prose: open });
    } else if (HEADING.test(element) || element === 'FOOTER') {
      open = null;
    } else {
      open?.push(text);
    }
  }
  return found;
}

/** The items of the list below the heading on Northern Ireland. */
function northernIreland(blocks: readonly HtmlBlock[]): readonly Proscribed[] {
  const from = blocks.findIndex(({ element, text }) => HEADING.test(element) && IRISH.test(text));
  const rest = from < 0 ? [] : blocks.slice(from + 1);
  const next = rest.findIndex(({ element }) => HEADING.test(element) || element === 'FOOTER');
  return rest
    .slice(0, next < 0 ? rest.length : next)
    .filter(({ element }) => element === 'LI')
    .map(({ text }) => ({ name: text, proscribed: null, prose: [] }));
}
