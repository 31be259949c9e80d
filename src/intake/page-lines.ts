import { findDates, tokenize } from '../text/index.ts';

/** Words of a stamp line beside its dates and times. */
const FILLER =
  /^(?:first|last|published|publish|posted|updated|update|modified|released|issued|created|filed|date|on|at|by|and|am|pm|a\.m|p\.m|hrs|hours|min|mins|minute|minutes|read|ist|pkt|gmt|utc|est|edt|pst|aft|npt|cet|bst|z)$/i;
const LONGEST_STAMP = 160;

/** Whether a line holds a date or two and nothing else but what stamps say ("Last Updated: Aug 13 2025 | 12:48 PM IST"). */
export function isStamp(line: string): boolean {
  if (line.length > LONGEST_STAMP || !/\d/.test(line)) return false;
  const tokens = tokenize(line);
  const dates = findDates(tokens).filter(({ form }) => form.kind === 'fixed');
  if (dates.length === 0) return false;
  return tokens.every(
    (token, at) =>
      dates.some(({ first, last }) => at >= first && at < last) ||
      token.kind === 'number' ||
      !/[\p{L}]/u.test(token.text) ||
      FILLER.test(token.text.replace(/\.$/, '')) ||
      /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?$/i.test(token.text) ||
      /^\d{1,2}[ap]m$/i.test(token.text),
  );
}

/** "2 min read". */
export function isReadingTime(line: string): boolean {
  return /^\d{1,3}\s*min(?:ute)?s?\.?\s*(?:to\s+)?read$/i.test(line);
}

/** "Home / World News / …": short parts that lead somewhere. `linked` is the share of its letters that are links. */
export function isCrumb(text: string, linked = 0): boolean {
  if (text.length > 400) return false;
  const parts = text.split(/\s[/>»›|]\s/u);
  if (parts.length < 3) return false;
  const [first = '', second = ''] = parts;
  return /\bhome$/i.test(first) || /^home$/i.test(second) || (linked > 0.4 && first.split(' ').length <= 3);
}
