import { createHash } from 'node:crypto';
import { tryParseDate } from '../../kernel/index.ts';
import { languageOf, stripInvisible } from '../../text/index.ts';
import { wireError } from '../errors.ts';
import type { ReferenceDay, ReportDocument, Zone } from '../reading.ts';
import { type Span, spanAt } from '../span.ts';
import { agencyAt } from './agency-names.ts';
import { datelineDay, datelineOf } from './dateline.ts';
import { type SortedLine, sortLine } from './line-kind.ts';
import { linesOf, unwrapped } from './lines.ts';
import { PUBLISHERS } from './outlets.ts';
import { trailerOf, trailerPublisher } from './trailers.ts';
import { zonesOf } from './zones.ts';

/** Longest text that is read, in UTF-16 units. */
export const LONGEST_TEXT = 8_000_000;

/**
 * Reads what a text is: zones, publisher, agency, dateline, stamps, the day from which "on Tuesday" counts.
 * `hint` is the publication date that the caller knows (a feed's, a file's): a day or an instant. It gives the
 * reference day only where the text prints none of its own.
 *
 * Throws `ENT_WIRE_EMPTY`, `ENT_WIRE_TOO_LONG`, `ENT_WIRE_BINARY`, `ENT_WIRE_HINT`.
 */
export function readDocument(input: string, hint: string | null): ReportDocument {
  const text = input.includes('\r') ? input.replace(/\r\n?/g, '\n') : input;
  refuse(text);
  const raw = linesOf(text);
  const publisher = publisherOf(raw.map(({ text: line }) => line));
  const lines = unwrapped(text, raw).map((line) => sortLine(line, publisher?.country ?? null));
  const page = zonesOf(lines);
  const lead =
    page.dateline === null
      ? null
      : datelineOf(page.dateline.line.tokens, page.dateline.line.kind === 'dateline');
  const agency = lead?.agency ?? agencyOf(lines, page.zones);
  const trailers = lines.filter(({ kind }) => kind === 'trailer');
  const syndicated =
    trailers.some(({ text: line }) => trailerOf(line)?.syndicated === true) ||
    (agency !== null && publisher !== null && agency !== publisher.name);
  const stamps = stampsIn(lines, page.zones);
  const near = stamps.first?.at ?? stamps.updated?.at ?? hintDay(hint) ?? stamps.page?.at ?? null;
  const reference = referenceDay(text, page.dateline, near, stamps, hint);
  const headline = page.headline;
  const warnings: string[] = [];
  if (stripInvisible(text).bidi.length > 0) warnings.push('bidi-control');
  if (reference === null) warnings.push('no-reference-date');
  if (isCutOff(text, page.zones)) warnings.push('cut-off');
  const language = languageOf(text);
  // Else a report in Urdu would look like one in which nothing happened.
  if (language !== 'en') warnings.push('only-names-are-read-in-this-language');
  return {
    text,
    publisher: publisher?.name ?? null,
    agency,
    syndicated,
    headline: headline === null ? null : text.slice(headline.start, headline.end),
    dateline: lead === null ? null : { place: lead.place, country: lead.country, agency: lead.agency },
    firstPublished: stamps.first?.at ?? null,
    updated: stamps.updated?.at ?? null,
    reference,
    language,
    sha256: createHash('sha256').update(text, 'utf8').digest('hex'),
    zones: page.zones,
    warnings,
  };
}

function refuse(text: string): void {
  if (text.length > LONGEST_TEXT)
    throw wireError('ENT_WIRE_TOO_LONG', { length: text.length, limit: LONGEST_TEXT });
  if (text.includes('\0')) throw wireError('ENT_WIRE_BINARY', undefined);
  if (!/[\p{L}\p{N}]/u.test(text)) throw wireError('ENT_WIRE_EMPTY', undefined);
}

/** The outlet: named by a trailer, or by a short line of its own at the page's head or foot. */
function publisherOf(
  lines: readonly string[],
): { readonly name: string; readonly country: string | null } | null {
  for (const line of [...lines.slice(0, 20), ...lines.slice(-20)]) {
    if (trailerOf(line) === null) continue;
    const found = trailerPublisher(line);
    if (found === null) continue;
    const known = PUBLISHERS.find(({ name }) => name.toLowerCase() === found.name.toLowerCase());
    return { name: known?.name ?? found.name, country: known?.country ?? null };
  }
  for (const line of [...lines.slice(0, 12), ...lines.slice(-6)]) {
    if (line.length > 120) continue;
    const bare = line.replace(/^(?:source|published by|via|©)\s*:?\s*/i, '').trim();
    const known = PUBLISHERS.find(
      ({ name }) => bare === name || bare.endsWith(`| ${name}`) || bare.endsWith(`- ${name}`),
    );
    if (known !== undefined) return known;
  }
  return null;
}

