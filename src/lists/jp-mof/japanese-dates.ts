import { formatDate, tryParseDate } from '../../kernel/index.ts';
import { anyDate } from '../dated.ts';
import { monthFirstDate } from '../printed-date.ts';

/** A date of a cell, and whether the cell says that it is one of a revision. */
export interface JapaneseDate {
  /** EDTF. */
  readonly date: string;
  readonly printed: string;
  readonly revised: boolean;
}

/** What the first year of each era is, by its name and its letter. */
const ERAS: ReadonlyMap<string, number> = new Map([
  ['明治', 1868],
  ['大正', 1912],
  ['昭和', 1926],
  ['平成', 1989],
  ['令和', 2019],
  ['M', 1868],
  ['T', 1912],
  ['S', 1926],
  ['H', 1989],
  ['R', 2019],
]);

const LONGEST = 2_000;
const SEPARATOR = /、|；|;|,|又は|または|及び|および|\n|(?<![a-z])[(（](?:[a-z]|i{1,3}|iv|vi{0,3})[)）]/;
const ERA = '(明治|大正|昭和|平成|令和|[MTSHR](?=\\d))?';
const DAY = new RegExp(
  `${ERA}\\s*(元|\\d{1,4})\\s*(?:年|\\.|/)\\s*(?:(\\d{1,2})\\s*(?:月|\\.|/)\\s*(?:(\\d{1,2})\\s*日?)?)?`,
);
const RANGE = /^(\d{4})年?\s*(?:から|[-–~〜～])\s*(\d{4})年?\s*(?:まで)?(?:の間|頃)?$/;
const ABOUT = /頃|ごろ|およそ|おおよそ|おおむね/;

/**
 * Reads the dates of a cell: `2001年9月22日`, `平成13年9月22日`, `H13.9.22`, `2001.9.22`, `1960年頃` (about), `1963年から1968年の間`
 * (between), English dates and days of the spreadsheet; several parted by commas, `又は` (or), lines or letters in
 * brackets. A date that `改訂` (revised) or `修正` (amended) stands behind is one of a revision. What fits none of these is
 * left out; `unread` is then true.
 */
export function japaneseDates(text: string): {
  readonly dates: readonly JapaneseDate[];
  readonly unread: boolean;
} {
  const dates: JapaneseDate[] = [];
  let unread = false;
  for (const piece of text.slice(0, LONGEST).normalize('NFKC').split(SEPARATOR)) {
    for (const { body, revised } of revisions(piece)) {
      if (body === '' || body === '不明') continue;
      const date = dateOf(body);
      if (date === null) unread ||= /\d/.test(body);
      else dates.push({ date, printed: body, revised });
    }
  }
  return { dates, unread };
}

/** The dates of one piece, `2001年9月22日(2012年10月5日改訂)`, with whether each is a revision. */
function revisions(piece: string): readonly { readonly body: string; readonly revised: boolean }[] {
  return piece.split(/[()]/).map((part) => ({
    body: part.replace(/(?:に)?(?:改訂|修正)(?:日)?|生まれ|生$/g, '').trim(),
    revised: /改訂|修正/.test(part),
  }));
}

function dateOf(body: string): string | null {
  const range = RANGE.exec(body);
  if (range !== null) return normal(`${range[1]}/${range[2]}`);
  const western = anyDate(body) ?? monthFirstDate(body);
  if (western !== null) return western;
  const found = DAY.exec(body);
  if (found === null) return null;
  const [, era, count = '', month, day] = found;
  const first = era === undefined ? undefined : ERAS.get(era);
  if (era === undefined && !/^\d{4}$/.test(count)) return null;
  const year = first === undefined ? Number(count) : first + (count === '元' ? 1 : Number(count)) - 1;
  const parts = [String(year), month?.padStart(2, '0'), day?.padStart(2, '0')].filter(
    (part) => part !== undefined,
  );
  return normal(`${parts.join('-')}${ABOUT.test(body) ? '~' : ''}`);
}

function normal(edtf: string): string | null {
  const date = tryParseDate(edtf);
  return date === null ? null : formatDate(date);
}
