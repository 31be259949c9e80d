import { CAPS } from './caps.ts';
import { decode } from './charset.ts';
import { isPdf, otherFile } from './detect.ts';
import type { ReceiveHints } from './received.ts';

/** What a report came as, in its own characters: a page with its tags, a mail with its headers. */
export interface OriginalText {
  readonly text: string;
  /** Whether more followed. */
  readonly cut: boolean;
}

/** UTF-16 units; a person compares it with the words that were taken from it. */
const MOST = 400_000;

/**
 * The text that bytes are, untouched but that it ends after 400,000 UTF-16 units; `null` for what is no text (a PDF,
 * a picture, an archive) and for more than {@link CAPS}.textBytes. Never throws for what the bytes are.
 */
export function originalText(bytes: Uint8Array, hints: ReceiveHints = {}): OriginalText | null {
  if (bytes.length > CAPS.textBytes || isPdf(bytes) || otherFile(bytes) !== null) return null;
  const { text } = decode(bytes, hints.charset ?? null);
  return { text: text.slice(0, MOST), cut: text.length > MOST };
}
