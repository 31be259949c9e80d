import type { ListInfo, RecordPart, Schema, Statement } from '../../kernel/index.ts';
import { scriptOf } from '../../text/index.ts';
import { namesInText } from '../also-known.ts';
import { topLevelPieces } from '../bracket-names.ts';
import { dateStatement, dayStatement } from '../dated.ts';
import { listsError } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import type { ListReader } from '../list-reader.ts';
import { nameKey } from '../name-key.ts';
import { onlyFile } from '../only-file.ts';
import type { ReadingLog } from '../reading-log.ts';
import { distinct, nameStatement, statement } from '../statements.ts';
import { type At, tidy } from '../tidy.ts';
import { childOf, textElements, type XmlElement, type XmlFormat } from '../xml.ts';
import { xmlSnapshot } from '../xml-entries.ts';

/** Canada's sanctions of its own. */
export const CA_SEMA: ListInfo = {
  id: 'ca-sema',
  title: 'Consolidated Canadian Autonomous Sanctions List',
  authority: { id: 'ca-global-affairs', name: 'Global Affairs Canada', country: 'CA' },
  effect:
    'Dealings with the listed and their property are prohibited, as the regulations of each country say.',
  url: 'https://www.international.gc.ca/world-monde/international_relations-relations_internationales/sanctions/consolidated-consolide.aspx?lang=eng',
  licence: 'Open Government Licence Canada',
  parts: ['main'],
  staleAfterDays: 7,
};

const FIELDS = [
  'Country',
  'LastName',
  'GivenName',
  'EntityOrShip',
  'TitleOrShip',
  'ShipIMONumber',
  'Aliases',
  'DateOfBirthOrShipBuildDate',
  'Schedule',
  'Item',
  'DateOfListing',
] as const;

const FORMAT: XmlFormat = {
  list: CA_SEMA.id,
  root: 'data-set',
  namespaces: [null],
  content: { record: textElements(...FIELDS) },
  records: new Set(['record']),
};

const NONE = /^(?:n\/a|none|-)?$/i;
const MOST_NAMES = 4_000;

/**
 * Reads the XML of the list. It numbers an entry by the schedule and the item of a country's regulations, which together
 * are the key: `russia:1-part-1:17`. Entries move between schedules rarely; where they do, the old key ends and a new one
 * begins. Countries are printed in both languages, of which the English one is the programme.
 */
export const caSema: ListReader = {
  info: CA_SEMA,
  open: async (files, caps) => {
    const limits = { ...LIMITS, ...caps };
    const file = onlyFile(CA_SEMA.id, files);
    return xmlSnapshot({ info: CA_SEMA, file, limits, format: FORMAT, published: null, read: readEntry });
  },
};

type Text = (field: (typeof FIELDS)[number]) => string;

function readEntry(element: XmlElement, file: string, log: ReadingLog): RecordPart {
  const at: At = { log, place: { file, line: element.line, path: 'record' } };
  const text: Text = (field) => {
    const printed = tidy(childOf(element, field)?.text ?? '', at);
    return NONE.test(printed) ? '' : printed;
  };
  const [country, schedule, item] = [text('Country'), text('Schedule'), text('Item')];
  const key = [country.split('/')[0] ?? '', schedule, item].map((part) => nameKey(part)).join(':');
  if (country === '' || item === '')
    throw listsError('ENT_LIST_ROW', { why: 'a record without its country or item' }, { place: at.place });
  const schema = schemaOf(text);
  const names = namesOf(text, schema);
  if (names.length === 0)
    throw listsError('ENT_LIST_ROW', { why: `${key} has no name` }, { place: at.place });
  const one = (property: Statement['property'], field: Parameters<Text>[0], type?: string) =>
    text(field) === '' ? [] : [statement(property, text(field), field, { detail: { type } })];
  const born = text('DateOfBirthOrShipBuildDate');
  const listed = text('DateOfListing');
  return {
    key,
    part: 'main',
    schema,
    statements: distinct([
      ...names,
      statement('programme', (country.split('/')[0] ?? country).trim(), 'Country', { original: country }),
      ...(listed === '' ? [] : [dayStatement('listedOn', 'DateOfListing', listed, at)]),
      ...(schedule === '' ? [] : [statement('legalBasis', `Schedule ${schedule}, item ${item}`, 'Schedule')]),
      statement('reference', item, 'Item'),
      ...one('identifier', 'ShipIMONumber', 'IMO number'),
      ...(schema === 'Vessel' ? one('vesselType', 'TitleOrShip') : one('title', 'TitleOrShip')),
      ...(born === '' ? [] : [bornOrBuilt(born, schema, at)]),
    ]),
  };
}

function bornOrBuilt(printed: string, schema: Schema, at: At): Statement {
  const field = 'DateOfBirthOrShipBuildDate';
  if (schema === 'Vessel') return statement('note', printed, field, { detail: { type: 'built' } });
  return dateStatement(schema === 'Person' ? 'birthDate' : 'foundedOn', printed, field, at);
}

/** A record with a ship's number is a ship, one with a name of a person's parts is a person. */
function schemaOf(text: Text): Schema {
  if (text('ShipIMONumber') !== '') return 'Vessel';
  return text('LastName') !== '' || text('GivenName') !== '' ? 'Person' : 'Organization';
}

function namesOf(text: Text, schema: Schema): readonly Statement[] {
  const person = [text('GivenName'), text('LastName')].filter((part) => part !== '').join(' ');
  const entity = text('EntityOrShip');
  const printed = schema === 'Person' ? person : entity;
  // Many entities are printed with their names in both languages, `A / B`.
  const [first = '', ...translated] = printed.length > MOST_NAMES ? [printed] : printed.split(/\s+\/\s+/);
  const { name, others } = namesInText(first);
  const place = schema === 'Person' ? 'LastName' : 'EntityOrShip';
  if (!/\p{L}|\p{N}/u.test(name)) return [];
  return [
    nameStatement(name, 'primary', 'strong', place, { original: printed }),
    ...others.map((other) =>
      nameStatement(other.text, other.kind, 'unstated', place, { detail: { type: other.type } }),
    ),
    ...translated.filter((part) => /\p{L}/u.test(part)).map((part) => alias(part.trim(), place)),
    ...topLevelPieces(text('Aliases')).flatMap((piece) => {
      const { label, rest } = labelled(piece);
      const { name: own, others: more } = namesInText(rest);
      return [own, ...more.map((other) => other.text)]
        .filter((part) => /\p{L}/u.test(part))
        .map((part) => alias(part, 'Aliases', { original: piece, label }));
    }),
  ];
}

function alias(
  text: string,
  place: string,
  more: { original?: string; label?: string | null } = {},
): Statement {
  const latin = scriptOf(text) === 'Latn' || scriptOf(text) === 'Zyyy';
  return nameStatement(text, latin ? 'alias' : 'original', 'unstated', place, {
    original: more.original,
    detail: { type: more.label },
  });
}

const LABEL =
  /^(alias(?:es)?|a\.?k\.?a\.?|hebrew|arabic|russian|ukrainian|belarus+ian|persian|farsi)\s*[: ]\s*/i;

/** `Russian: Пётр` has its language before it. */
function labelled(piece: string): { readonly label: string | null; readonly rest: string } {
  const found = LABEL.exec(piece);
  if (found === null) return { label: null, rest: piece };
  const word = found[1] ?? '';
  return {
    label: /^a/i.test(word) && !/^arabic/i.test(word) ? null : word,
    rest: piece.slice(found[0].length),
  };
}
