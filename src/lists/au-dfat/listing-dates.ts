import { anyDate } from '../dated.ts';

/** The days that prose about a listing gives, as EDTF. */
export interface ListingDates {
  /** The day of the first listing, where the prose gives one and only one. */
  readonly listed: { readonly day: string; readonly printed: string } | null;
  readonly amended: readonly { readonly day: string; readonly printed: string }[];
}

type Act = 'listed' | 'amended' | 'relisted';

/** Words that begin an act, in small letters. A day belongs to the act whose word stands before it. */
const ACTS: ReadonlyMap<string, Act> = new Map([
  ['listed', 'listed'],
  ['designated', 'listed'],
  ['amended', 'amended'],
  ['updated', 'amended'],
  ['relisted', 'relisted'],
  ['re-listed', 'relisted'],
]);

/** Words that may stand between an act and its day, `Listed by the UN 1267 and 1989 Committee on …`. */
const BETWEEN = new Set(
  (
    'on and by the un this entity individual person vessel committee comittee under autonomous sanctions regulations ' +
    'jan feb mar apr may jun jul aug sep sept oct nov dec'
  ).split(' '),
);

/** What shows that the days are not of the first listing. */
const BEFORE = /\b(?:re-?listing|formerly listed|last(?:ed)? listed|previous(?:ly)? (?:listed|designat))/i;

const TOKEN =
  /\d{1,2} ?[A-Z][a-z]{2,8}\.? ?\d{4}(?!\d)|\d{1,2}\/\d{1,2}\/\d{4}(?!\d)|\d{4}-\d{2}-\d{2}|\d+|\p{L}[\p{L}-]*|[^\s\p{L}\d]/gu;
const DATE = /^\d{1,2}(?: ?[A-Z]|\/)|^\d{4}-\d{2}-/;
const LONGEST = 8_000;

/**
 * Reads when an entry was listed and amended out of prose like `Listed by the 1267 Committee on 6 Aug. 2010
 * (amended on 13 Dec. 2011, 24 Nov. 2020)`. A day counts for an act only when nothing but dates, numbers,
 * marks and a few known words stand between them, or for the listing when the prose begins with it. Where two
 * days of listing are given, or an earlier listing is spoken of, the day of listing is not said: `null`.
 * `text` must have its white space squeezed.
 */
export function listingDates(text: string): ListingDates {
  const days: Record<Act, Map<string, string>> = {
    listed: new Map(),
    amended: new Map(),
    relisted: new Map(),
  };
  let act: Act | null = DATE.test(text) ? 'listed' : null;
  for (const [token] of text.slice(0, LONGEST).matchAll(TOKEN)) {
    const day = DATE.test(token) ? dayOf(token) : null;
    const word = token.toLowerCase();
    if (day !== null) {
      if (act !== null && !days[act].has(day)) days[act].set(day, token);
    } else if (ACTS.has(word)) act = ACTS.get(word) ?? null;
    else if (token === '.') act = null;
    else if (/\p{L}/u.test(token) && !BETWEEN.has(word)) act = null;
  }
  const [first, ...others] = [...days.listed].map(([day, printed]) => ({ day, printed }));
  const sure = first !== undefined && others.length === 0 && !BEFORE.test(text);
  return {
    listed: sure ? first : null,
    amended: [...days.amended].map(([day, printed]) => ({ day, printed })),
  };
}

function dayOf(token: string): string | null {
  const spaced = token.replace(/^(\d+)(?=[A-Z])/, '$1 ').replace(/([a-z.])(?=\d)/, '$1 ');
  const date = anyDate(spaced);
  return date !== null && date.length === 'YYYY-MM-DD'.length ? date : null;
}
