import type { Place } from '../../../kernel/index.ts';
import { listsError } from '../../errors.ts';
import { type At, tidy } from '../../tidy.ts';
import { childOf, type XmlElement } from '../../xml.ts';
import { REFERENCE_SETS } from './format.ts';

/** The name of a set that is read. */
export type SetName = keyof typeof REFERENCE_SETS;

/** A value of a set: its words, and the number in another set that it belongs to, where there is one. */
interface Value {
  readonly text: string;
  readonly belongsTo: string;
}

/** The reference sets of a file. A number that its set does not have is a fault of the file, never skipped. */
export class ReferenceSets {
  readonly #sets = new Map<string, ReadonlyMap<string, Value>>();

  /** Takes in an element like `AliasTypeValues`. */
  add(element: XmlElement, at: At): void {
    const values = new Map<string, Value>();
    for (const { attributes = {}, text } of element.children) {
      const belongsTo = attributes.PartyTypeID ?? '';
      // An area is a code, like `VE`, with its name beside it.
      values.set(attributes.ID ?? '', { text: tidy(attributes.Description ?? text, at), belongsTo });
    }
    this.#sets.set(element.name, values);
  }

  /** The words of a value. Throws `ENT_LIST_VALUE` for a number that is not in the set. */
  text(set: SetName, id: string | undefined, place: Place): string {
    return this.#value(set, id, place).text;
  }

  /** Which kind of party a subtype is: the words of the subtype, or of its type where it has none of its own. */
  partyKind(subtype: string | undefined, place: Place): string {
    const { text, belongsTo } = this.#value('PartySubTypeValues', subtype, place);
    return text.toLowerCase() === 'unknown' ? this.text('PartyTypeValues', belongsTo, place) : text;
  }

  #value(set: SetName, id: string | undefined, place: Place): Value {
    const value = this.#sets.get(set)?.get(id ?? '');
    if (value !== undefined) return value;
    const detail = { field: `${REFERENCE_SETS[set]}ID`, value: id ?? '', expected: `a number of ${set}` };
    throw listsError('ENT_LIST_VALUE', detail, { place });
  }
}

/** The text of a child, tidied; `null` where there is none or it is empty. */
export function textOf(element: XmlElement, name: string, at: At): string | null {
  const child = childOf(element, name);
  return child === undefined ? null : tidy(child.text, at) || null;
}
