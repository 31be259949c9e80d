import { type RecordPart, type Schema, type Statement, tryParseDate, wordTable } from '../../kernel/index.ts';
import { listsError } from '../errors.ts';
import { distinct, nameStatement, statement } from '../statements.ts';
import { type At, tidy } from '../tidy.ts';
import { IDENTIFIERS, NAMES, PLAIN } from './tables/properties.ts';

/** The kinds of things that the record knows, by schema; things of others are kept and bear no kind here. */
const SCHEMA = wordTable<Schema>({
  Person: 'Person',
  LegalEntity: 'LegalEntity',
  Organization: 'Organization',
  Company: 'Organization',
  PublicBody: 'Organization',
  Vessel: 'Vessel',
  Airplane: 'Airplane',
});

const LONGEST_ID = 500;
const MOST_VALUES = 20_000;
const STAMP = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?(?:Z|[+-]\d{2}:\d{2})?$/;

/** An entity as a line has it, checked. */
interface Line {
  readonly id: string;
  readonly schema: string;
  readonly caption: string | null;
  readonly properties: ReadonlyMap<string, readonly string[]>;
  readonly datasets: readonly string[];
  readonly referents: readonly string[];
  readonly seen: readonly [first: string | null, last: string | null, change: string | null];
}

/**
 * One line of `entities.ftm.json` as a source record: the entity whole, as JSON under the property `ftm`, when it was
 * seen beside it, and what the record has properties for as statements of their own. Throws `ENT_LIST_ROW` for a line
 * that is no entity and `ENT_LIST_VALUE` for a field that is not as the format has it.
 */
export function readEntity(text: string, at: At): RecordPart {
  const line = lineOf(parsed(text, at), at);
  const schema = SCHEMA[line.schema];
  return {
    key: line.id,
    part: 'main',
    ...(schema === undefined ? {} : { schema }),
    statements: distinct([...wholeOf(line), ...saidBy(line, at)]),
  };
}

function parsed(text: string, { place }: At): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return value;
  } catch (cause) {
    const why = `no JSON: ${cause instanceof Error ? cause.message.slice(0, 120) : 'it cannot be read'}`;
    throw listsError('ENT_LIST_ROW', { why }, { place, cause });
  }
  throw listsError('ENT_LIST_ROW', { why: 'not a JSON object' }, { place });
}

function lineOf(raw: Readonly<Record<string, unknown>>, at: At): Line {
  const { id, schema, caption, properties } = raw;
  const bad = (field: string, value: unknown, expected: string) =>
    listsError(
      'ENT_LIST_VALUE',
      { field, value: String(JSON.stringify(value)), expected },
      { place: at.place },
    );
  if (typeof id !== 'string' || id.trim() === '' || id.trim() !== id || id.length > LONGEST_ID) {
    throw bad('id', id, 'a text without white space at its ends');
  }
  if (typeof schema !== 'string' || !/^[A-Z][A-Za-z]{1,63}$/.test(schema)) {
    throw bad('schema', schema, 'the name of a schema');
  }
  if (!isObject(properties)) throw bad('properties', properties, 'an object of lists');
  const values = new Map<string, readonly string[]>();
  for (const [name, given] of Object.entries(properties)) {
    if (!/^[A-Za-z]\w{0,79}$/.test(name)) throw bad('properties', name, 'names of properties');
    const list = Array.isArray(given) ? given : [given];
    if (list.length > MOST_VALUES) throw bad(name, list.length, `at most ${MOST_VALUES} values`);
    const texts = list.map((value) => {
      if (typeof value === 'string') return tidy(value, at);
      if (typeof value === 'number') return String(value);
      throw bad(name, value, 'texts');
    });
    values.set(name, [...new Set(texts.filter((value) => value !== ''))]);
  }
  const texts = (field: string) => {
    const given = raw[field];
    if (given === undefined || given === null) return [];
    if (Array.isArray(given) && given.every((one) => typeof one === 'string'))
      return given as readonly string[];
    throw bad(field, given, 'a list of texts');
  };
  const stamp = (field: string) => {
    const given = raw[field];
    if (given === undefined || given === null || given === '') return null;
    const moment = typeof given === 'string' && STAMP.test(given) ? stampOf(given) : null;
    if (moment !== null) return moment;
    throw bad(field, given, 'a moment, YYYY-MM-DDTHH:MM:SS');
  };
  return {
    id,
    schema,
    caption: typeof caption === 'string' && caption.trim() !== '' ? tidy(caption, at) : null,
    properties: values,
    datasets: texts('datasets'),
    referents: texts('referents').filter((one) => one !== id),
    seen: [stamp('first_seen'), stamp('last_seen'), stamp('last_change')],
  };
}

/** A moment in the 19 characters that the format has, in UTC; `null` for one that the calendar does not have. */
function stampOf(text: string): string | null {
  const zoned =
    /(?:Z|[+-]\d{2}:\d{2})$/.test(text) && text.length > 10
      ? text
      : `${text.length === 10 ? `${text}T00:00:00` : text}Z`;
  const moment = new Date(zoned);
  // The engine reads the thirtieth of February as the second of March.
  return Number.isNaN(moment.getTime()) || tryParseDate(text.slice(0, 10)) === null
    ? null
    : moment.toISOString().slice(0, 19);
}

/** The entity whole. When it was seen stands apart: it changes with every edition, and the rest does not. */
function wholeOf({ id, schema, caption, properties, datasets, referents, seen }: Line): readonly Statement[] {
  const whole = {
    id,
    schema,
    ...(caption === null ? {} : { caption }),
    properties: Object.fromEntries(properties),
    ...(datasets.length === 0 ? {} : { datasets }),
    ...(referents.length === 0 ? {} : { referents }),
  };
  return [
    statement('ftm', JSON.stringify(whole), 'entity'),
    ...(seen.every((one) => one === null) ? [] : [statement('ftm', JSON.stringify(seen), 'seen')]),
  ];
}

function saidBy({ schema, properties }: Line, at: At): readonly Statement[] {
  if (SCHEMA[schema] === undefined) return [];
  return [...properties].flatMap(([name, values]): readonly Statement[] => {
    const named = NAMES[name];
    if (named !== undefined)
      return values.map((value) => nameStatement(value, named.kind, named.strength, name));
    if (IDENTIFIERS.has(name)) {
      return values.map((value) => statement('identifier', value, name, { detail: { type: name } }));
    }
    const plain = PLAIN[name];
    if (plain === undefined) return [];
    return values.map((value) => {
      if (!plain.date || tryParseDate(value) !== null) return statement(plain.property, value, name);
      at.log.note('date-unread', at.place, `${name} "${value.slice(0, 80)}"`);
      return statement('note', value, name, { detail: { type: name } });
    });
  });
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
