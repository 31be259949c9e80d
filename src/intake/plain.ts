import { canonical } from './canonical.ts';
import { compose } from './compose.ts';
import { stampsIn } from './dates.ts';
import { isCrumb, isReadingTime, isStamp } from './page-lines.ts';
import type { Received, ReceiveHints } from './received.ts';

/** A line that looks like a headline has so many characters at most. */
const LONGEST_HEADLINE = 220;
/** Stamps stand among the first and last lines. */
const HEAD_LINES = 14;

/**
 * A plain text as it stands: only its line ends and invisible characters change, so that every place in it keeps its
 * words; what its lines are is for the reader of reports to say. Stamps in its head are read.
 */
export function readPlain(text: string, hints: ReceiveHints, notes: readonly string[]): Received {
  const lines = canonical(text)
    .text.split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const ends =
    lines.length <= 2 * HEAD_LINES ? lines : [...lines.slice(0, HEAD_LINES), ...lines.slice(-HEAD_LINES)];
  const stamps = ends.filter(isStamp).flatMap((line) => stampsIn(line, 'page text'));
  const first = ends.find((line) => !isStamp(line) && !isCrumb(line) && !isReadingTime(line)) ?? null;
  const headline =
    first !== null && lines.length > 1 && first.length <= LONGEST_HEADLINE && !/[.۔।]$/.test(first)
      ? first
      : null;
  return compose({
    format: 'text',
    headline,
    // Signals and trailers stand at the ends.
    paragraphs: headline === null ? ends : ends.slice(ends.indexOf(headline) + 1),
    publisher: null,
    agency: null,
    author: null,
    url: hints.url ?? null,
    guid: null,
    language: null,
    dates: stamps,
    notes,
    text,
  });
}
