import { formatDate, tryParseDate } from '../kernel/index.ts';

const DAY_FIRST = /^(\d{1,2}|dd)([./-])(\d{1,2}|mm)\2(\d{4})$/i;
const MONTH_YEAR = /^(\d{1,2}|mm)[./](\d{4})$/i;

/**
 * Reads a date that is printed in figures with the day first and gives its EDTF text: `22/08/2026`,
 * `9.6.2010`, `22-08-2026`, `08/2026`. A day or month that the publisher does not know is printed `dd`, `mm` or
 * `00`; a day without its month says nothing. `null` for any other shape, and for a day that does not exist.
 */
export function dayFirstDate(text: string): string | null {
  const whole = DAY_FIRST.exec(text);
  if (whole !== null) return edtf(whole[4], whole[3], whole[1]);
  const month = MONTH_YEAR.exec(text);
  return month === null ? null : edtf(month[2], month[1], undefined);
}

function edtf(year = '', month: string | undefined, day: string | undefined): string | null {
  const parts = [year];
  if (isKnown(month)) {
    parts.push(month.padStart(2, '0'));
    if (isKnown(day)) parts.push(day.padStart(2, '0'));
  }
  const date = tryParseDate(parts.join('-'));
  return date === null ? null : formatDate(date);
}

function isKnown(part: string | undefined): part is string {
  return part !== undefined && /[1-9]/.test(part);
}
