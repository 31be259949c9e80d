import { anyDate } from './dated.ts';

/** What happened to an entry on a day. */
export type Act = 'listed' | 'renewed' | 'amended' | 'ended';

/** A date and what happened then. */
export interface ActDate {
  readonly act: Act;
  /** EDTF. */
  readonly date: string;
  readonly printed: string;
}

/** Words that say what the dates behind them are of, in small letters and without a hyphen. */
const ACTS: ReadonlyMap<string, Act> = new Map([
  ...words('listed', 'listed designated proscribed declared added'),
  ...words('renewed', 'relisted renewed redesignated renewal continued'),
  ...words('amended', 'amended updated'),
  ...words('ended', 'delisted removed revoked expired lapsed expire expiry cancelled'),
]);

const DATE = String.raw`\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8}\.?,? \d{4}(?!\d)|\d{1,2}[/.]\d{1,2}[/.]\d{4}(?!\d)|\d{4}-\d{2}-\d{2}(?!\d)`;
const TOKEN = new RegExp(`${DATE}|[A-Z][a-z]{2,8} \\d{4}(?!\\d)|\\p{L}+(?:-\\p{L}+)?`, 'gu');
const LONGEST = 8_000;

/**
 * The dates of a text in their order, each with the act whose word stands nearest before it: `5 November 2014, Re-listed:
 * 4 November 2017`. Dates before any such word are of `first`. A text without a date gives none; dates that do not
 * exist and all beyond 8,000 characters are left out.
 */
export function actDates(text: string, first: Act = 'listed'): readonly ActDate[] {
  const found: ActDate[] = [];
  let act = first;
  for (const [token] of text.slice(0, LONGEST).matchAll(TOKEN)) {
    const date = /\d/.test(token) ? anyDate(plain(token)) : null;
    if (date !== null) found.push({ act, date, printed: token });
    else act = ACTS.get(token.toLowerCase().replace('-', '')) ?? act;
  }
  return found;
}

function plain(token: string): string {
  return token.replace(/^(\d+)(?:st|nd|rd|th) /, '$1 ').replace(',', '');
}

function words(act: Act, list: string): readonly (readonly [string, Act])[] {
  return list.split(' ').map((word) => [word, act]);
}
