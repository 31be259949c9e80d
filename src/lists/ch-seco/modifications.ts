import type { Statement } from '../../kernel/index.ts';
import { dayStatement } from '../dated.ts';
import { statement } from '../statements.ts';
import type { At } from '../tidy.ts';
import type { XmlElement } from '../xml.ts';
import { badValue } from './names.ts';

/** One time that a target was on the list. */
export interface TimeOnList {
  /** The day of its end, `null` while it lasts. */
  readonly ended: string | null;
  readonly statements: readonly Statement[];
}

const PROPERTIES = {
  listed: 'listedOn',
  amended: 'amendedOn',
  'de-listed': 'delistedOn',
} as const;

const isKnown = (type: string): type is keyof typeof PROPERTIES => Object.hasOwn(PROPERTIES, type);

/**
 * The times that a target was on the list, in order, from its `modification` elements. A listing behind a de-listing
 * begins another time. The day is that on which a modification takes effect, or else that of its publication or
 * enactment. Never empty: a target without modifications has one time without days. Throws `ENT_LIST_VALUE`.
 */
export function timesOnList(
  modifications: readonly XmlElement[],
  at: At,
): readonly [TimeOnList, ...TimeOnList[]] {
  const events = modifications
    .map(({ attributes = {} }) => {
      const type = attributes['modification-type'] ?? '';
      if (!isKnown(type)) throw badValue('modification-type', type, 'listed, amended or de-listed', at);
      const field = (['effective-date', 'publication-date', 'enactment-date'] as const).find(
        (name) => (attributes[name] ?? '') !== '',
      );
      const day = field === undefined ? '' : (attributes[field] ?? '');
      return { type, day, field: field ?? 'effective-date', published: attributes['publication-date'] };
    })
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : rank(a.type) - rank(b.type)));
  const times: { ended: string | null; statements: Statement[] }[] = [];
  for (const { type, day, field, published } of events) {
    let time = times.at(-1);
    if (time === undefined || (time.ended !== null && type === 'listed')) {
      time = { ended: null, statements: [] };
      times.push(time);
    }
    if (day === '') {
      time.statements.push(statement('note', type, 'modification', { detail: { type: 'modification' } }));
      continue;
    }
    const made = dayStatement(PROPERTIES[type], field, day, at, `modification:${type}`);
    const detail = published === undefined || published === day ? undefined : { published };
    time.statements.push(detail === undefined ? made : { ...made, detail });
    if (type === 'de-listed') time.ended = made.value;
  }
  const [first = { ended: null, statements: [] }, ...others] = times;
  return [first, ...others];
}

/** Of modifications of one day a de-listing stands before a new listing, and both before what amends it. */
function rank(type: keyof typeof PROPERTIES): number {
  return ['de-listed', 'listed', 'amended'].indexOf(type);
}
