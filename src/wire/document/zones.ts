import type { Zone, ZoneKind } from '../reading.ts';
import { agencyAt } from './agency-names.ts';
import { datelineOf } from './dateline.ts';
import type { SortedLine } from './line-kind.ts';

/** A page cut into zones, and the paragraphs of it that are read for facts, each `[start, end)`. */
export interface Page {
  readonly zones: readonly Zone[];
  readonly headline: Zone | null;
  /** The line whose first tokens are the dateline, and how many they are. */
  readonly dateline: { readonly line: SortedLine; readonly tokens: number } | null;
}

/** A headline has at least so many words; shorter lines above it are the site's. */
const HEADLINE_WORDS = 4;
/** A line of so many words above the body is its summary, a shorter one a caption. */
const SUMMARY_WORDS = 8;
/** How far below a sentence a byline or stamp may stand and still put that sentence into the page's head. */
const HEAD_REACH = 5;

const HEAD_KINDS = new Set(['stamp', 'byline', 'dateline', 'crumb']);

/**
 * Says what each line of a page is by its looks and its place: what stands above the first sentence of the
 * body is headline, summary or caption; what stands in it or below is body unless it looks otherwise. Nothing
 * is removed.
 */
export function zonesOf(lines: readonly SortedLine[]): Page {
  const body = bodyStart(lines);
  const headline = headlineOf(lines, body);
  const zones: Zone[] = [];
  let bodies = 0;
  let dateline: Page['dateline'] = null;
  lines.forEach((line, index) => {
    const kind = index < body ? headKind(line, headline) : bodyKind(line);
    if (line.kind === 'dateline' && dateline === null) dateline = { line, tokens: line.tokens.length };
    // A dateline begins the first or the second paragraph, or there is none.
    const mayLead = kind === 'body' && dateline === null && bodies < 2;
    if (kind === 'body') bodies += 1;
    const lead = mayLead ? datelineOf(line.tokens, false) : null;
    if (lead !== null) {
      dateline = { line, tokens: lead.last };
      const start = line.start + (line.tokens[lead.last]?.start ?? line.text.length);
      zones.push({ kind: 'dateline', start: line.start, end: Math.min(start, line.end) });
      if (start < line.end) zones.push({ kind, start, end: line.end });
      return;
    }
    zones.push({ kind, start: line.start, end: line.end });
  });
  return { zones, headline: zones.find(({ kind }) => kind === 'headline') ?? null, dateline };
}

/** The first line of the body: the first sentence with no more of the page's head close below it. */
function bodyStart(lines: readonly SortedLine[]): number {
  let body = lines.findIndex(({ kind }) => kind === 'prose');
  if (body < 0) {
    // No sentence at all: the first line that may be one is the headline, and the next the body.
    const headline = lines.findIndex(({ kind }) => kind === 'short');
    const next = lines.findIndex(({ kind }, index) => kind === 'short' && index > headline);
    return next < 0 ? lines.length : next;
  }
  for (;;) {
    let moved = false;
    for (let next = Math.min(lines.length - 1, body + HEAD_REACH); next > body; next -= 1) {
      if (!HEAD_KINDS.has(lines[next]?.kind ?? '')) continue;
      const prose = lines.findIndex(({ kind }, index) => index > next && kind === 'prose');
      // A stamp at the foot of a short page has no sentence below it.
      if (prose < 0) continue;
      body = prose;
      moved = true;
      break;
    }
    if (!moved) return body;
  }
}

function headlineOf(lines: readonly SortedLine[], body: number): string | null {
  const head = lines.slice(0, body).filter(({ kind }) => kind === 'short' || kind === 'prose');
  const crumb = lines.find(({ kind }) => kind === 'crumb');
  const repeated = head.find(({ text }) => crumb?.text.endsWith(text));
  return (repeated ?? head.find(({ words }) => words >= HEADLINE_WORDS) ?? head[0])?.text ?? null;
}

function headKind(line: SortedLine, headline: string | null): ZoneKind {
  if (line.kind === 'trailer') return 'trailer';
  if (line.kind !== 'short' && line.kind !== 'prose') return line.kind;
  if (line.text === headline) return 'headline';
  return line.words >= SUMMARY_WORDS ? 'summary' : 'caption';
}

function bodyKind(line: SortedLine): ZoneKind {
  if (line.kind === 'prose') return 'body';
  if (line.kind !== 'short') return line.kind === 'crumb' ? 'furniture' : line.kind;
  // "PTI SH ZH", "APP/abc-def": an agency's sign-off.
  if (line.words <= 5 && agencyAt(line.tokens, 0) !== null) return 'trailer';
  if (line.words >= SUMMARY_WORDS || line.ended) return 'body';
  return 'caption';
}
