import type { ListInfo, RecordPart } from '../../kernel/index.ts';
import { dayFirstDate } from '../day-first-date.ts';
import { listsError } from '../errors.ts';
import { type HtmlBlock, readPage } from '../html.ts';
import { keyedOnce, type PlacedRecord } from '../keyed-once.ts';
import { LIMITS, type Limits } from '../limits.ts';
import type { ListReader } from '../list-reader.ts';
import { nameKey } from '../name-key.ts';
import { onlyFile } from '../only-file.ts';
import { printedDate } from '../printed-date.ts';
import { type Batches, snapshotOf } from '../snapshot.ts';
import type { SourceFile } from '../source-file.ts';
import { distinct, nameStatement, statement } from '../statements.ts';
import { stripped } from '../stripped.ts';
import { type At, tidy } from '../tidy.ts';
import { readPerson } from './person.ts';
import { quotedNames } from './quoted-names.ts';

/** The persons and groups to which the Union applies Common Position 2001/931/CFSP. */
export const EU_CP931: ListInfo = {
  id: 'eu-cp931',
  title: 'EU terrorist list under Common Position 2001/931/CFSP',
  authority: { id: 'eu-council', name: 'Council of the European Union', country: 'EU' },
  effect: 'Funds are frozen and police and judicial cooperation is stepped up; reviewed every six months.',
  url: 'https://www.consilium.europa.eu/en/policies/terrorist-list/',
  licence: 'EU reuse terms',
  parts: ['main'],
  // The Council reviews it every six months, and each act prints the whole list again.
  staleAfterDays: 190,
};

const PERSONS = /^I\.\s*persons\b/i;
const GROUPS = /^II\.\s*groups(?: and entities)?\b/i;
/** Numbers and their texts stand in one paragraph or in two. */
const NUMBERED = /^(\d{1,3})\.\s*(.*)$/s;
const END = /^(?:III\.|ANNEX\b|\(\d+\)|ELI:|ISSN\b|Done at\b)/;
const TITLE = /^(?:council )?(?:decision|implementing regulation|common position|regulation)\b/i;
const JOURNAL = /(?:^|\s)(\d{1,2}\.\d{1,2}\.\d{4})(?:$|\s)/;
const OF_DAY = /\bof (\d{1,2} [A-Za-z]{3,9} \d{4})\b/;
const PLACE = 'annex';

/**
 * Reads the annex of an act of the Council as EUR-Lex shows it (HTML). Groups have their names in quotation marks
 * (`quoted-names.ts`), persons have them before their dates (`person.ts`). The numbers of an annex change with each act,
 * so the key is made of the first name. An act says who is on the list and not since when: there is no day of listing,
 * and the act itself is the legal basis.
 */
export const euCp931: ListReader = {
  info: EU_CP931,
  open: async (files, caps) => {
    const limits = { ...LIMITS, ...caps };
    const file = onlyFile(EU_CP931.id, files);
    const { blocks, sha256 } = await readPage(EU_CP931.id, file, limits);
    const annex = annexOf(blocks, file);
    return snapshotOf({
      list: EU_CP931.id,
      parts: EU_CP931.parts,
      published: annex.published,
      read: (log) => {
        log.file(EU_CP931.parts, file.name, sha256);
        return readAnnex(annex, file, limits, log);
      },
    });
  },
};

interface Item {
  readonly section: 'I' | 'II';
  readonly number: number;
  readonly text: string;
}

interface Annex {
  readonly act: string | null;
  readonly published: string | null;
  readonly items: readonly Item[];
}

