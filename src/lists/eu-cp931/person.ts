import type { Statement } from '../../kernel/index.ts';
import { anyDate } from '../dated.ts';
import { monthFirstDate } from '../printed-date.ts';
import { nameStatement, statement } from '../statements.ts';
import { stripped } from '../stripped.ts';

/** The name that an item about a person begins with, and what the item says. */
export interface PersonItem {
  readonly name: string;
  readonly statements: readonly Statement[];
}

const LONGEST = 8_000;
const ALSO = /\(\s*((?:a\.?k\.?a\.?|also known as)\s[^()]{1,4000})\)/i;
const BORN =
  /,?\s*\bborn (?:on )?(.{1,300}?)(?= in (?!\d)|[,;.](?!\s*\d)|[,;.]?$)(?: in ([^;.]{1,200}?)(?=[,;.]|$))?/i;
const BORN_IN = /,?\s*\bborn in ((?!\d)[^;.]{1,200}?)(?=, (?:citizen|national|passport)|[;.]|$)/i;
const CITIZEN = /\b(?:citizen|national) of ([^,;.]{2,60})/i;
const NUMBER =
  /\b(passport|national (?:ID|identity card)|identity card)(?: number| no\.?)?:? ?((?=[A-Z0-9/-]*\d)[A-Z0-9/-]{4,20})/gi;
const PLACE = 'annex';

/**
 * Reads an item about a person: `QUAYMAN, Arvo (a.k.a. QUEYMAN, Arwo; a.k.a. The Pilot), born 14.4.1965 or 1.3.1964 in
 * Zenda (Ruritania), citizen of Ruritania, passport number 488555`. The first statement keeps the whole item. What fits
 * none of these shapes stays in it.
 */
export function readPerson(text: string): PersonItem {
  const printed = text.slice(0, LONGEST);
  const name = (printed.split(/\s*\(|,\s*(?=born|passport|citizen|national)|[;.](?=\s|$)/i)[0] ?? '').replace(
    /[\s,]+$/,
    '',
  );
  const other = (ALSO.exec(printed)?.[1] ?? '')
    .split(/[;,]?\s*\b(?:a\.?k\.?a\.?|also known as)\s+/i)
    .map((one) => stripped(one, ',;'))
    .filter((one) => /\p{L}/u.test(one));
  const [, days = '', place = ''] = BORN.exec(printed) ?? [];
  const dates = days
    .split(/\s+or\s+|,\s+(?=\d)/)
    .map((day) => ({ day, value: anyDate(day) ?? monthFirstDate(day) }));
  const where = place || (BORN_IN.exec(printed)?.[1] ?? '');
  const citizen = CITIZEN.exec(printed)?.[1];
  return {
    name,
    statements: [
      nameStatement(name, 'primary', 'strong', PLACE, { original: text }),
      ...other.map((one) => nameStatement(one, 'alias', 'unstated', PLACE)),
      ...dates.flatMap(({ day, value }) =>
        value === null ? [] : [statement('birthDate', value, PLACE, { original: day })],
      ),
      ...(where === '' ? [] : [statement('birthPlace', where.trim(), PLACE)]),
      ...(citizen === undefined ? [] : [statement('citizenship', citizen.trim(), PLACE)]),
      ...[...printed.matchAll(NUMBER)].map(([, type = '', number = '']) =>
        statement('identifier', number, PLACE, { detail: { type: type.toLowerCase() } }),
      ),
    ],
  };
}
