import type { Statement } from '../../kernel/index.ts';
import { enumerated, kindOfAlias, namesInText } from '../also-known.ts';
import { monthFirstDate } from '../printed-date.ts';
import { distinct, nameStatement, statement } from '../statements.ts';
import type { At } from '../tidy.ts';

/** What a cell of names says. */
export interface NameCell {
  /** The name that the row begins with, without what stands beside it. */
  readonly name: string;
  readonly statements: readonly Statement[];
}

/** A link of the chain behind a name: `The Resistance Front Amendment (July 18, 2025)`. */
const AMENDMENT = /^(\S.*?) amendments? ?\(([^()]{4,40})\)[\s.;]*$/i;
const PLURAL = /amendments ?\([^()]*\)[\s.;]*$/i;
const DASH = /[—–]|\s-{1,2}(?=\s)/g;
const PLACE = 'Name';
const LONGEST = 6_000;

/**
 * Reads the cell of a name: `Lashkar-e-Tayyiba (LeT)— A, B, and C Amendments (June 26, 2014)— D Amendment
 * (July 18, 2025)`. A name that an amendment gives holds from the day of the amendment, which is that of its
 * publication in the Federal Register. The first name keeps the whole cell as its `original`, and it alone, so
 * that a further amendment leaves the other names as they were.
 */
export function readNameCell(printed: string, at: At): NameCell {
  const { head, amendments } = chainOf(printed);
  const { name, others } = namesInText(head);
  return {
    name,
    statements: distinct([
      nameStatement(name, 'primary', 'strong', PLACE, { original: printed }),
      ...others.map(({ text, kind, type }) =>
        nameStatement(text, kind, 'unstated', PLACE, { detail: { type } }),
      ),
      ...amendments.flatMap((amendment) => amendmentStatements(amendment, at)),
    ]),
  };
}

/** A dash stands inside of names too, so that only what is worded as an amendment is taken off the end. */
function chainOf(printed: string): { readonly head: string; readonly amendments: readonly string[] } {
  if (printed.length > LONGEST) return { head: printed, amendments: [] };
  const starts = [...printed.matchAll(DASH)].map(({ index, 0: dash }) => ({
    index,
    after: index + dash.length,
  }));
  const amendments: string[] = [];
  let end = printed.length;
  for (const { index, after } of starts.reverse()) {
    const text = printed.slice(after, end).trim();
    if (!AMENDMENT.test(text)) continue;
    amendments.unshift(text);
    end = index;
  }
  return { head: printed.slice(0, end).trim(), amendments };
}

function amendmentStatements(amendment: string, at: At): readonly Statement[] {
  const [, names = '', printed = ''] = AMENDMENT.exec(amendment) ?? [];
  const day = monthFirstDate(printed);
  if (day === null) {
    at.log.note('date-unread', at.place, `cannot read the date of "${amendment.slice(0, 80)}"`);
  }
  const listed = PLURAL.test(amendment) ? enumerated(names) : [names];
  return [
    ...listed.map((name) => ({
      ...nameStatement(name, kindOfAlias(name), 'unstated', PLACE, { detail: { type: 'amendment' } }),
      ...(day === null ? {} : { validFrom: day }),
    })),
    ...(day === null
      ? [statement('note', amendment, PLACE, { detail: { about: 'amendedOn' } })]
      : [statement('amendedOn', day, PLACE, { original: printed, detail: { note: names } })]),
  ];
}
