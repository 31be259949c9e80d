import {
  formatDate,
  type RecordPart,
  type Schema,
  type Statement,
  tryParseDate,
} from '../../kernel/index.ts';
import { listsError } from '../errors.ts';
import { LIMITS, type Limits } from '../limits.ts';
import type { ListReader } from '../list-reader.ts';
import { onlyFile } from '../only-file.ts';
import { ReadingLog } from '../reading-log.ts';
import { type Batches, snapshotOf } from '../snapshot.ts';
import type { SourceFile } from '../source-file.ts';
import { distinct, statement } from '../statements.ts';
import { type At, tidy } from '../tidy.ts';
import { unReference } from '../un-reference.ts';
import { childOf, childrenOf, readXml, type XmlElement } from '../xml.ts';
import { xmlEntries } from '../xml-entries.ts';
import { CH_SECO, FORMAT } from './format.ts';
import { genericOf, identityOf, type PlaceOnList, placeOf } from './identity.ts';
import { timesOnList } from './modifications.ts';
import { badValue } from './names.ts';

const BODIES: ReadonlyMap<string, Schema> = new Map([
  ['individual', 'Person'],
  ['entity', 'Organization'],
  ['object', 'Vessel'],
]);

/**
 * Reads the XML of the whole list. It is read twice, first for the programmes and the places that stand behind the targets,
 * then target by target. The key is the number of the target (`ssid`, `4321`). Targets that were removed stay in the
 * file with the day: they are records with an end. A target that was listed again has a record for each earlier time,
 * `4321~2015-03-02`, since an end that is stated in a record is that of the listing.
 */
export const chSeco: ListReader = {
  info: CH_SECO,
  open: async (files, caps) => {
    const limits = { ...LIMITS, ...caps };
    const file = onlyFile(CH_SECO.id, files);
    return snapshotOf({
      list: CH_SECO.id,
      parts: CH_SECO.parts,
      published: await publishedOf(file, limits),
      read: (log) => readList(file, limits, log),
    });
  },
};

/** The date of the file. Throws `ENT_LIST_OTHER` for a file of changes alone. */
async function publishedOf(file: SourceFile, limits: Limits): Promise<string | null> {
  const at = { place: { file: file.name, line: 1 } };
  let root: Readonly<Record<string, string>> = {};
  const onRoot = (attributes: Readonly<Record<string, string>>) => {
    root = attributes;
  };
  for await (const _ of readXml(file, limits, FORMAT, { onRoot })) break;
  const type = root['list-type'] ?? 'whole-list';
  if (type !== 'whole-list') {
    const why = `its list-type is "${type.slice(0, 40)}", and only a whole-list says who is not listed`;
    throw listsError('ENT_LIST_OTHER', { list: CH_SECO.id, why }, at);
  }
  if (root.date === undefined) return null;
  const date = tryParseDate(root.date);
  if (date !== null) return formatDate(date);
  throw listsError('ENT_LIST_VALUE', { field: 'date', value: root.date, expected: 'a date' }, at);
}

/** What targets refer to by number. */
interface References {
  readonly programmes: ReadonlyMap<string, Programme>;
  readonly places: ReadonlyMap<string, PlaceOnList>;
}

interface Programme {
  readonly name: string;
  readonly detail: Readonly<Record<string, string>>;
}

async function referencesOf(file: SourceFile, limits: Limits): Promise<References> {
  const programmes = new Map<string, Programme>();
  const places = new Map<string, PlaceOnList>();
  // What it notes is noted again where a target prints it.
  const at: At = { log: new ReadingLog(), place: { file: file.name } };
  for await (const elements of readXml(file, limits, FORMAT)) {
    for (const element of elements) {
      if (element.name === 'place') places.set(element.attributes?.ssid ?? '', placeOf(element, at));
      if (element.name !== 'sanctions-program') continue;
      const english = (name: string) => {
        const all = childrenOf(element, name);
        const found = all.find(({ attributes }) => attributes?.lang === 'eng') ?? all[0];
        return tidy(found?.text ?? '', at);
      };
      const name = english('program-name') || english('program-key');
      const detail = { key: english('program-key'), origin: english('origin') };
      for (const set of childrenOf(element, 'sanctions-set'))
        programmes.set(set.attributes?.ssid ?? '', {
          name,
          detail: { ...detail, set: english('sanctions-set') },
        });
    }
  }
  return { programmes, places };
}

