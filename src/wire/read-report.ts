import { dateBounds, tryParseDate } from '../kernel/index.ts';
import { analyse, type ReadSentence } from './analyse.ts';
import { addDenials, allegationsIn, distinctAllegations } from './attribution/allegations.ts';
import type { OpenAttribution } from './attribution/attack-reader.ts';
import { attributionsIn } from './attribution/attributions.ts';
import { casualtiesIn, type OpenCasualty } from './casualties/casualties.ts';
import { conflictsIn, distinctCasualties } from './casualties/conflicts.ts';
import { readDocument } from './document/read-document.ts';
import { anchored } from './events/anchors.ts';
import { Discourse } from './events/discourse.ts';
import type { Draft } from './events/draft.ts';
import { EventBook } from './events/event-book.ts';
import { findDrafts } from './events/find-drafts.ts';
import { findListings } from './events/listings.ts';
import type { Setting } from './events/setting.ts';
import { dateUse, whenOf } from './events/when.ts';
import { findWordings } from './events/wordings.ts';
import type { Gazetteer } from './gazetteer/gazetteer.ts';
import { mentionsOf } from './mentions/mentions.ts';
import { mergePromises } from './promises/merge-promises.ts';
import { positionsIn } from './promises/positions.ts';
import { commitmentsIn } from './promises/promises.ts';
import type {
  Allegation,
  Attribution,
  Casualty,
  Commitment,
  ListWording,
  Position,
  Reading,
  ReportDocument,
  When,
  WireEvent,
} from './reading.ts';

/** What a text is read with. */
export interface ReadOptions {
  /** The record's names. */
  readonly gazetteer: Gazetteer;
  /** When it was published, if the caller knows: a day or an EDTF instant. The text's own stamps go before it. */
  readonly publishedHint?: string;
}

/**
 * Reads a report or joint statement, sentence by sentence. The same text and gazetteer give the same reading:
 * no model, no network, no clock. `checks` stays empty; see `checkReading`.
 *
 * Events, attributions and promises are read from English; mentions from any language. Time is linear in the
 * length. Throws `ENT_WIRE_EMPTY`, `ENT_WIRE_TOO_LONG`, `ENT_WIRE_BINARY`, `ENT_WIRE_HINT`.
 */
export function readReport(text: string, options: ReadOptions): Reading {
  const document = readDocument(text, options.publishedHint ?? null);
  const { sentences } = analyse(document, options.gazetteer);
  const discourse = new Discourse(sentences);
  const setting: Setting = {
    text: document.text,
    reference: document.reference?.value ?? null,
    discourse,
    datelineCountry: document.dateline?.country ?? null,
  };
  const read = document.language === 'en' ? sentences : [];
  const found = readSentences(read, setting, isStatement(document));
  const { events, ids } = found.book.finished(document.text);
  const casualties = distinctCasualties(
    found.casualties.map(
      ({ event, ...rest }): Casualty => ({
        event: event === null ? null : (ids.get(event) ?? null),
        ...rest,
      }),
    ),
  );
  const attributions = closed(found.attributions, ids, document);
  return {
    document: found.book.capped
      ? { ...document, warnings: [...document.warnings, 'events-capped'] }
      : document,
    mentions: mentionsOf(document.text, sentences, discourse),
    events: withoutDisputed(events, attributions),
    casualties,
    conflicts: conflictsIn(casualties),
    attributions,
    allegations: distinctAllegations(found.allegations),
    commitments: mergePromises(found.commitments),
    positions: found.positions,
    wordings: found.wordings,
    checks: [],
  };
}

interface Found {
  readonly book: EventBook;
  readonly casualties: readonly OpenCasualty[];
  readonly attributions: readonly OpenAttribution[];
  readonly allegations: readonly Allegation[];
  readonly commitments: readonly Commitment[];
  readonly positions: readonly Position[];
  readonly wordings: readonly ListWording[];
}

