import { formatDate, tryParseDate } from '../kernel/index.ts';
import { MONTHS } from '../text/index.ts';

const DAY_MONTH_YEAR = /^(\d{1,2}) ([a-z]+)\.? (\d{4})$/;
const MONTH_YEAR = /^([a-z]+)\.? (\d{4})$/;
const YEARS = /^(\d{4}) ?[-–] ?(\d{4})$/;
const ISO = /^\d{4}(?:-\d{2}){0,2}$/;
const ZONED = /^(\d{4}-\d{2}-\d{2})(?:Z|[+-]\d{2}:\d{2})$/;
const CIRCA = /^(?:circa|approximately|ca?\.)\s+/;
const LONGEST = 60;

/**
 * Reads a date as the lists print it and gives its EDTF text, or `null` for a shape that is none of these:
 * `12 Aug 1965`, `Aug 1965`, `1965`, `1965-08-12` (with or without a zone, which is dropped: a listing day is
 * a calendar day), any of them after `circa`, and two of them as `1965 to 1967`, `1965-1967`. English months,
 * whole or shortened.
 */
export function printedDate(text: string): string | null {
  if (text.length > LONGEST) return null;
  const lower = text.trim().replace(/\s+/g, ' ').toLowerCase();
  const bare = lower.replace(CIRCA, '');
  const mark = bare === lower ? '' : '~';
  const years = YEARS.exec(bare);
  const ends = years === null ? bare.split(' to ') : [years[1] ?? '', years[2] ?? ''];
  if (ends.length > 2) return null;
  const simple = ends.map((end) => simpleDate(end.replace(CIRCA, '')));
  if (simple.includes(null)) return null;
  return normal(simple.map((end) => `${end}${mark}`).join('/'));
}

/** Reads `MM/DD/YYYY`, as the United States print the date of a file; `null` for anything else. */
export function americanDate(text: string): string | null {
  const parts = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text);
  return parts === null ? null : normal(`${parts[3]}-${parts[1]}-${parts[2]}`);
}

const MONTH_FIRST = /^([a-z]+)\.? (\d{1,2}),? (\d{4})$/i;
const FIGURES = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

/**
 * Reads a date as pages and notices of the United States print it, with the month first, and gives its EDTF text:
 * `July 18, 2025`, `7/18/2025`, `July 2025`. `null` for any other shape, and for a day that does not exist.
 */
export function monthFirstDate(text: string): string | null {
  if (text.length > LONGEST) return null;
  const words = text.trim().replace(/\s+/g, ' ');
  const [, month = '', day = '', year = ''] = MONTH_FIRST.exec(words) ?? FIGURES.exec(words) ?? [];
  if (year === '') return MONTH_YEAR.test(words.toLowerCase()) ? printedDate(words) : null;
  const number = /^\d/.test(month) ? month.padStart(2, '0') : monthNumber(month.toLowerCase());
  return number === null ? null : normal(`${year}-${number}-${day.padStart(2, '0')}`);
}

function simpleDate(text: string): string | null {
  const day = DAY_MONTH_YEAR.exec(text);
  if (day !== null) {
    const month = monthNumber(day[2] ?? '');
    return month === null ? null : `${day[3]}-${month}-${(day[1] ?? '').padStart(2, '0')}`;
  }
  const whole = MONTH_YEAR.exec(text);
  if (whole !== null) {
    const month = monthNumber(whole[1] ?? '');
    return month === null ? null : `${whole[2]}-${month}`;
  }
  if (ISO.test(text)) return text;
  return ZONED.exec(text)?.[1] ?? null;
}

function monthNumber(word: string): string | null {
  const month = MONTHS.get(word);
  return month === undefined ? null : String(month).padStart(2, '0');
}

function normal(edtf: string): string | null {
  const date = tryParseDate(edtf);
  return date === null ? null : formatDate(date);
}
