import { formatDate, tryParseDate } from '../../kernel/index.ts';
import { anyDate } from '../dated.ts';

/** What a cell about a designation says. */
export interface DesignationCell {
  /** The days, as EDTF, in their order. */
  readonly days: readonly string[];
  /** `בוטל`: the designation was cancelled, and the days are those of that. */
  readonly cancelled: boolean;
}

/** `בוטל ביום 29.8.21`, `הכרזה בוטלה`: cancelled (on the day). */
const CANCELLED = /בוטל/;
const SHORT_YEAR = /^(\d{1,2})[./](\d{1,2})[./](\d{2})$/;
const DAY = /\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}-\d{2}/g;
/** The State whose list it is was founded in 1948; a year of two figures above is of the last century. */
const LAST_CENTURY = 47;

/**
 * Reads a cell of days with the day first, of which the year may have two figures (`29.8.21`, `1/1/67`). Several are parted
 * in any way. A cell without a day gives none.
 */
export function designationCell(text: string): DesignationCell {
  const days = [...text.slice(0, 2_000).matchAll(DAY)].flatMap(([token]) => dayOf(token) ?? []);
  return { days, cancelled: CANCELLED.test(text) };
}

function dayOf(token: string): string | null {
  const short = SHORT_YEAR.exec(token);
  if (short === null) return anyDate(token);
  const [, day = '', month = '', figures = ''] = short;
  const year = Number(figures) > LAST_CENTURY ? `19${figures}` : `20${figures}`;
  const date = tryParseDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  return date === null ? null : formatDate(date);
}
