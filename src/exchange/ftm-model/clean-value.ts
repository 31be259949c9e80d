import { countryCode } from '../../text/index.ts';
import type { FtmType } from './model.ts';
import { TOPICS } from './tables/topics.ts';

/** Longer values are cut: no list has one. */
const LONGEST = 65_000;
const DATE = /^(\d{4})(?:[-/.]?(\d{1,2})(?:[-/.]?(\d{1,2})(?:[T ](\d{2}:\d{2}(?::\d{2})?).*)?)?)?$/;
const GENDERS: ReadonlyMap<string, string> = new Map([
  ['m', 'male'],
  ['man', 'male'],
  ['male', 'male'],
  ['f', 'female'],
  ['woman', 'female'],
  ['female', 'female'],
  ['o', 'other'],
  ['d', 'other'],
  ['other', 'other'],
]);
/** E.164 has no shorter number that means the same everywhere. */
const FEWEST_DIGITS = 5;

/**
 * A value as FollowTheMoney writes values of its type: countries as lower-case codes, dates as far as they are
 * known, texts without white space at their ends. `null` for what is no value of the type.
 */
export function cleanValue(type: FtmType, raw: unknown): string | null {
  if (typeof raw !== 'string' && typeof raw !== 'number' && typeof raw !== 'boolean') return null;
  const text = String(raw).slice(0, LONGEST).normalize('NFC').trim();
  if (text === '') return null;
  switch (type) {
    case 'country':
      return countryCode(text)?.toLowerCase() ?? (/^[a-z]{2,4}(-[a-z]{2,4})?$/.test(text) ? text : null);
    case 'date':
      return dateOf(text);
    case 'gender':
      return GENDERS.get(text.toLowerCase()) ?? null;
    case 'topic':
      return Object.hasOwn(TOPICS, text.toLowerCase()) ? text.toLowerCase() : null;
    case 'email':
      return /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(text)
        ? text.replace(/@.*$/, (domain) => domain.toLowerCase())
        : null;
    case 'url':
      return urlOf(text);
    case 'phone':
      return phoneOf(text);
    case 'ip':
      return /^[\da-fA-F.:]{3,45}$/.test(text) ? text : null;
    case 'iban':
      return text.replace(/[^A-Za-z0-9]/g, '').toUpperCase() || null;
    case 'number':
    case 'text':
    case 'html':
    case 'json':
      return text;
    default:
      return text.replace(/\s+/g, ' ');
  }
}

function dateOf(text: string): string | null {
  const [, year, month, day, time] = DATE.exec(text) ?? [];
  if (year === undefined || year === '0000') return null;
  if (month === undefined) return year;
  if (Number(month) < 1 || Number(month) > 12) return null;
  const upTo = `${year}-${month.padStart(2, '0')}`;
  if (day === undefined) return upTo;
  const whole = `${upTo}-${day.padStart(2, '0')}`;
  const date = new Date(`${whole}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || !date.toISOString().startsWith(whole)) return null;
  return time === undefined ? whole : `${whole}T${time}`;
}

function phoneOf(text: string): string | null {
  if (!/^\+?[\d\s().-]{5,30}$/.test(text)) return null;
  const number = text.replace(/(?!^\+)\D/g, '');
  return number.replace('+', '').length < FEWEST_DIGITS ? null : number;
}

function urlOf(text: string): string | null {
  const url = /^[a-z][a-z+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  return URL.canParse(url) && /^https?:|^s?ftp:/i.test(url) && new URL(url).hostname.includes('.')
    ? url
    : null;
}
