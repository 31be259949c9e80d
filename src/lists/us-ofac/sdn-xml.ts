import type { Place, RecordPart, Statement } from '../../kernel/index.ts';
import { listsError } from '../errors.ts';
import type { Limits } from '../limits.ts';
import { americanDate } from '../printed-date.ts';
import type { ReadingLog } from '../reading-log.ts';
import type { Batches } from '../snapshot.ts';
import type { SourceFile } from '../source-file.ts';
import { distinct, statement } from '../statements.ts';
import { type At, tidy } from '../tidy.ts';
import {
  childOf,
  childrenOf,
  readXml,
  textElements as texts,
  type XmlElement,
  type XmlFormat,
} from '../xml.ts';
import {
  ALIAS_TYPES,
  addressStatements,
  entryStatements,
  SCHEMA_OF_TYPE,
  strongAlias,
  weakAlias,
} from './entry.ts';
import { REMARKS, readField } from './read-field.ts';
import { fieldsOf } from './remarks.ts';
import { ListWatch } from './which-list.ts';

const PLACE = texts('uid', 'mainEntry', 'country');

/** `sdnList` XML (OFAC's sdn.xsd). The namespace changed when the files moved to the list service. */
const FORMAT: Omit<XmlFormat, 'list'> = {
  root: 'sdnList',
  namespaces: [
    'http://tempuri.org/sdnList.xsd',
    'https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML',
  ],
  records: new Set(['publshInformation', 'sdnEntry']),
  content: {
    // The publisher's own spelling.
    publshInformation: texts('Publish_Date', 'Record_Count'),
    sdnEntry: {
      ...texts('uid', 'firstName', 'lastName', 'title', 'sdnType', 'remarks'),
      programList: texts('program'),
      idList: { id: texts('uid', 'idType', 'idNumber', 'idCountry', 'issueDate', 'expirationDate') },
      akaList: { aka: texts('uid', 'type', 'category', 'lastName', 'firstName') },
      addressList: {
        address: texts(
          'uid',
          'address1',
          'address2',
          'address3',
          'city',
          'stateOrProvince',
          'postalCode',
          'country',
        ),
      },
      nationalityList: { nationality: PLACE },
      citizenshipList: { citizenship: PLACE },
      dateOfBirthList: { dateOfBirthItem: texts('uid', 'dateOfBirth', 'mainEntry') },
      placeOfBirthList: { placeOfBirthItem: texts('uid', 'placeOfBirth', 'mainEntry') },
      vesselInfo: texts(
        'callSign',
        'vesselType',
        'vesselFlag',
        'vesselOwner',
        'tonnage',
        'grossRegisteredTonnage',
      ),
    },
  },
};

/** What the XML says of one entry, apart by the file of the CSV set in which it would stand. */
export interface XmlEntry {
  readonly key: string;
  readonly schema: RecordPart['schema'];
  readonly sdn: readonly Statement[];
  readonly alt: readonly Statement[];
  readonly add: readonly Statement[];
}

/** The publication date of a file as EDTF. Throws as {@link readSdnXml} does. */
export async function publishedOf(file: SourceFile, list: string, limits: Limits): Promise<string | null> {
  for await (const elements of readXml(file, limits, { ...FORMAT, list })) {
    const about = elements.find((element) => element.name === 'publshInformation');
    return about === undefined ? null : publication(about, file).date;
  }
  return null;
}

/**
 * Reads a file, giving each entry to `parts` to lay out. Throws `ENT_LIST_COUNT` when the file has not as many
 * entries as it states, and `ENT_LIST_OTHER` when the entries are those of the other OFAC list.
 */
export async function* readSdnXml(
  file: SourceFile,
  about: { readonly list: string; readonly parts: readonly string[] },
  limits: Limits,
  log: ReadingLog,
  lay: (entry: XmlEntry) => readonly RecordPart[],
): Batches {
  const { list } = about;
  const watch = new ListWatch();
  const seen = new Set<string>();
  let stated: number | null = null;
  const onEnd = (sha256: string) => log.file(about.parts, file.name, sha256);
  for await (const elements of readXml(file, limits, { ...FORMAT, list }, { onEnd })) {
    const batch: RecordPart[] = [];
    for (const element of elements) {
      if (element.name === 'publshInformation') {
        stated = publication(element, file).count;
        continue;
      }
      const entry = readEntry(element, file, log, watch);
      if (seen.has(entry.key)) {
        const place = { file: file.name, line: element.line };
        throw listsError('ENT_LIST_KEY_TWICE', { key: entry.key }, { place });
      }
      seen.add(entry.key);
      batch.push(...lay(entry));
    }
    yield batch;
  }
  const place = { file: file.name };
  if (seen.size === 0) throw listsError('ENT_LIST_EMPTY', {}, { place });
  if (stated !== null && stated !== seen.size) {
    throw listsError('ENT_LIST_COUNT', { stated, read: seen.size }, { place });
  }
  watch.check(list, file.name);
}

function publication(element: XmlElement, file: SourceFile): { date: string | null; count: number | null } {
  const place = { file: file.name, line: element.line };
  const printed = childOf(element, 'Publish_Date')?.text.trim() ?? '';
  const date = americanDate(printed);
  if (date === null) throw badValue('Publish_Date', printed, 'a date MM/DD/YYYY', place);
  const count = childOf(element, 'Record_Count')?.text.trim();
  if (count === undefined) return { date, count: null };
  if (!/^\d{1,9}$/.test(count)) throw badValue('Record_Count', count, 'a number', place);
  return { date, count: Number(count) };
}

