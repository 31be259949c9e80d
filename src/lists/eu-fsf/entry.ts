import type { RecordPart, Schema, Statement } from '../../kernel/index.ts';
import { listsError } from '../errors.ts';
import type { ReadingLog } from '../reading-log.ts';
import { distinct, statement } from '../statements.ts';
import { type At, tidy } from '../tidy.ts';
import { unReference } from '../un-reference.ts';
import { childrenOf, type XmlElement } from '../xml.ts';
import { designatedOf } from './designated.ts';
import { describedOf, namesOf } from './names.ts';
import { actOf, badValue, flagOf, joined, type Part, partOf } from './part.ts';
import { birthOf, citizenshipOf } from './person.ts';

const KEY = /^EU\.\d{1,9}\.\d{1,4}$/;

const SCHEMAS: ReadonlyMap<string, Schema> = new Map([
  ['person', 'Person'],
  ['enterprise', 'Organization'],
]);

/** What the address element keeps of ways to reach a target, by its key. */
const CONTACTS: ReadonlyMap<string, Statement['property']> = new Map([
  ['EMAIL', 'email'],
  ['PHONE', 'phone'],
  ['WEB', 'website'],
]);

/** Words that publishers' forms leave where there is nothing to say. */
const NOTHING = /^(?:none|null|n\/a|[.-]*)$/i;

/** Reads a `sanctionEntity` element. Throws `ENT_LIST_VALUE` and `ENT_LIST_ROW` with its line. */
export function readEntry(element: XmlElement, file: string, log: ReadingLog): RecordPart {
  const place = { file, line: element.line, path: element.name };
  const unnamed = partOf(element, { log, place });
  const key = unnamed.text('euReferenceNumber');
  if (!KEY.test(key)) throw badValue(unnamed, 'euReferenceNumber', key, 'one like EU.3089.81');
  const at: At = { log, place: { ...place, path: `${element.name} ${key}` } };
  const entity = partOf(element, at);
  const parts = (name: string) => childrenOf(element, name).map((child) => partOf(child, at));
  const aliases = parts('nameAlias');
  const names = namesOf(aliases);
  if (names.length === 0)
    throw listsError('ENT_LIST_ROW', { why: `${key} has no name` }, { place: at.place });
  const remarks = [
    ...remarksOf('designationDetails', [entity.text('designationDetails')]),
    ...remarksOf(
      'remark',
      childrenOf(element, 'remark').map((remark) => tidy(remark.text, at)),
    ),
  ];
  return {
    key,
    part: 'main',
    schema: schemaOf(parts('subjectType'), entity),
    statements: distinct([
      ...names,
      ...designatedOf(
        entity,
        parts('regulation'),
        remarks.map(({ value }) => value),
      ),
      ...unIdentifier(entity.text('unitedNationId')),
      ...describedOf(aliases),
      ...parts('birthdate').flatMap(birthOf),
      ...parts('citizenship').flatMap(citizenshipOf),
      ...parts('address').flatMap(addressOf),
      ...parts('identification').flatMap(identificationOf),
      ...remarks,
      ...[entity, ...element.children.map((child) => partOf(child, at))].flatMap((part) => [
        ...actOf(part),
        ...furtherOf(part),
      ]),
    ]),
  };
}

function remarksOf(place: string, texts: readonly string[]): readonly Statement[] {
  return texts.filter((text) => !NOTHING.test(text)).map((text) => statement('remarks', text, place));
}

function schemaOf([subject]: readonly Part[], entity: Part): Schema {
  const code = subject?.text('code') ?? '';
  const schema = SCHEMAS.get(code);
  if (schema === undefined) throw badValue(subject ?? entity, 'subjectType', code, 'person or enterprise');
  return schema;
}

function unIdentifier(printed: string): readonly Statement[] {
  if (printed === '') return [];
  return [
    statement('identifier', unReference(printed) ?? printed, 'unitedNationId', {
      original: printed,
      detail: { type: 'UN reference' },
    }),
  ];
}

function addressOf(part: Part): readonly Statement[] {
  const fields = ['street', 'poBox', 'place', 'zipCode', 'city', 'region'].map(
    (name) => [name, part.text(name)] as const,
  );
  const line = joined(...fields.map(([, text]) => text), part.country);
  const detail = {
    ...Object.fromEntries(fields),
    country: line === part.country ? null : part.country,
    code: part.text('countryIso2Code') === '00' ? null : part.text('countryIso2Code'),
    remark: part.remark,
  };
  return [
    ...(line === ''
      ? []
      : [statement(line === part.country ? 'country' : 'address', line, part.place, { detail })]),
    ...childrenOf(part.element, 'contactInfo').flatMap((contact) => {
      const { key, value } = pairOf(contact, part.at);
      // Several of a kind are numbered: `PHONE[1]`.
      const property = CONTACTS.get(key.replace(/\[\d+\]$/, '')) ?? 'note';
      return value === '' ? [] : [statement(property, value, part.place, { detail: { type: key } })];
    }),
  ];
}

function identificationOf(part: Part): readonly Statement[] {
  const number = part.text('number') || part.text('latinNumber');
  if (NOTHING.test(number)) return [];
  const flags = ['diplomatic', 'knownExpired', 'knownFalse', 'reportedLost', 'revokedByIssuer'].filter(
    (name) => flagOf(part, name) === true,
  );
  return [
    statement('identifier', number, part.place, {
      detail: {
        type: part.text('identificationTypeDescription') || part.text('identificationTypeCode'),
        country: part.country,
        region: part.text('region'),
        latinNumber: part.text('latinNumber') === number ? null : part.text('latinNumber'),
        nameOnDocument: part.text('nameOnDocument'),
        issued: part.text('issueDate'),
        issuedBy: part.text('issuedBy'),
        validFrom: part.text('validFrom'),
        expires: part.text('validTo'),
        status: flags.join(', '),
        remark: part.remark,
      },
    }),
  ];
}

/** What the format leaves open: pairs of a key and a value. */
function furtherOf({ element, at, place }: Part): readonly Statement[] {
  return childrenOf(element, 'additionalInformation').flatMap((pair) => {
    const { key, value } = pairOf(pair, at);
    return value === '' ? [] : [statement('note', value, place, { detail: { type: key } })];
  });
}

function pairOf({ attributes }: XmlElement, at: At): { readonly key: string; readonly value: string } {
  return { key: tidy(attributes?.key ?? '', at), value: tidy(attributes?.value ?? '', at) };
}
