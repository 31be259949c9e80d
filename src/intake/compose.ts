import { languageOf } from '../text/index.ts';
import { canonical, field } from './canonical.ts';
import { CAPS } from './caps.ts';
import { datesOnce } from './dates.ts';
import { intakeError } from './errors.ts';
import type { Extent, Format, Received, ReceivedDate, VersionSignal } from './received.ts';
import { signalInWords, strongest } from './signal.ts';
import { trailersAmong } from './trailers.ts';
import type { Who } from './who.ts';

/** What a reader of a format found, before it is put into the common form. */
export interface Found extends Who {
  readonly format: Format;
  readonly extent?: Extent;
  readonly headline: string | null;
  /** The body's paragraphs in order, without the headline. */
  readonly paragraphs: readonly string[];
  readonly url: string | null;
  readonly guid: string | null;
  readonly dateline?: string | null;
  /** As stated. */
  readonly language: string | null;
  readonly dates: readonly (ReceivedDate | null)[];
  /** What the format's own fields say; words are looked at besides. */
  readonly signals?: readonly (VersionSignal | null)[];
  readonly version?: string | null;
  readonly about?: string | null;
  readonly notes?: readonly (string | null)[];
  /** The text as it is to be kept, where it is not to be made from headline and paragraphs. */
  readonly text?: string;
}

/** A language tag as BCP 47 writes it (`en_IN` → `en-IN`); `null` for what is none. */
export function languageTag(raw: unknown): string | null {
  const words = field(raw, 40);
  const tag = words?.split(/[,;\s]/)[0]?.replace(/_/g, '-') ?? '';
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i.test(tag) ? tag : null;
}

/** Puts what was found into the common form. Throws `ENT_INTAKE_EMPTY` when there is nothing to read. */
export function compose(found: Found, what = 'the document'): Received {
  const headline = field(found.headline);
  const given = found.text ?? [found.headline ?? '', ...found.paragraphs].join('\n\n');
  const paragraphs = found.paragraphs.map((one) => canonical(one).text.trim()).filter((one) => one !== '');
  const body =
    headline !== null && sameWords(paragraphs[0] ?? '', headline) ? paragraphs.slice(1) : paragraphs;
  const raw = found.text ?? [...(headline === null ? [] : [headline]), ...body].join('\n\n');
  const { text } = canonical(raw);
  const { notes } = canonical(given);
  if (!/[\p{L}\p{N}]/u.test(text)) throw intakeError('ENT_INTAKE_EMPTY', { what });
  const stated = found.language;
  return {
    text,
    format: found.format,
    extent: found.extent ?? (body.length === 0 && found.text === undefined ? 'headline' : 'whole'),
    origin: { url: found.url, feed: null, guid: field(found.guid, 500) },
    headline,
    publisher: found.publisher,
    agency: found.agency,
    author: found.author,
    dateline: field(found.dateline ?? null, 200),
    language: stated ?? languageOf(text),
    dates: datesOnce(found.dates, CAPS.dates),
    signal: strongest([...(found.signals ?? []), signalInWords(headline, body)]),
    version: field(found.version ?? null, 80),
    about: field(found.about ?? null, 500),
    trailers: trailersAmong(body),
    notes: [...(found.notes ?? []).filter((note) => note !== null), ...notes].slice(0, CAPS.notes),
  };
}

/** Whether two lines have the same words, whatever the punctuation and case. */
export function sameWords(a: string, b: string): boolean {
  const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  return bare(a) === bare(b) && bare(a) !== '';
}