function readSentences(sentences: readonly ReadSentence[], setting: Setting, statement: boolean): Found {
  const book = new EventBook();
  const casualties: OpenCasualty[] = [];
  const attributions: OpenAttribution[] = [];
  const commitments: Commitment[] = [];
  const positions: Position[] = [];
  const wordings: ListWording[] = [];
  const allegations: Allegation[] = [];
  let lastDay: When | null = null;
  let past: string | null = null;
  for (const sentence of sentences) {
    const told = [...findDrafts(sentence, setting), ...findListings(sentence, setting)];
    const drafts = anchored(told, sentence, setting, lastDay);
    for (const draft of drafts) book.add(draft);
    casualties.push(...casualtiesIn(sentence, drafts, book, setting));
    attributions.push(...attributionsIn(sentence, drafts, book, setting));
    allegations.push(...allegationsIn(sentence, setting));
    addDenials(allegations, sentence, setting);
    past = lastTold(drafts, past);
    const promised = commitmentsIn(sentence, { ...setting, told: past }, statement);
    commitments.push(...promised);
    positions.push(...positionsIn(sentence, setting, promised));
    wordings.push(...findWordings(sentence, setting));
    lastDay = dayOf(sentence, setting) ?? lastDay;
    setting.discourse.pass(sentence);
  }
  return { book, casualties, attributions, allegations, commitments, positions, wordings };
}

/** The last day that the text has told something of: what lies before it is past, whenever it was written. */
function lastTold(drafts: readonly Draft[], held: string | null): string | null {
  let last = held;
  for (const { status, when } of drafts) {
    const date = status !== 'happened' || when?.value == null ? null : tryParseDate(when.value);
    const from = date === null ? null : dateBounds(date).from;
    if (from !== null && (last === null || from > last)) last = from;
  }
  return last;
}

/** The day that a sentence speaks of in its main clause, for "a day earlier" in the next. */
function dayOf(sentence: ReadSentence, setting: Setting): When | null {
  for (const clause of sentence.clauses) {
    if (clause.verb.form !== 'finite' || clause.opener !== null) continue;
    const when = whenOf(
      setting,
      clause.dates.map((date) => dateUse(date, 'clause')),
      'past',
      sentence,
    );
    if (when?.precision === 'day') return when;
  }
  return null;
}

function isStatement(document: ReportDocument): boolean {
  return /\b(?:statement|communiqu[eé]|declaration)\b/i.test(document.headline ?? '');
}

/** Attributions with their events' ids, each said once. */
function closed(
  open: readonly OpenAttribution[],
  ids: ReadonlyMap<OpenAttribution['event'], string>,
  document: ReportDocument,
): readonly Attribution[] {
  const reporter = document.agency ?? document.publisher;
  const seen = new Set<string>();
  const out: Attribution[] = [];
  for (const { event, ...rest } of open) {
    const id = ids.get(event);
    if (id === undefined) continue;
    const who = (party: Attribution['actor']) =>
      party?.entity ?? party?.country ?? party?.text.toLowerCase() ?? '';
    const key = [id, rest.kind, who(rest.actor), who(rest.speaker)].join('\n');
    if (seen.has(key)) continue;
    seen.add(key);
    out.push({ event: id, reporter, rival: false, ...rest });
  }
  return out.map((one) => (isRivalled(one, out) ? { ...one, rival: true } : one));
}

/** Whether another than its actor claims the same event. */
function isRivalled(one: Attribution, all: readonly Attribution[]): boolean {
  if (one.kind !== 'claimed') return false;
  const who = (party: Attribution['actor']) => party?.entity ?? party?.text.toLowerCase() ?? '';
  return all.some(
    ({ event, kind, actor }) => event === one.event && kind === 'claimed' && who(actor) !== who(one.actor),
  );
}

/** An event's actors are those whom the report itself states; who is only claimed or accused is an attribution. */
function withoutDisputed(
  events: readonly WireEvent[],
  attributions: readonly Attribution[],
): readonly WireEvent[] {
  const key = (event: string, who: { readonly entity: string | null; readonly text: string } | null) =>
    `${event}\n${who?.entity ?? who?.text.toLowerCase() ?? ''}`;
  const stated = new Set(
    attributions
      .filter(({ kind }) => kind === 'reported-as-fact')
      .map(({ event, actor }) => key(event, actor)),
  );
  return events.map((event) => {
    if (event.type !== 'attack') return event;
    const participants = event.participants.filter(
      (one) => one.role !== 'actor' || one.kind !== 'group' || stated.has(key(event.id, one)),
    );
    return participants.length === event.participants.length ? event : { ...event, participants };
  });
}
