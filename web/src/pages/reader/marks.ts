import type { ReadingJson } from '../../../../src/contract/index.ts';
import type { ItemJson } from './document-json.ts';
import { summaryOf } from './item-summary.ts';

/** What a mark in a text stands for. */
export type MarkKind =
  | 'mention'
  | 'event'
  | 'casualty'
  | 'attribution'
  | 'allegation'
  | 'commitment'
  | 'position'
  | 'wording'
  | 'check';

/** One thing that the reading found, and where it stands in the text. */
export interface Mark {
  readonly id: string;
  readonly kind: MarkKind;
  readonly start: number;
  readonly end: number;
  /** What it says of itself in one line. */
  readonly label: string;
  /** Of a check: what the record says to the sentence. */
  readonly check: MarkCheck | null;
}

/** How a sentence about lists stands to the record. */
export interface MarkCheck {
  readonly verdict: ReadingJson['checks'][number]['verdict'];
  readonly note: string;
}

/** Every item of a reading as a mark, in the order of the text; of two that begin together the longer goes first. */
export function marksOf(reading: ReadingJson): readonly Mark[] {
  const mark = (
    kind: MarkKind,
    index: number,
    span: { start: number; end: number },
    label: string,
    check: MarkCheck | null = null,
  ): Mark => ({
    id: `${kind}-${index}`,
    kind,
    start: span.start,
    end: span.end,
    label,
    check,
  });
  return [
    ...reading.mentions.map((item, index) =>
      mark(
        'mention',
        index,
        item.span,
        [item.caption ?? item.kind, ...item.candidates.slice(1).map(({ caption }) => caption)].join(' / '),
      ),
    ),
    ...reading.events.map((item, index) => mark('event', index, item.span, item.type)),
    ...reading.attributions.map((item, index) => mark('attribution', index, item.span, item.kind)),
    ...reading.allegations.map((item, index) => mark('allegation', index, item.span, item.act)),
    ...reading.commitments.map((item, index) => mark('commitment', index, item.span, item.topic)),
    ...reading.checks.map((item, index) => mark('check', index, item.span, item.claim, item)),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The items of a kept document as marks, by their own keys. */
export function marksOfItems(items: readonly ItemJson[]): readonly Mark[] {
  return items
    .filter(({ span }) => span.end > span.start)
    .map((item) => ({
      id: item.key,
      kind: item.kind,
      start: item.span.start,
      end: item.span.end,
      label: summaryOf(item) || item.span.quote,
      check: item.kind === 'check' && item.review.state !== 'rejected' ? checkOf(item.value) : null,
    }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

const VERDICTS: readonly string[] = [
  'supported',
  'contradicted',
  'agent-unstated',
  'not-in-record',
  'list-not-loaded',
];

function checkOf({ verdict, note }: Readonly<Record<string, unknown>>): MarkCheck | null {
  if (typeof verdict !== 'string' || !VERDICTS.includes(verdict)) return null;
  return { verdict: verdict as MarkCheck['verdict'], note: typeof note === 'string' ? note : '' };
}

/** A piece of text and the marks that cover it, widest first. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly marks: readonly Mark[];
}

/** Cuts a stretch of text at the ends of its marks; the pieces follow each other without a gap. */
export function piecesOf(start: number, end: number, marks: readonly Mark[]): readonly Piece[] {
  const within = marks.filter((mark) => mark.start < end && mark.end > start);
  const cuts = new Set([start, end]);
  for (const mark of within) {
    if (mark.start > start) cuts.add(mark.start);
    if (mark.end < end) cuts.add(mark.end);
  }
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(0, -1).map((from, index) => {
    const to = places[index + 1] ?? end;
    return {
      start: from,
      end: to,
      marks: within
        .filter((mark) => mark.start <= from && mark.end >= to)
        .sort((a, b) => b.end - b.start - (a.end - a.start)),
    };
  });
}

/** The paragraphs of a text as stretches, without the line ends between them; blank ones are left out. */
export function paragraphsOf(text: string): readonly { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (line.trim() !== '') found.push({ start, end: start + line.length });
    start += line.length + 1;
  }
  return found;
}
