import type { Schema, Statement } from '../../kernel/index.ts';
import { dateStatement } from '../dated.ts';
import { statement } from '../statements.ts';
import { type At, tidy } from '../tidy.ts';
import { childOf, childrenOf, type XmlElement } from '../xml.ts';
import { namesOf } from './names.ts';

/** A place that identities refer to by its number. */
export interface PlaceOnList {
  readonly location: string;
  readonly area: string;
  readonly country: string;
  readonly code: string;
}

/** Reads a `place` element. */
export function placeOf(element: XmlElement, at: At): PlaceOnList {
  const text = (name: string) => tidy(childOf(element, name)?.text ?? '', at);
  return {
    location: text('location'),
    area: text('area'),
    country: text('country'),
    code: tidy(childOf(element, 'country')?.attributes?.['iso-code'] ?? '', at),
  };
}

/** What a reader of identities has to know. */
export interface IdentityContext {
  readonly at: At;
  readonly schema: Schema;
  readonly places: ReadonlyMap<string, PlaceOnList>;
}

/** All that an `identity` element says. Throws `ENT_LIST_VALUE` for a value outside of its closed set. */
export function identityOf(element: XmlElement, context: IdentityContext): readonly Statement[] {
  const { at, schema } = context;
  const isMain = element.attributes?.main === 'true';
  return [
    ...childrenOf(element, 'name').flatMap((name) => namesOf(name, isMain, at)),
    ...childrenOf(element, 'day-month-year').flatMap((day) => dayOf(day, schema, at)),
    ...childrenOf(element, 'place-of-birth').flatMap((place) => where(place, 'birthPlace', context)),
    ...childrenOf(element, 'nationality').flatMap((one) => {
      const country = childOf(one, 'country');
      const value = tidy(country?.text ?? '', at) || tidy(country?.attributes?.['iso-code'] ?? '', at);
      const code = country?.attributes?.['iso-code'];
      return value === '' ? [] : [statement('nationality', value, 'nationality', { detail: { code } })];
    }),
    ...childrenOf(element, 'address').flatMap((address) => where(address, 'address', context)),
    ...childrenOf(element, 'identification-document').flatMap((document) => documentOf(document, at)),
    ...childrenOf(element, 'generic-attribute').flatMap((one) => genericOf(one, at)),
  ];
}

/** A named attribute that the format leaves open, as a note. */
export function genericOf({ attributes, text }: XmlElement, at: At): readonly Statement[] {
  const value = tidy(text, at);
  const type = tidy(attributes?.name ?? '', at);
  return value === '' ? [] : [statement('note', value, 'generic-attribute', { detail: { type } })];
}

function dayOf({ attributes }: XmlElement, schema: Schema, at: At): readonly Statement[] {
  const { year = '', month = '', day = '', quality, calendar = '' } = attributes ?? {};
  if (year === '') return [];
  const known = [year, month.padStart(2, '0'), day.padStart(2, '0')];
  const printed = known.slice(0, month === '' ? 1 : day === '' ? 2 : 3).join('-');
  const detail = { quality, calendar };
  if (calendar !== '' && !/^gregorian$/i.test(calendar))
    return [statement('note', printed, 'day-month-year', { detail: { ...detail, about: 'birthDate' } })];
  const property = schema === 'Person' ? 'birthDate' : 'foundedOn';
  return [dateStatement(property, printed, 'day-month-year', at, { detail })];
}

function where(
  element: XmlElement,
  property: 'birthPlace' | 'address',
  { places, at }: IdentityContext,
): readonly Statement[] {
  const text = (name: string) => tidy(childOf(element, name)?.text ?? '', at);
  const place = places.get(element.attributes?.['place-id'] ?? '');
  const box = text('p-o-box');
  const line = [
    text('c-o'),
    text('address-details'),
    box === '' ? '' : `P.O. Box ${box}`,
    [text('zip-code'), place?.location ?? ''].filter((part) => part !== '').join(' '),
    place?.area ?? '',
    place?.country ?? '',
  ].filter((part) => part !== '');
  if (line.length === 0) return [];
  const onlyCountry = property === 'address' && line.length === 1 && line[0] === place?.country;
  return [
    statement(onlyCountry ? 'country' : property, line.join(', '), element.name, {
      detail: {
        country: onlyCountry ? null : place?.country,
        code: place?.code,
        quality: element.attributes?.quality,
        current: element.attributes?.current,
        remark: text('remark') || text('remarks'),
      },
    }),
  ];
}

function documentOf(element: XmlElement, at: At): readonly Statement[] {
  const text = (name: string) => tidy(childOf(element, name)?.text ?? '', at);
  if (text('number') === '') return [];
  return [
    statement('identifier', text('number'), 'identification-document', {
      detail: {
        type: element.attributes?.['document-type'],
        country: text('issuer'),
        issued: text('date-of-issue'),
        expires: text('expiry-date'),
        remark: text('remark'),
      },
    }),
  ];
}
