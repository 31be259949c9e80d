import type { Block } from './blocks.ts';
import { sameWords } from './compose.ts';
import { isCrumb, isReadingTime, isStamp } from './page-lines.ts';
import { isTrailer } from './trailers.ts';

/** A page's words, told apart from its debris. */
export interface Cleaned {
  /** The paragraphs of the report, its trailers last. */
  readonly paragraphs: readonly string[];
  readonly trailers: readonly string[];
  /** Lines that are stamps, as they stood. */
  readonly stamps: readonly string[];
  /** Lines that name who wrote it. */
  readonly bylines: readonly string[];
  /** What was left out, counted: "2 captions". */
  readonly left: readonly string[];
}

const DEBRIS = {
  crumb: 'crumbs',
  'reading time': 'reading times',
  'caption or side line': 'captions or side lines',
  'repeated headline': 'repeated headlines',
  'line of the site': 'lines of the site',
  'link to another page': 'links to other pages',
} as const;

type Debris = keyof typeof DEBRIS;

const FURNITURE =
  /^(?:advertisements?|ad|sponsored|promoted|also read|read (?:more|also|next|\|)|must read|more on this|share (?:this|on|via)|share$|follow us|subscribe|sign up|log ?in|listen to|click here|tags?\s*:|topics\s*:|related (?:stories|articles|news|topics)|recommended|trending|watch\s*:|download (?:the|our) app|join (?:us|our)|whatsapp|copy link|print this|comments?\b|add as a preferred|get (?:the )?latest|stay (?:updated|tuned)|for more (?:news|updates)|view comments|back to top|next story|previous story)\b/i;
const CAPTION =
  /^[[(]?\s*(?:(?:file |representative |representational )?(?:photo|image|picture|pic)\b\s*(?:[:|)(\]-]|by|courtesy|credit|source|$)|representational|photograph\s*:)|[[(|]\s*(?:photo|image|file|pic|reuters|afp|ap|pti|getty)[^\])]{0,60}[\])]\s*$/i;
const BYLINE = /^(?:by|written by|reported by|edited by|curated by|compiled by)\s*:?\s+\p{Lu}/iu;
const WORDS_OF_LINE = 16;
const WORDS_OF_BYLINE = 14;
const MOST_LINKED = 0.85;

/** Sorts the blocks of a page: report, stamps, bylines, and what belongs to the site and not to the report. */
export function clean(blocks: readonly Block[], headline: string | null): Cleaned {
  const paragraphs: string[] = [];
  const trailers: string[] = [];
  const stamps: string[] = [];
  const bylines: string[] = [];
  const left = new Map<Debris, number>();
  const drop = (kind: Debris) => left.set(kind, (left.get(kind) ?? 0) + 1);
  for (const block of blocks) {
    for (const raw of block.text.split('\n')) {
      const text = raw.replace(/\s+/g, ' ').trim();
      if (text === '') continue;
      const words = text.split(' ').length;
      const ended = /[.!?…۔।]["'”’)\]]*$/u.test(text);
      if (isTrailer(text) && !block.apart) {
        if (!trailers.includes(text)) trailers.push(text);
      } else if (isStamp(text) || (block.element === 'time' && words <= 8)) stamps.push(text);
      else if (headline !== null && sameWords(text, headline)) drop('repeated headline');
      else if (isReadingTime(text)) drop('reading time');
      else if (isCrumb(text, block.linked)) drop('crumb');
      else if (block.apart || (words <= 30 && CAPTION.test(text))) drop('caption or side line');
      else if (words <= WORDS_OF_BYLINE && !ended && BYLINE.test(text)) bylines.push(text);
      else if (words <= WORDS_OF_LINE && FURNITURE.test(text)) drop('line of the site');
      else if (block.linked > MOST_LINKED && !ended && words <= WORDS_OF_LINE) drop('link to another page');
      else if (paragraphs.at(-1) !== text) paragraphs.push(text);
    }
  }
  return {
    paragraphs: [...paragraphs, ...trailers],
    trailers,
    stamps,
    bylines,
    left: [...left].map(([kind, count]) => `left out: ${count} ${count === 1 ? kind : DEBRIS[kind]}`),
  };
}
