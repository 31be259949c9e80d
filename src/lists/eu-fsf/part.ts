import type { Statement } from '../../kernel/index.ts';
import { listsError } from '../errors.ts';
import { statement } from '../statements.ts';
import { type At, tidy } from '../tidy.ts';
import { childOf, childrenOf, type XmlElement } from '../xml.ts';

/** One element of an entry with its values made fit to keep. */
export interface Part {
  readonly element: XmlElement;
  readonly at: At;
  /** An attribute, `''` where it is not there. */
  readonly text: (attribute: string) => string;
  /** The remarks below it, in one line. */
  readonly remark: string;
  /** `nameAlias:14191`: its name and the number that it has in the publisher's database. */
  readonly place: string;
  /** The country as printed, `''` where it is `UNKNOWN`. */
  readonly country: string;
}

/** Reads what all elements of an entry have in common. */
export function partOf(element: XmlElement, at: At): Part {
  const text = (attribute: string) => tidy(element.attributes?.[attribute] ?? '', at);
  const remark = childrenOf(element, 'remark')
    .map((child) => tidy(child.text, at))
    .filter((words) => words !== '')
    .join('; ');
  const id = text('logicalId');
  return {
    element,
    at,
    text,
    remark,
    place: id === '' ? element.name : `${element.name}:${id}`,
    country: text('countryIso2Code') === '00' ? '' : text('countryDescription'),
  };
}

/**
 * The act that gave a part of an entry or last changed it, as a note in the place of that part. It is no
 * qualifier of the part, since an act that prints an entry anew changes none of what it says.
 */
export function actOf({ element, at, place }: Part): readonly Statement[] {
  return childrenOf(element, 'regulationSummary').flatMap(({ attributes }) => {
    const title = tidy(attributes?.numberTitle ?? '', at);
    const published = tidy(attributes?.publicationDate ?? '', at);
    return title === '' ? [] : [statement('note', title, place, { detail: { type: 'act', published } })];
  });
}

/** The text of an element inside a part, `''` where it is not there. */
export function textIn({ element, at }: Part, name: string): string {
  return tidy(childOf(element, name)?.text ?? '', at);
}

/** An attribute that is `true` or `false`, or `null` where it is not there. Throws `ENT_LIST_VALUE`. */
export function flagOf(part: Part, attribute: string): boolean | null {
  const printed = part.text(attribute);
  if (printed === '') return null;
  if (printed !== 'true' && printed !== 'false') throw badValue(part, attribute, printed, 'true or false');
  return printed === 'true';
}

/** The refusal of a value of an attribute. */
export function badValue(part: Part, field: string, value: string, expected: string) {
  return listsError('ENT_LIST_VALUE', { field, value, expected }, { place: part.at.place });
}

/** Texts that are there, in one line. */
export function joined(...texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join(', ');
}
