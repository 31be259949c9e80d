import type { Property, Schema } from '../kernel/index.ts';
import { WordBook } from '../names/index.ts';
import type { Saying, SayingRecord } from '../store/index.ts';
import { type Profile, profileOf } from './profile.ts';

/** A value of an entry: `of('birthDate', '1965-08-12')`. */
export function of(property: Property, value: string, more: Partial<Saying> = {}): Saying {
  return { property, value, kind: null, strength: null, detail: null, ...more };
}

/** A name, strong unless said otherwise. */
export function called(value: string, more: Partial<Saying> = {}): Saying {
  return of('name', value, { kind: 'primary', strength: 'unstated', ...more });
}

/** An entry of a list, read. */
export function entry(key: string, sayings: readonly Saying[], schema: Schema = 'Person'): Profile {
  const [list = '', reference = ''] = key.split(':');
  const record: SayingRecord = { list, reference, entity: `ent-${reference}`, schema, sayings };
  return profileOf(record, new WordBook());
}

/** A group's entry. */
export function group(key: string, sayings: readonly Saying[]): Profile {
  return entry(key, sayings, 'Organization');
}
