import type { ListWording, Participant, Reading, WireEvent } from '../reading.ts';
import type { Span } from '../span.ts';
import { countryOfProgrammes } from '../world/tables/programmes.ts';

/** What a text says about a list, ready to be compared with the record. */
export interface ListClaim {
  readonly span: Span;
  readonly event: string | null;
  readonly says: 'listed' | 'relisted' | 'delisted' | 'amended' | 'not-listed' | 'is-listed';
  readonly entity: string | null;
  readonly caption: string;
  /** Country code of the authority, else of the programmes; `null` where the text names neither. */
  readonly country: string | null;
  readonly programmes: readonly string[];
  /** EDTF; `null` where the text gives no date. */
  readonly date: string | null;
  /** The claim in plain words. */
  readonly words: string;
}

/**
 * The claims about lists in a reading: list events that happened or are said not to have, and wordings. Plans
 * and possibilities claim nothing that a list could bear out.
 */
export function claimsOf(reading: Reading): readonly ListClaim[] {
  const captions = new Map<string, string>();
  for (const { entity, caption } of reading.mentions) {
    if (entity !== null && caption !== null) captions.set(entity, caption);
  }
  const out: ListClaim[] = [];
  for (const event of reading.events) {
    const says = saysOf(event);
    if (says === null) continue;
    for (const target of event.participants.filter(({ role }) => role === 'target')) {
      out.push(eventClaim(event, says, target, captions));
    }
  }
  for (const wording of reading.wordings) out.push(wordingClaim(wording, captions));
  return out;
}

function saysOf({ type, subtype, status }: WireEvent): ListClaim['says'] | null {
  if (subtype === 'redesignated' || subtype === 'relisted') return status === 'happened' ? 'relisted' : null;
  if (type === 'designation' || type === 'ban') {
    return status === 'happened' ? 'listed' : status === 'negated' ? 'not-listed' : null;
  }
  if (status !== 'happened') return null;
  return type === 'delisting' ? 'delisted' : type === 'amendment' ? 'amended' : null;
}

const VERBS: Readonly<Record<ListClaim['says'], string>> = {
  listed: 'listed',
  relisted: 'renewed the listing of',
  delisted: 'delisted',
  amended: 'amended the listing of',
  'not-listed': 'has not listed',
  'is-listed': 'lists',
};

function eventClaim(
  event: WireEvent,
  says: ListClaim['says'],
  target: Participant,
  captions: ReadonlyMap<string, string>,
): ListClaim {
  const authority = event.participants.find(({ role }) => role === 'authority');
  const caption = (target.entity === null ? undefined : captions.get(target.entity)) ?? target.text;
  const country = authority?.country ?? countryOfProgrammes(event.programmes);
  const date = event.when?.value ?? null;
  return {
    span: event.span,
    event: event.id,
    says,
    entity: target.entity,
    caption,
    country,
    programmes: event.programmes,
    date,
    words: wordsOf(country, says, caption, event.programmes, date),
  };
}

function wordingClaim(wording: ListWording, captions: ReadonlyMap<string, string>): ListClaim {
  const { group, authority, programmes, span } = wording;
  const caption = (group.entity === null ? undefined : captions.get(group.entity)) ?? group.text;
  return {
    span,
    event: null,
    says: 'is-listed',
    entity: group.entity,
    caption,
    country: authority,
    programmes,
    date: null,
    words: wordsOf(authority, 'is-listed', caption, programmes, null),
  };
}

function wordsOf(
  country: string | null,
  says: ListClaim['says'],
  caption: string,
  programmes: readonly string[],
  date: string | null,
): string {
  const under = programmes.length === 0 ? '' : ` as ${programmes.join(', ')}`;
  const when = date === null ? '' : ` (${date})`;
  return `${country ?? 'somebody unnamed'} ${VERBS[says]} ${caption}${under}${when}`;
}
