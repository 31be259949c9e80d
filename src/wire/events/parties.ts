import { type NounChunk, namesIn } from '../grammar/chunks.ts';
import type { Named } from '../mentions/named.ts';
import type { Participant, Party, TargetClass } from '../reading.ts';
import { spanAt } from '../span.ts';
import type { Discourse } from './discourse.ts';
import type { Filler } from './frames.ts';
import {
  AUTHORITY_NOUNS,
  BODY_NOUNS,
  BOMB_NOUNS,
  CHANNEL_NOUNS,
  CHANNEL_PARTS,
  COURT_NOUNS,
  GROUP_NOUNS,
  giftKind,
  MEMBER_NOUNS,
  MONEY_NOUNS,
  SECURITY_NOUNS,
  SHOT_NOUNS,
  STATEMENT_NOUNS,
  TRAINEES,
  VICTIM_NOUNS,
} from './noun-classes.ts';
import { classOfNoun, isHuman, isStruck, isTransport } from './tables/classes.ts';
import { isVehicle } from './tables/weapons.ts';

/** A named thing as a party. */
export function partyOfName(text: string, name: Named): Party {
  return {
    text: name.text,
    kind: name.kind,
    entity: name.entity,
    country: name.country,
    span: spanAt(text, name.start, name.end),
  };
}

/** A noun as a party: by the name that heads it, else by its words. */
export function partyOfNoun(
  text: string,
  noun: NounChunk,
  discourse: Discourse,
  earlier: readonly Named[] = [],
): Party {
  const [group] = discourse.groupsOf(noun, earlier);
  if (group !== undefined) {
    const own = namesIn(noun).includes(group);
    return own ? partyOfName(text, group) : { ...partyOfName(text, group), ...wordsOf(text, noun) };
  }
  const person = namesIn(noun).find(({ kind }) => kind === 'person');
  if (person !== undefined) return partyOfName(text, person);
  const head = noun.head.named;
  if (head !== null) return partyOfName(text, head);
  const owner = namesIn(noun).find(({ kind }) => kind === 'state' || kind === 'organ');
  return {
    ...wordsOf(text, noun),
    kind: STATEMENT_NOUNS.has(noun.head.low) ? 'document' : 'people',
    entity: null,
    country: owner?.country ?? null,
  };
}

function wordsOf(text: string, noun: NounChunk): Pick<Party, 'text' | 'span'> {
  const [first, last] = [noun.units[0], noun.units.at(-1)];
  const span = spanAt(text, first?.start ?? 0, last?.end ?? 0);
  return { text: span.quote, span };
}

/** A party as a participant. */
export function participant(
  party: Party,
  role: Participant['role'],
  office: string | null = null,
  is: TargetClass | null = null,
): Participant {
  return { ...party, role, office, is };
}

const HE = new Set(['he', 'she', 'him', 'her']);

/** Whether a noun can fill a place of a frame. */
export function fills(
  noun: NounChunk,
  filler: Filler,
  discourse: Discourse,
  earlier: readonly Named[],
): boolean {
  const { low } = noun.head;
  const names = namesIn(noun);
  switch (filler) {
    case 'any':
      return true;
    case 'violent':
      if (discourse.groupsOf(noun, earlier).length > 0) return true;
      return MEMBER_NOUNS.has(low) || (GROUP_NOUNS.has(low) && names.every(({ kind }) => kind !== 'state'));
    case 'force':
      if (discourse.groupsOf(noun, earlier).length > 0) return false;
      if (SECURITY_NOUNS.has(low) || AUTHORITY_NOUNS.has(low)) return true;
      return names.some(
        ({ kind, start, end }) =>
          (kind === 'organ' || kind === 'state') && start <= noun.head.end && end >= noun.head.start,
      );
    case 'state':
      return (
        discourse.countriesOf(noun).length > 0 ||
        (AUTHORITY_NOUNS.has(low) && names.some(({ kind }) => kind === 'state')) ||
        names.some(({ kind }) => kind === 'person')
      );
    case 'property':
      return isTransport(low) || fills(noun, 'struck', discourse, earlier);
    case 'struck':
      return (
        VICTIM_NOUNS.has(low) ||
        isStruck(low) ||
        names.some(({ kind }) => kind === 'place' || kind === 'state' || kind === 'person') ||
        /^[A-Z]/.test(noun.head.text)
      );
    case 'people':
      return VICTIM_NOUNS.has(low) || MEMBER_NOUNS.has(low) || names.some(({ kind }) => kind === 'person');
    case 'bomb':
      return BOMB_NOUNS.has(low);
    case 'vehicle':
      return isVehicle(low);
    case 'shots':
      return SHOT_NOUNS.has(low);
    case 'body':
      return BODY_NOUNS.has(low) || noun.units.some((unit) => unit.low === 'dead');
    case 'human':
      if (discourse.groupsOf(noun, earlier).length > 0) return false;
      if (isHuman(classOfNoun(low)) || HE.has(low)) return true;
      // A capitalised noun that no table knows is somebody, when it is shot.
      return names.length === 0
        ? noun.head.tag === 'noun' && /^\p{Lu}/u.test(noun.head.text)
        : names.some(({ kind }) => kind === 'person');
    case 'court':
      return COURT_NOUNS.has(low) || SECURITY_NOUNS.has(low) || names.some(({ kind }) => kind === 'organ');
    case 'money':
      return MONEY_NOUNS.has(low);
    case 'gift':
      return noun.units.some((unit) => giftKind(unit.low) !== null);
    case 'trainees':
      if (discourse.groupsOf(noun, earlier).length > 0) return false;
      return SECURITY_NOUNS.has(low) || TRAINEES.has(low);
    case 'place':
      return names.some(({ kind }) => kind === 'place' || kind === 'state');
  }
}

/**
 * Whether a noun names where something was said, which no deed strikes: "claimed the attack on Telegram", "on its
 * Telegram channel"; not "the Telegram office".
 */
export function isChannel({ head, units }: NounChunk): boolean {
  if (CHANNEL_NOUNS.has(head.low)) return true;
  return CHANNEL_PARTS.has(head.low) && units.some(({ low }) => CHANNEL_NOUNS.has(low) || low === 'social');
}

/** Whether who speaks or accuses speaks for a state. */
export function isAuthority(party: Party, noun: NounChunk | null): boolean {
  if (party.kind === 'state' || party.kind === 'organ') return true;
  if (party.kind === 'group' || party.kind === 'document') return false;
  if (party.kind === 'person') return party.country !== null;
  const low = noun?.head.low ?? party.text.toLowerCase().split(/\s+/).at(-1) ?? '';
  return AUTHORITY_NOUNS.has(low) || SECURITY_NOUNS.has(low);
}