async function* readList(file: SourceFile, limits: Limits, log: ReadingLog): Batches {
  const references = await referencesOf(file, limits);
  const read = (element: XmlElement) =>
    element.name === 'target'
      ? targetOf(element, references, { log, place: { file: file.name, line: element.line, path: 'target' } })
      : null;
  yield* xmlEntries({ file, limits, format: FORMAT, parts: CH_SECO.parts, read }, log);
}

function targetOf(element: XmlElement, { programmes, places }: References, at: At): readonly RecordPart[] {
  const key = tidy(element.attributes?.ssid ?? '', at);
  if (!/^\d{1,12}$/.test(key)) throw badValue('ssid', key, 'a number', at);
  const own: At = { ...at, place: { ...at.place, path: `target ${key}` } };
  const body = element.children.find(({ name }) => BODIES.has(name));
  const schema = BODIES.get(body?.name ?? '');
  if (body === undefined || schema === undefined)
    throw listsError(
      'ENT_LIST_ROW',
      { why: `${key} is no individual, entity or object` },
      { place: own.place },
    );
  const identities = [...childrenOf(body, 'identity')].sort((a, b) => mainLast(b) - mainLast(a));
  const said = identities.flatMap((identity) => identityOf(identity, { at: own, schema, places }));
  const facts = [...programmeOf(element, programmes, own), ...foreignOf(element, own), ...factsOf(body, own)];
  if (!said.some(({ property }) => property === 'name'))
    throw listsError('ENT_LIST_ROW', { why: `${key} has no name` }, { place: own.place });
  const times = timesOnList(childrenOf(element, 'modification'), own);
  const generic = childrenOf(element, 'generic-attribute').flatMap((one) => genericOf(one, own));
  return times.map((time, index) => ({
    key: index === times.length - 1 ? key : `${key}~${time.ended}`,
    part: 'main',
    schema,
    statements: distinct([...primaryFirst(said), ...time.statements, ...facts, ...generic]),
  }));
}

function mainLast({ attributes }: XmlElement): number {
  return attributes?.main === 'true' ? 1 : 0;
}

/** Only the first primary name is the name of the target; any other is an alias. */
function primaryFirst(statements: readonly Statement[]): readonly Statement[] {
  const first = statements.findIndex(({ kind }) => kind === 'primary');
  const made = statements.map((one, index) =>
    one.kind === 'primary' && index !== first ? { ...one, kind: 'alias' as const } : one,
  );
  return [
    ...made.filter(({ property }) => property === 'name'),
    ...made.filter(({ property }) => property !== 'name'),
  ];
}

function programmeOf(
  element: XmlElement,
  programmes: ReadonlyMap<string, Programme>,
  at: At,
): readonly Statement[] {
  const ids = [
    element.attributes?.['sanctions-set-id'] ?? '',
    ...childrenOf(element, 'sanctions-set-id').map(({ text }) => tidy(text, at)),
  ].filter((id) => id !== '');
  return ids.map((id) => {
    const found = programmes.get(id);
    if (found === undefined) throw badValue('sanctions-set-id', id, 'that of a programme in the file', at);
    return statement('programme', found.name || id, 'sanctions-set-id', { detail: found.detail });
  });
}

function foreignOf(element: XmlElement, at: At): readonly Statement[] {
  const printed = tidy(childOf(element, 'foreign-identifier')?.text ?? '', at);
  if (printed === '') return [];
  const reference = unReference(printed);
  return [
    statement('identifier', reference ?? printed, 'foreign-identifier', {
      original: printed,
      detail: { type: reference === null ? 'foreign identifier' : 'UN reference' },
    }),
  ];
}

function factsOf(body: XmlElement, at: At): readonly Statement[] {
  const texts = (name: string, property: Statement['property']) =>
    childrenOf(body, name).flatMap(({ text }) => {
      const value = tidy(text, at);
      return value === '' ? [] : [statement(property, value, name)];
    });
  const { sex = '', 'object-type': type = '' } = body.attributes ?? {};
  if (type !== '' && type !== 'vessel') throw badValue('object-type', type, 'vessel', at);
  return [
    ...(sex === '' ? [] : [statement('gender', sex, 'individual@sex')]),
    ...texts('justification', 'remarks'),
    ...texts('other-information', 'remarks'),
    ...childrenOf(body, 'relation').flatMap((relation) => {
      const { 'target-id': to = '', 'relation-type': kind } = relation.attributes ?? {};
      const remark = tidy(childOf(relation, 'remark')?.text ?? '', at);
      return to === '' ? [] : [statement('relation', to, 'relation', { detail: { type: kind, remark } })];
    }),
    ...childrenOf(body, 'generic-attribute').flatMap((one) => genericOf(one, at)),
  ];
}
