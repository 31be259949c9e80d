import { styleText } from 'node:util';
import type { Io } from './io.ts';

type Format = Parameters<typeof styleText>[0];

/** How text is dressed for the place it goes to: a terminal gets colour, a file or pipe plain text. */
export interface Style {
  readonly strong: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly good: (text: string) => string;
  readonly warn: (text: string) => string;
  readonly bad: (text: string) => string;
  /** A name or quotation from outside: its own direction kept from leaking into the line (UAX #9). */
  readonly foreign: (text: string) => string;
}

/** The style for standard output. `NO_COLOR` (no-color.org) is honoured. */
export function styleFor(io: Io): Style {
  const colour = io.terminal.out && (io.env.NO_COLOR ?? '') === '';
  const dress = (format: Format) => (text: string) =>
    colour ? styleText(format, text, { validateStream: false }) : text;
  return {
    strong: dress('bold'),
    dim: dress('dim'),
    good: dress('green'),
    warn: dress('yellow'),
    bad: dress('red'),
    foreign: (text) => {
      const safe = printable(text);
      return io.terminal.out && RIGHT_TO_LEFT.test(safe) ? `\u2068${safe}\u2069` : safe;
    },
  };
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** A text from outside without control characters, so that no list or report can drive the terminal. */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');
}
