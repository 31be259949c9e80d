/** A block of a brief. All text is plain: whoever writes it out escapes it. */
export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

/** A part of a brief under its heading. */
export interface Section {
  readonly heading: string;
  readonly blocks: readonly Block[];
}

/** A paper that a person takes into a meeting, before it is written out as Markdown, HTML or text. */
export interface Brief {
  readonly title: string;
  /** As of when, as known when, and what it rests on. */
  readonly subtitle: string;
  readonly sections: readonly Section[];
  /** What limits it, last and always. */
  readonly limits: readonly string[];
}

/** A list, or a sentence that says that there is nothing. */
export function listOr(items: readonly string[], nothing: string): Block {
  return items.length === 0 ? { kind: 'text', text: nothing } : { kind: 'list', items };
}

/** A table, or a sentence that says that there is nothing. */
export function tableOr(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  nothing: string,
): Block {
  return rows.length === 0 ? { kind: 'text', text: nothing } : { kind: 'table', head, rows };
}

/** Text from outside on one line, without what hides or reverses it. */
export function flat(text: string): string {
  return text.replace(CONTROLS, '').replace(/\s+/g, ' ').trim();
}

const CONTROLS =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
