import { userInfo } from 'node:os';
import type { Cited, Recording } from '../store/index.ts';
import type { Context } from './context.ts';
import { cliError } from './errors.ts';

/** A party: a country's two letters or a body's letters, in any case. Throws `ENT_USAGE`. */
export function partyOf(field: string, value: string): string {
  const code = value.toUpperCase();
  if (!/^[A-Z][A-Z0-9-]{1,11}$/.test(code))
    throw cliError('ENT_USAGE', {
      why: `${field}: not a country code (PK) or a body’s letters (FATF): ${value}`,
    });
  return code;
}

/** Parties, given with commas or spaces between them. */
export function partiesOf(field: string, value: string | undefined): readonly string[] | null {
  if (value === undefined) return null;
  return value
    .split(/[,\s]+/)
    .filter((part) => part !== '')
    .map((part) => partyOf(field, part));
}

/** Who records, and when. */
export function recordingOf({ io }: Context, by: string | undefined): Recording {
  return { at: io.now().toISOString(), by: by ?? userInfo().username };
}

/** How a person says where something comes from. */
export interface SourceOptions {
  readonly publisher?: string;
  readonly title?: string;
  readonly url?: string;
}

/** A source from its options; `date` is when it was published, where that is known. */
export function citedFrom(options: SourceOptions, date: string | null, title: string): Cited {
  return {
    publisher: options.publisher ?? 'not stated',
    title: options.title ?? title,
    ...(date === null ? {} : { date }),
    ...(options.url === undefined ? {} : { url: options.url }),
  };
}
