import type { Received } from '../../store/index.ts';

/** A plain text as a document to keep: it says nothing of itself but its words. */
export function receivedText(text: string, origin: Partial<Received['origin']> = {}): Received {
  return {
    text: text.replace(/\r\n?/g, '\n'),
    format: 'text',
    extent: 'whole',
    origin: { url: null, feed: null, guid: null, ...origin },
    headline: null,
    publisher: null,
    agency: null,
    author: null,
    language: null,
    dates: [],
    signal: 'new',
    version: null,
    about: null,
    notes: [],
  };
}
