import type { Token } from '../../text/index.ts';
import { agencyAt } from './agency-names.ts';
import { datelineOf } from './dateline.ts';
import { headTokens, type Line } from './lines.ts';
import { isStampLine, type Stamp, stampsOf } from './stamps.ts';
import { trailerOf } from './trailers.ts';

/** What a line looks like by itself, before its place on the page is weighed. */
export type LineKind =
  | 'trailer'
  | 'stamp'
  | 'crumb'
  | 'furniture'
  | 'byline'
  | 'caption'
  | 'dateline'
  | 'prose'
  | 'short';

/** A line with what it looks like. */
export interface SortedLine extends Line {
  readonly kind: LineKind;
  readonly tokens: readonly Token[];
  readonly stamps: readonly Stamp[];
}

/** A line of fewer words is no sentence of a report unless it ends as one. */
const FEWEST_WORDS = 8;

const FURNITURE = [
  'advertisement',
  'also read',
  'read more',
  'read also',
  'read |',
  'must read',
  'share this',
  'share on',
  'follow us',
  'follow ',
  'subscribe',
  'listen to this',
  'click here',
  'sign up',
  'topics',
  'tags:',
  'related',
  'recommended',
  'watch:',
  'download the app',
  'join our',
  'add as a preferred',
  'whatsapp',
];
const CAPTIONS = [
  'photo:',
  '(photo',
  '[photo',
  'file photo',
  'image:',
  '(image',
  'picture:',
  'representative image',
  'representational',
  'file image',
];
const BYLINES = [
  'by ',
  'written by',
  'edited by',
  'reported by',
  'curated by',
  'our correspondent',
  'staff reporter',
  'staff correspondent',
  'special correspondent',
  'agencies',
  'web desk',
  'news desk',
  'monitoring desk',
];

/** A stamp gives a day, and a day has a figure. */
const DIGIT = /\d/;

/** Sorts a line by its looks. `publisherCountry` decides between time zones that share an abbreviation. */
export function sortLine(line: Line, publisherCountry: string | null): SortedLine {
  const tokens = headTokens(line);
  const stamps = line.words <= 40 && DIGIT.test(line.text) ? stampsOf(tokens, publisherCountry) : [];
  return { ...line, tokens, stamps, kind: kindOf(line, tokens, stamps) };
}

function kindOf(line: Line, tokens: readonly Token[], stamps: readonly Stamp[]): LineKind {
  const low = line.text.slice(0, 80).toLowerCase();
  if (trailerOf(line.text) !== null) return 'trailer';
  if (line.words <= 16 && isStampLine(tokens, stamps)) return 'stamp';
  if (isCrumb(line.text)) return 'crumb';
  if (isReadingTime(tokens) || (line.words <= 16 && FURNITURE.some((start) => low.startsWith(start))))
    return 'furniture';
  if (line.words <= 20 && CAPTIONS.some((start) => low.startsWith(start))) return 'caption';
  if (line.words <= 12) {
    if (!line.ended && BYLINES.some((start) => low.startsWith(start))) return 'byline';
    if (agencyAt(tokens, 0)?.last === tokens.length) return 'byline';
    if (datelineOf(tokens, true)?.last === tokens.length) return 'dateline';
  }
  if (line.ended && line.words >= FEWEST_WORDS) return 'prose';
  const dateline = datelineOf(tokens, false);
  return dateline !== null && line.words >= FEWEST_WORDS ? 'prose' : 'short';
}

/** "Home / World News / …": three parts or more, the first of them short and one of them the way home. */
function isCrumb(text: string): boolean {
  if (text.length > 400) return false;
  const parts = text.split(/ [/>»›|] /u);
  if (parts.length < 3) return false;
  const [first = '', second = ''] = parts;
  return (
    /\bhome$/i.test(first.trim()) ||
    /^home$/i.test(second.trim()) ||
    parts.slice(0, -1).every((part) => part.split(' ').length <= 3)
  );
}

function isReadingTime(tokens: readonly Token[]): boolean {
  return (
    tokens.length <= 4 &&
    tokens[0]?.kind === 'number' &&
    /^min/i.test(tokens[1]?.text ?? '') &&
    tokens.some(({ text }) => text.toLowerCase() === 'read')
  );
}
