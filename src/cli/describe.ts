import type { TimePoint } from '../kernel/index.ts';
import { describeBound, type Listing, programmesHeldOn, type RecordEvent } from '../store/index.ts';
import type { Style } from './terminal/style.ts';

/** One event as one line: when it was observed, what happened, from what to what, and when it took effect. */
export function describeEvent(event: RecordEvent, style: Style): string {
  const key = `${event.list}:${event.reference}`;
  const of = ['listed', 'relisted', 'delisted', 'renamed'].includes(event.kind) || event.name === null;
  const who = of ? '' : ` ${style.dim(`of ${style.foreign(event.name ?? '')}`)}`;
  return `${event.seen}  ${style.dim(key)}  ${what(event, style)}${who} ${style.dim(`(${describeBound(event.when)})`)}\n`;
}

function what(event: RecordEvent, style: Style): string {
  const [before, after] = [event.before, event.after].map((text) =>
    text === null ? '' : style.foreign(text),
  );
  switch (event.kind) {
    case 'listed':
      return style.strong(`listed ${after}`);
    case 'relisted':
      return style.strong(`listed again ${after}`);
    case 'delisted':
      return style.strong(`no longer listed ${before}`);
    case 'renamed':
      return style.strong(`renamed ${before} → ${after}`);
    case 'amended':
      return `amended on ${after}, as the list says`;
    case 'name-added':
      return `name added ${after}`;
    case 'name-removed':
      return `name removed ${before}`;
    case 'name-requalified':
      return `name marked otherwise ${before} → ${after}`;
    case 'programme-added':
      return `programme added ${after}`;
    case 'programme-removed':
      return `programme removed ${before}`;
    case 'changed':
      return `${inWords(event.property ?? '')} ${before === '' ? 'added' : after === '' ? 'removed' : 'changed'} ${[
        before,
        after,
      ]
        .filter((text) => text !== '')
        .map((text) => shorten(text ?? ''))
        .join(' → ')}`;
  }
}

/** `birthDate` is "birth date". */
function inWords(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** A long text is shown by its beginning; `--json` has it whole. */
export function shorten(text: string): string {
  const flat = text.replace(/\s+/g, ' ');
  return flat.length > LONGEST ? `${[...flat].slice(0, LONGEST).join('')}…` : flat;
}

const LONGEST = 100;

/** A listing in one phrase: `listed since 2011-07-29`, `no longer listed since between … and …`. */
export function describeListing(listing: Listing, style: Style): string {
  const { effective } = listing;
  if (effective === null) return 'named there, no date known';
  const from = describeBound(effective.from);
  const to = effective.to === null ? '' : describeBound(effective.to);
  switch (listing.status) {
    case 'listed':
      return `${style.bad('listed')} since ${from}${to === '' ? '' : ` until ${to}`}`;
    case 'unclear':
      return `${style.warn('unclear')}: listed from ${from}${to === '' ? '' : ` until ${to}`}`;
    case 'delisted':
      return `${style.dim('was listed')} from ${from} until ${to}`;
    case 'not-yet':
      return `${style.dim('not yet listed')}: listed from ${from}`;
  }
}

/** A listing as the cells of a table: who, which list, which entry, since when, under what, and on whose word. */
export function listingCells(listing: Listing, asOf: TimePoint | null, style: Style): readonly string[] {
  return [
    listing.authority.name,
    style.strong(listing.list),
    listing.reference ?? '',
    describeListing(listing, style),
    programmesHeldOn(listing.programmes, asOf).join(', '),
    listing.basis === 'record' ? style.dim('from the starter record') : '',
  ];
}