/** The agency by its name on a byline, in a trailer, in a sign-off, or in brackets at the very end. */
function agencyOf(lines: readonly SortedLine[], zones: readonly Zone[]): string | null {
  const kindAt = new Map(zones.map(({ start, kind }) => [start, kind]));
  for (const line of lines) {
    const kind = kindAt.get(line.start);
    if (kind === 'byline' || (kind === 'trailer' && line.words <= 5)) {
      const found = line.tokens.map((_, at) => agencyAt(line.tokens, at)).find((hit) => hit !== null);
      if (found !== undefined && found !== null) return found.name;
    }
  }
  for (const line of lines) {
    if (kindAt.get(line.start) !== 'trailer') continue;
    for (let at = 0; at < line.tokens.length; at += 1) {
      const found = agencyAt(line.tokens, at);
      if (found !== null) return found.name;
    }
  }
  const last = [...lines].reverse().find((line) => kindAt.get(line.start) === 'body');
  const closing = /\(([A-Z]{2,8})\)\s*$/.exec(last?.text.slice(-16) ?? '');
  return closing?.[1] === undefined
    ? null
    : (agencyAt([{ text: closing[1], start: 0, end: 0, kind: 'word' }], 0)?.name ?? null);
}

interface PlacedStamp {
  readonly at: string;
  readonly start: number;
  readonly end: number;
}

interface Stamps {
  readonly first: PlacedStamp | null;
  readonly updated: PlacedStamp | null;
  readonly released: PlacedStamp | null;
  readonly page: PlacedStamp | null;
}

function stampsIn(lines: readonly SortedLine[], zones: readonly Zone[]): Stamps {
  const read = new Set(
    zones
      .filter(({ kind }) => kind === 'body' || kind === 'summary' || kind === 'headline')
      .map(({ start }) => start),
  );
  const found: Record<'first-published' | 'updated' | 'released' | 'page', PlacedStamp | null> = {
    'first-published': null,
    updated: null,
    released: null,
    page: null,
  };
  for (const line of lines) {
    if (read.has(line.start)) continue;
    for (const stamp of line.stamps) {
      const [a, b] = [line.tokens[stamp.first], line.tokens[stamp.last - 1]];
      if (a === undefined || b === undefined) continue;
      found[stamp.label] ??= { at: stamp.at, start: line.start + a.start, end: line.start + b.end };
    }
  }
  return {
    first: found['first-published'],
    updated: found.updated,
    released: found.released,
    page: found.page,
  };
}

function referenceDay(
  text: string,
  dateline: { readonly line: SortedLine; readonly tokens: number } | null,
  near: string | null,
  stamps: Stamps,
  hint: string | null,
): ReferenceDay | null {
  const lead = dateline === null ? null : datelineOf(dateline.line.tokens, dateline.line.kind === 'dateline');
  if (dateline !== null && lead !== null && lead.date !== null) {
    const day = datelineDay(lead.date, near?.slice(0, 10) ?? null);
    const [a, b] = [dateline.line.tokens[lead.date.first], dateline.line.tokens[lead.date.last - 1]];
    if (day !== null && a !== undefined && b !== undefined) {
      return {
        value: day,
        source: 'dateline',
        span: spanAt(text, dateline.line.start + a.start, dateline.line.start + b.end),
      };
    }
  }
  const of = (stamp: PlacedStamp): Span => spanAt(text, stamp.start, stamp.end);
  if (stamps.first !== null)
    return { value: stamps.first.at.slice(0, 10), source: 'first-published', span: of(stamps.first) };
  if (stamps.updated !== null)
    return { value: stamps.updated.at.slice(0, 10), source: 'updated', span: of(stamps.updated) };
  if (stamps.released !== null)
    return { value: stamps.released.at.slice(0, 10), source: 'released', span: of(stamps.released) };
  const given = hintDay(hint);
  if (given !== null) return { value: given, source: 'hint', span: null };
  if (stamps.page !== null)
    return { value: stamps.page.at.slice(0, 10), source: 'page', span: of(stamps.page) };
  return null;
}

function hintDay(hint: string | null): string | null {
  if (hint === null) return null;
  const date = tryParseDate(hint);
  if (date?.precision !== 'day' && date?.precision !== 'instant')
    throw wireError('ENT_WIRE_HINT', { value: hint });
  return date.text.slice(0, 10);
}

function isCutOff(text: string, zones: readonly Zone[]): boolean {
  const last = zones.findLast(({ kind }) => kind === 'body');
  if (last === undefined) return false;
  const tail = text.slice(Math.max(last.start, last.end - 60), last.end);
  return /\[(?:cut off|truncated|\.\.\.|…)/i.test(tail) || /(?:\.\.\.|…)$/.test(tail);
}