function readEntry(element: XmlElement, file: SourceFile, log: ReadingLog, watch: ListWatch): XmlEntry {
  const place = { file: file.name, line: element.line, path: 'sdnEntry' };
  const at = { log, place };
  const text = (of: XmlElement, name: string) => {
    const child = childOf(of, name);
    return child === undefined ? null : tidy(child.text, at) || null;
  };
  const key = text(element, 'uid') ?? '';
  if (!/^\d{1,10}$/.test(key)) throw badValue('uid', key, 'a number', place);
  const type = text(element, 'sdnType') ?? '';
  const schema = SCHEMA_OF_TYPE.get(type.toLowerCase());
  if (schema === undefined) throw badValue('sdnType', type, [...SCHEMA_OF_TYPE.keys()].join(', '), place);
  const programmes = itemsOf(element, 'programList').map((program) => tidy(program.text, at));
  watch.entry(programmes);
  const vessel = childOf(element, 'vesselInfo');
  const ofVessel = (name: string) => (vessel === undefined ? null : text(vessel, name));
  const remarks = text(element, 'remarks');
  const aliases = itemsOf(element, 'akaList').map((aka) => alias(aka, at, text));
  return {
    key,
    schema,
    sdn: distinct([
      ...entryStatements({
        name: nameOf(element, text, place),
        programmes: programmes.filter((program) => program !== ''),
        title: text(element, 'title'),
        callSign: ofVessel('callSign'),
        vesselType: ofVessel('vesselType'),
        tonnage: ofVessel('tonnage'),
        grossTonnage: ofVessel('grossRegisteredTonnage'),
        flag: ofVessel('vesselFlag'),
        owner: ofVessel('vesselOwner'),
      }),
      ...(remarks === null ? [] : [statement('remarks', remarks, REMARKS), ...fieldsOf(remarks, at)]),
      ...listedFields(element, text).map((field) => readField(field, at)),
      ...aliases.filter((name) => name.strength === 'weak'),
    ]),
    alt: distinct(aliases.filter((name) => name.strength !== 'weak')),
    add: distinct(
      itemsOf(element, 'addressList').flatMap((address) => {
        const [street, region] = [
          [text(address, 'address1'), text(address, 'address2'), text(address, 'address3')],
          [text(address, 'city'), text(address, 'stateOrProvince')],
        ].map((lines) => lines.filter((line) => line !== null).join(', ') || null);
        const city = [region, text(address, 'postalCode')].filter((part) => part !== null).join(' ') || null;
        return addressStatements(text(address, 'uid') ?? '', {
          street: street ?? null,
          city,
          country: text(address, 'country'),
          remarks: null,
        });
      }),
    ),
  };
}

type TextOf = (of: XmlElement, name: string) => string | null;

/** `LAST, First`, as the CSV set prints a name. */
function nameOf(of: XmlElement, text: TextOf, place: Place): string {
  const last = text(of, 'lastName');
  if (last === null) throw listsError('ENT_LIST_ROW', { why: `${of.name} without a lastName` }, { place });
  const first = text(of, 'firstName');
  return first === null ? last : `${last}, ${first}`;
}

function alias(aka: XmlElement, at: At, text: TextOf): Statement {
  const printed = text(aka, 'type') ?? '';
  const type = ALIAS_TYPES.get(printed.toLowerCase().replaceAll('.', ''));
  if (type === undefined) throw badValue('aka/type', printed, 'a.k.a., f.k.a. or n.k.a.', at.place);
  const category = text(aka, 'category') ?? '';
  const name = nameOf(aka, text, at.place);
  if (category === 'strong') return strongAlias(text(aka, 'uid') ?? '', type, name, null);
  if (category !== 'weak') throw badValue('aka/category', category, 'strong or weak', at.place);
  return weakAlias(type, name, REMARKS);
}

/** What the CSV set prints as fields of remarks, written as it writes them, so that one grammar reads both. */
function listedFields(element: XmlElement, text: TextOf): readonly string[] {
  const prefix = (item: XmlElement) => (text(item, 'mainEntry') === 'false' ? 'alt. ' : '');
  const fields = (list: string, head: string, name: string) =>
    itemsOf(element, list).flatMap((item) => {
      const value = text(item, name);
      return value === null ? [] : [`${prefix(item)}${head} ${value}`];
    });
  const ids = itemsOf(element, 'idList').map((id) => {
    const [country, issued, expires] = ['idCountry', 'issueDate', 'expirationDate'].map((name) =>
      text(id, name),
    );
    return [
      text(id, 'idType'),
      text(id, 'idNumber'),
      country === null ? null : `(${country})`,
      issued === null ? null : `issued ${issued}`,
      expires === null ? null : `expires ${expires}`,
    ]
      .filter((part) => part !== null)
      .join(' ');
  });
  return [
    ...fields('dateOfBirthList', 'DOB', 'dateOfBirth'),
    ...fields('placeOfBirthList', 'POB', 'placeOfBirth'),
    ...fields('nationalityList', 'nationality', 'country'),
    ...fields('citizenshipList', 'citizen', 'country'),
    ...ids.filter((field) => field !== ''),
  ];
}

function itemsOf(element: XmlElement, list: string): readonly XmlElement[] {
  return childrenOf(element, list).flatMap((found) => found.children);
}

function badValue(field: string, value: string, expected: string, place: Place) {
  return listsError('ENT_LIST_VALUE', { field, value, expected }, { place });
}
