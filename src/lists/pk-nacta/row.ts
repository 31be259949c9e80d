import type { RecordPart, Statement } from '../../kernel/index.ts';
import { namesInText } from '../also-known.ts';
import { anyDate } from '../dated.ts';
import { listsError } from '../errors.ts';
import { nameKey } from '../name-key.ts';
import { monthFirstDate } from '../printed-date.ts';
import { distinct, nameStatement, statement } from '../statements.ts';
import { stripped } from '../stripped.ts';
import { type At, tidy } from '../tidy.ts';

/** The texts of a row: of its name, and of all else that stands beside it. */
export interface RowTexts {
  readonly number: number;
  /** The pieces of the row in reading order, each one line of a cell. */
  readonly pieces: readonly string[];
}

/** A number of Pakistan's identity cards. No list of organisations has one. */
export const CNIC = /(?<!\d)\d{5}-?\d{7}-?\d(?!\d)/;

const MONTH =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
/** A day in one of the shapes that the list has had. */
export const DATE = new RegExp(
  `(?<![\\d-])\\d{1,2}(?:st|nd|rd|th)?[ .,/-]{0,3}(?:${MONTH})[ .,/-]{0,3}\\d{4}(?!\\d)|(?:${MONTH})\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}(?!\\d)|(?<![\\d-])\\d{1,2}([./-])\\d{1,2}\\1\\d{4}(?!\\d)`,
  'i',
);
const REMARK =
  /\b(?:(?:UNSCR|UNSC|UNSCs|UN)\b[\s-]*(?:resolution|listed|res\.?)?[\s-]*(?:1267|1373|1988)?|(?:under )?(?:UNSC )?resolution (?:1267|1373|1988))(?:\s*(?:\(\d{4}\)|sanctions? (?:committee|list)|listed))?\)?/i;
const SUB_ITEM = /^\(?(?:[ivx]{1,5}|[a-h])[.)]\s+(?=\S)/;
const LONGEST = 4_000;
const PLACE = 'Name of Organization';

/**
 * Reads a row of the schedule: a name, the day of its notification in one of many shapes (`14-Aug-2001`, `14th August,
 * 2001`, `14/08/2001`), and mostly no remark, else that the United Nations list it. Items with letters below a name (`i. Quay
 * Trust`) belong to the organisation and are `linkedTo` it. Throws `ENT_LIST_ROW` for a row without a name,
 * `ENT_LIST_VALUE` for one without a day, and `ENT_LIST_TOO_LARGE` for one of more than 4,000 characters.
 */
export function readRow({ number, pieces }: RowTexts, at: At): RecordPart {
  const items = pieces.map((piece) => tidy(piece, at)).filter((piece) => piece !== '');
  const whole = items.filter((piece) => !SUB_ITEM.test(piece)).join(' ');
  if (whole.length > LONGEST) {
    const detail = { what: `characters in row ${number}`, cap: LONGEST };
    throw listsError('ENT_LIST_TOO_LARGE', detail, { place: at.place });
  }
  const printed = DATE.exec(whole)?.[0] ?? '';
  const withoutDay = printed === '' ? whole : whole.replace(printed, ' ');
  const remark = REMARK.exec(withoutDay)?.[0] ?? '';
  const named = (remark === '' ? withoutDay : withoutDay.replace(remark, ' ')).replace(/\s+/g, ' ');
  const { name, others } = namesInText(stripped(named.replace(/\(\s*\)/g, ''), '.,;:–-', ',;:–-'));
  const key = nameKey(name);
  if (key === '') throw listsError('ENT_LIST_ROW', { why: `row ${number} has no name` }, { place: at.place });
  const day = dayOf(printed);
  if (day === null) {
    const detail = {
      field: `the day of row ${number}`,
      value: printed || whole,
      expected: 'a day like 14-Aug-2001',
    };
    throw listsError('ENT_LIST_VALUE', detail, { place: at.place });
  }
  const affiliates = items
    .filter((piece) => SUB_ITEM.test(piece))
    .map((piece) => piece.replace(SUB_ITEM, ''));
  return {
    key,
    part: 'main',
    schema: 'Organization',
    statements: distinct([
      nameStatement(name, 'primary', 'strong', PLACE, { original: named.trim() }),
      ...others.map(({ text, kind, type }) =>
        nameStatement(text, kind, 'unstated', PLACE, { detail: { type } }),
      ),
      statement('listedOn', day, 'Date of Notification', { original: printed }),
      ...affiliates.map(
        (one): Statement => statement('linkedTo', one, PLACE, { detail: { type: 'affiliate' } }),
      ),
      ...(remark === '' ? [] : [statement('note', remark.trim(), 'Remarks', { detail: { type: 'remark' } })]),
      statement('legalBasis', 'Anti-Terrorism Act 1997, section 11-B, First Schedule', 'title'),
      statement('reference', String(number), 'S. No.'),
    ]),
  };
}

function dayOf(printed: string): string | null {
  const plain = printed
    .replace(/(\d)(?:st|nd|rd|th)\b/i, '$1')
    .replace(/(?<=\d)[ .,/-]*(?=[a-z])|(?<=[a-z])[ .,/-]*(?=\d)/gi, ' ');
  return anyDate(plain) ?? monthFirstDate(printed.replace(/(\d)(?:st|nd|rd|th)\b/i, '$1'));
}
