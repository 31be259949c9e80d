import type { ListInfo, RecordPart } from '../../kernel/index.ts';
import { namesInText } from '../also-known.ts';
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
import { distinct, nameStatement } from '../statements.ts';
import { type At, tidy } from '../tidy.ts';

/** The Terrorist Exclusion List, as the Department of State shows it. */
export const US_STATE_TEL: ListInfo = {
  id: 'us-state-tel',
  title: 'Terrorist Exclusion List',
  authority: { id: 'us-state', name: 'United States Department of State', country: 'US' },
  effect:
    'Members and supporters may be kept out of the country or deported (8 U.S.C. 1182); nothing is frozen.',
  url: 'https://www.state.gov/terrorist-exclusion-list/',
  licence: 'United States public domain',
  parts: ['main'],
  // It has hardly changed since 2004.
  staleAfterDays: 180,
};

const DESIGNEES = /^terrorist exclusion list designees\b/i;
const DELISTED = /\b(?:delisted|removed)\b.*\bterrorist exclusion list\b/i;
const PLACE = 'Designee';
const LONGEST_HEADING = 200;

/**
 * Reads the page of the Terrorist Exclusion List. It numbers and dates nothing: the key is made of the name that
 * an item begins with. The groups that it shows as delisted have no day either and are left out with a note, since
 * an entry without an end would pass for a listing.
 */
export const usStateTel: ListReader = {
  info: US_STATE_TEL,
  open: async (files, caps) => {
    const limits = { ...LIMITS, ...caps };
    const file = onlyFile(US_STATE_TEL.id, files);
    const page = await readPage(US_STATE_TEL.id, file, limits);
    const items = itemsOf(page, file);
    return snapshotOf({
      list: US_STATE_TEL.id,
      parts: US_STATE_TEL.parts,
      published: null,
      read: (log) => {
        log.file(US_STATE_TEL.parts, file.name, page.sha256);
        return readList(items, file, limits, log);
      },
    });
  },
};

interface Items {
  readonly designees: readonly string[];
  readonly delisted: readonly string[];
}

/** The items of the two lists of the page: each runs from its heading to the next text that is no item. */
function itemsOf({ blocks }: HtmlPage, file: SourceFile): Items {
  const after = (heading: RegExp): readonly string[] => {
    const from = blocks.findIndex(
      ({ element, text }) => element !== 'LI' && text.length <= LONGEST_HEADING && heading.test(text),
    );
    const rest = from < 0 ? [] : blocks.slice(from + 1);
    const end = rest.findIndex(({ element }) => element !== 'LI');
    return rest.slice(0, end < 0 ? rest.length : end).map(({ text }) => text);
  };
  const designees = after(DESIGNEES);
  if (designees.length > 0) return { designees, delisted: after(DELISTED) };
  const why = 'it has no list of designees under a heading that names the Terrorist Exclusion List';
  throw listsError('ENT_LIST_OTHER', { list: US_STATE_TEL.id, why }, { place: { file: file.name } });
}

async function* readList(
  { designees, delisted }: Items,
  file: SourceFile,
  limits: Limits,
  log: ReadingLog,
): Batches {
  const records = designees.map((text, index): PlacedRecord => {
    const place = { file: file.name, path: `item ${index + 1}` };
    return { record: readItem(text, { log, place }), place };
  });
  for (const text of delisted) {
    log.note('row-skipped', { file: file.name }, `shown as delisted, without a day: "${text.slice(0, 80)}"`);
  }
  yield keyedOnce(records, file, limits);
}

/** Reads an item: `Afghan Support Committee (a.k.a. Ahya ul Turas; a.k.a. Jamiat Ihya ul Turath al Islamia)`. */
function readItem(printed: string, at: At): RecordPart {
  const text = tidy(printed, at);
  const { name, others } = namesInText(text);
  const key = nameKey(name);
  if (key === '') throw listsError('ENT_LIST_ROW', { why: 'an item without a name' }, { place: at.place });
  return {
    key,
    part: 'main',
    // A few of the designees are companies, and one carries the name of a man.
    schema: 'Organization',
    statements: distinct([
      nameStatement(name, 'primary', 'strong', PLACE, { original: text }),
      ...others.map((other) =>
        nameStatement(other.text, other.kind, 'unstated', PLACE, { detail: { type: other.type } }),
      ),
    ]),
  };
}