/** The items of both sections of an act's annex. Throws `ENT_LIST_OTHER` where there is none. */
function annexOf(blocks: readonly HtmlBlock[], file: SourceFile): Annex {
  const place = { file: file.name };
  const texts = blocks.map(({ text }) => text);
  const groups = texts.findLastIndex((text) => GROUPS.test(text));
  const persons = texts.findLastIndex((text, index) => index < groups && PERSONS.test(text));
  if (groups < 0 || persons < 0) {
    const why = 'it has no annex with the sections "I. PERSONS" and "II. GROUPS AND ENTITIES"';
    throw listsError('ENT_LIST_OTHER', { list: EU_CP931.id, why }, { place });
  }
  const [act] = texts.slice(0, persons).filter((text) => TITLE.test(text));
  const journal = texts
    .slice(0, persons)
    .map((text) => (text.length < 200 ? JOURNAL.exec(text)?.[1] : undefined));
  const day = journal.find((one) => one !== undefined);
  const made = OF_DAY.exec(act ?? '')?.[1];
  return {
    act: act ?? null,
    published:
      (day === undefined ? null : dayFirstDate(day)) ?? (made === undefined ? null : printedDate(made)),
    items: [
      ...itemsOf('I', texts.slice(persons + 1, groups), file),
      ...itemsOf('II', texts.slice(groups + 1), file),
    ],
  };
}

/** Throws `ENT_LIST_VALUE` for a number that does not follow the one before, and `ENT_LIST_ROW` for one without text. */
function itemsOf(section: Item['section'], texts: readonly string[], file: SourceFile): readonly Item[] {
  const items: { section: Item['section']; number: number; text: string }[] = [];
  for (const text of texts) {
    const numbered = NUMBERED.exec(text);
    const last = items.at(-1);
    if (numbered === null) {
      if (END.test(text)) break;
      if (last === undefined) continue;
      last.text = `${last.text} ${text}`.trim();
      continue;
    }
    const number = Number(numbered[1]);
    const expected = (last?.number ?? 0) + 1;
    if (number !== expected) {
      const detail = {
        field: `number in section ${section}`,
        value: String(number),
        expected: String(expected),
      };
      throw listsError('ENT_LIST_VALUE', detail, { place: { file: file.name } });
    }
    items.push({ section, number, text: numbered[2] ?? '' });
  }
  const empty = items.find(({ text }) => text === '');
  if (empty === undefined) return items;
  const why = `item ${section}.${empty.number} is empty`;
  throw listsError('ENT_LIST_ROW', { why }, { place: { file: file.name } });
}

async function* readAnnex({ act, items }: Annex, file: SourceFile, limits: Limits, log: At['log']): Batches {
  const records = items.map((item): PlacedRecord => {
    const place = { file: file.name, path: `item ${item.section}.${item.number}` };
    return { record: readItem(item, act, { log, place }), place };
  });
  yield keyedOnce(records, file, limits);
}

function readItem({ section, number, text }: Item, act: string | null, at: At): RecordPart {
  const printed = tidy(text, at);
  const read = section === 'I' ? readPerson(printed) : readGroup(printed);
  const key = nameKey(read.name);
  if (key === '')
    throw listsError('ENT_LIST_ROW', { why: `item ${section}.${number} has no name` }, { place: at.place });
  return {
    key,
    part: 'main',
    schema: section === 'I' ? 'Person' : 'Organization',
    statements: distinct([
      ...read.statements,
      ...(act === null ? [] : [statement('legalBasis', tidy(act, at), 'title')]),
      statement('programme', '2001/931/CFSP', 'title'),
      statement('reference', `${section}.${number}`, PLACE),
    ]),
  };
}

function readGroup(printed: string) {
  const { names, rest } = quotedNames(printed);
  const [first, ...others] = names;
  const name = first?.text ?? stripped(printed, '', '.;,');
  return {
    name,
    statements: [
      nameStatement(name, 'primary', 'strong', PLACE, { original: printed }),
      ...others.map((other) =>
        nameStatement(other.text, other.kind, 'unstated', PLACE, { detail: { type: other.type } }),
      ),
      ...(rest === '' || first === undefined ? [] : [statement('note', rest, PLACE)]),
    ],
  };
}
