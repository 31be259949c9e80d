import type { RecordPart, Statement } from '../../kernel/index.ts';
import { namesInText } from '../also-known.ts';
import { listsError } from '../errors.ts';
import { nameKey } from '../name-key.ts';
import { printedDate } from '../printed-date.ts';
import { distinct, nameStatement, statement } from '../statements.ts';
import { type At, tidy } from '../tidy.ts';
import { namesInProse } from './prose.ts';

/** One organisation as the page prints it. */
export interface Proscribed {
  readonly name: string;
  /** The words on its proscription: `March 2001`; `null` where the page gives none. */
  readonly proscribed: string | null;
  /** The paragraphs below it. */
  readonly prose: readonly string[];
}

const EXTENDED = /\b(?:extended|amended)\s+(?:in\s+)?((?:\d{1,2} )?[A-Z][a-z]+ \d{4})/;
const BRACKETS = /\s*\([^()]*\)/g;
const IN_BRACKETS = /\(([^()\s]{2,20})\)/g;
const DATE = /^(?:in |on )?((?:\d{1,2} )?[A-Z][a-z]+ \d{4})\b/;

/**
 * Reads an organisation. The key is made of its name. The page mostly gives the month of a proscription, never the
 * day of the order. Throws `ENT_LIST_ROW` for one without a name, and `ENT_LIST_VALUE` for a date that is none.
 */
export function readProscribed({ name: printed, proscribed, prose }: Proscribed, at: At): RecordPart {
  const heading = tidy(printed, at);
  const { name, others } = namesInText(heading);
  const key = nameKey(name);
  if (key === '')
    throw listsError('ENT_LIST_ROW', { why: 'an organisation without a name' }, { place: at.place });
  const description = prose.map((paragraph) => tidy(paragraph, at)).filter((paragraph) => paragraph !== '');
  const subjects = [name.replace(BRACKETS, ''), name, ...acronymsIn(heading)];
  return {
    key,
    part: 'main',
    schema: 'Organization',
    statements: distinct([
      nameStatement(name, 'primary', 'strong', 'Organisation', { original: heading }),
      ...others.map(({ text, kind, type }) =>
        nameStatement(text, kind, 'unstated', 'Organisation', { detail: { type } }),
      ),
      ...description.flatMap((paragraph) => namesInProse(paragraph, 'Description', subjects)),
      ...(proscribed === null ? [] : dates(tidy(proscribed, at), at)),
      ...description.map((paragraph) => statement('remarks', paragraph, 'Description')),
    ]),
  };
}

/** What stands in brackets alone, which prose goes on to call the organisation by. */
function acronymsIn(heading: string): readonly string[] {
  return [...heading.matchAll(IN_BRACKETS)].flatMap(([, inside]) => inside ?? []);
}

function dates(printed: string, at: At): readonly Statement[] {
  const listed = printedDate(DATE.exec(printed)?.[1] ?? '');
  if (listed === null) {
    const detail = { field: 'the date of proscription', value: printed, expected: 'a month like March 2001' };
    throw listsError('ENT_LIST_VALUE', detail, { place: at.place });
  }
  const extended = printedDate(EXTENDED.exec(printed)?.[1] ?? '');
  return [
    statement('listedOn', listed, 'Proscribed', { original: printed }),
    ...(extended === null ? [] : [statement('amendedOn', extended, 'Proscribed', { original: printed })]),
  ];
}
