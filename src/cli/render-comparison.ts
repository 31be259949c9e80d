import { type Comparison, changeLine, headWords, SUBJECT_KINDS, subjectLine } from '../engagement/index.ts';
import type { Context } from './context.ts';
import { wrap } from './terminal/wrap.ts';

/** A comparison on a terminal: what came and went, then each promise and position, earlier above later. */
export function renderComparison({ io, style }: Context, comparison: Comparison): string {
  const lines = (text: string, indent = '  ') =>
    wrap(style.foreign(text), Math.max(40, io.terminal.columns), indent, `${indent}  `).join('');
  const items = (kind: 'promise' | 'position', nothing: string) => {
    const own = comparison.items.filter((item) => item.kind === kind);
    if (own.length === 0) return lines(nothing);
    return own
      .map((item) =>
        [
          lines(changeLine(item)),
          item.before === null ? '' : lines(`earlier: ${quoted(item.before)}`, '      '),
          item.after === null ? '' : lines(`later:   ${quoted(item.after)}`, '      '),
          item.stillSpokenOf === null
            ? ''
            : lines(`still spoken of: “${item.stillSpokenOf.quote}”`, '      '),
        ].join(''),
      )
      .join('');
  };
  return [
    lines(`earlier: ${headWords(comparison.before)}`, ''),
    lines(`later:   ${headWords(comparison.after)}`, ''),
    `\n${style.strong('Added and dropped')}\n`,
    ...SUBJECT_KINDS.map((kind) => lines(subjectLine(kind, comparison.subjects[kind]))),
    `\n${style.strong('Promises')}\n`,
    items('promise', 'Neither makes a promise.'),
    `\n${style.strong('Said without a promise')}\n`,
    items('position', 'Neither takes a position.'),
    ...(comparison.limits.length === 0
      ? []
      : [`\n${style.strong('What limits this')}\n`, ...comparison.limits.map((limit) => lines(limit))]),
    `\n${style.dim('Matched by rules, by what promises are about. --format html has the sentences side by side.')}\n`,
  ].join('');
}

function quoted({ text, verbatim }: { readonly text: string; readonly verbatim: boolean }): string {
  return verbatim ? `“${text}”` : text;
}
