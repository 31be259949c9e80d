import { type Span, spanAt } from '../span.ts';

/**
 * The place of words in a text: where `near` says if they stand there, else where they stand first. `null` when the
 * text does not have them, character for character: nothing is reported without its words.
 */
export function spanIn(text: string, quote: string, near?: number): Span | null {
  const words = quote.trim();
  if (words === '') return null;
  const at = near !== undefined && text.startsWith(words, near) ? near : text.indexOf(words);
  return at < 0 ? null : spanAt(text, at, at + words.length);
}
