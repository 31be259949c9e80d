import { type Token, tokenize } from '../../text/index.ts';

/** A line of the text that is not blank, without the white space at its ends. */
export interface Line {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** How many words it has. */
  readonly words: number;
  /** Whether it ends as a sentence does. */
  readonly ended: boolean;
  /** Whether a blank line stands before it. */
  readonly gap: boolean;
}

const SENTENCE_END = /[.!?…۔।؟]["'”’»)\]]*$/u;

/** The lines of a text. */
export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let at = 0;
  let gap = true;
  while (at <= text.length) {
    const newline = text.indexOf('\n', at);
    const stop = newline < 0 ? text.length : newline;
    let [start, end] = [at, stop];
    while (start < end && isBlank(text, start)) start += 1;
    while (end > start && isBlank(text, end - 1)) end -= 1;
    if (start < end) {
      const line = text.slice(start, end);
      lines.push({
        text: line,
        start,
        end,
        words: countWords(line),
        ended: SENTENCE_END.test(line.slice(-12)),
        gap,
      });
      gap = false;
    } else gap = true;
    at = stop + 1;
  }
  return lines;
}

/** A line shorter than this was not cut at a width, one longer than {@link LONGEST_CUT} neither. */
const SHORTEST_CUT = 40;
const LONGEST_CUT = 120;

/**
 * The paragraphs of a text whose lines are cut at a width (mail, agency copy): each line joined to the one that
 * it goes on from. Other texts come back as they are.
 */
export function unwrapped(text: string, lines: readonly Line[]): readonly Line[] {
  const inner = lines.filter((_, index) => lines[index + 1]?.gap === false);
  const cut = inner.filter((line) => !line.ended && isCut(line.text));
  if (inner.length < 3 || cut.length * 10 < inner.length * 6) return lines;
  const out: Line[] = [];
  let before: Line | undefined;
  for (const line of lines) {
    const last = out.at(-1);
    if (last !== undefined && before !== undefined && !line.gap && isCut(before.text)) {
      out[out.length - 1] = {
        text: text.slice(last.start, line.end),
        start: last.start,
        end: line.end,
        words: last.words + line.words,
        ended: line.ended,
        gap: last.gap,
      };
    } else out.push(line);
    before = line;
  }
  return out;
}

function isCut(text: string): boolean {
  return text.length >= SHORTEST_CUT && text.length <= LONGEST_CUT;
}

/** The tokens of a line, its first 60: what a line is shows at its beginning. */
export function headTokens(line: Line): readonly Token[] {
  return tokenize(line.text.slice(0, 600)).slice(0, 60);
}

function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code <= 32 || code === 0xa0 || code === 0xfeff || code === 0x2028 || code === 0x2029;
}

function countWords(line: string): number {
  let [count, inside] = [0, false];
  for (let at = 0; at < line.length; at += 1) {
    const blank = isBlank(line, at);
    if (!blank && !inside) count += 1;
    inside = !blank;
  }
  return count;
}
