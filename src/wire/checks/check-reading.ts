import {
  dateBounds,
  type Interval,
  overlaps,
  type TimePoint,
  timePointMs,
  timePointOf,
  tryParseDate,
} from '../../kernel/index.ts';
import type { Because, Check, Reading, Verdict } from '../reading.ts';
import { claimsOf, type ListClaim } from './claims.ts';
import type { HeldLists, ListingFact } from './listing-fact.ts';

const DAY = 86_400_000;
/** A listing takes effect up to so many days after it is announced (publication in a gazette). SPEC.md, K4. */
export const DAYS_AFTER = 31;
/** And may be dated a few days before the news of it. */
export const DAYS_BEFORE = 3;

/**
 * Compares what a reading says about lists with what the record holds (SPEC.md, K1 to K8), and fills `checks`.
 * `facts` are the listings of the entities in question, of all lists; `held` says which lists were read, so
 * that "not in the record" and "list not loaded" stay two answers. Pure: the same input, the same checks.
 */
export function checkReading(reading: Reading, facts: readonly ListingFact[], held: HeldLists): Reading {
  const asOf = reading.document.reference?.value ?? null;
  const checks = claimsOf(reading).map((claim) => checkOf(claim, facts, held, asOf));
  return { ...reading, checks };
}

interface Finding {
  readonly verdict: Verdict;
  readonly because: readonly Because[];
  readonly note: string;
}

function checkOf(
  claim: ListClaim,
  facts: readonly ListingFact[],
  held: HeldLists,
  asOf: string | null,
): Check {
  const own = claim.entity === null ? [] : facts.filter(({ entity }) => entity === claim.entity);
  const finding = findingOf(claim, own, held, asOf);
  return { span: claim.span, event: claim.event, claim: claim.words, ...finding };
}

function findingOf(
  claim: ListClaim,
  own: readonly ListingFact[],
  held: HeldLists,
  asOf: string | null,
): Finding {
  if (claim.entity === null) {
    return {
      verdict: 'not-in-record',
      because: [],
      note: `The record holds nothing under the name ${claim.caption}.`,
    };
  }
  if (claim.country === null) return unnamedAgent(claim, own, asOf);
  const byAuthority = own.filter(({ authority }) => authority.country === claim.country);
  const others = own.filter(({ authority }) => authority.country !== claim.country);
  const elsewhere = others.map((fact) => because(fact, 'other-authority'));
  if (byAuthority.length === 0) {
    if (!held.lists.some(({ country, loaded }) => country === claim.country && loaded)) {
      return {
        verdict: 'list-not-loaded',
        because: elsewhere,
        note: `No list of ${claim.country} is loaded, so the record cannot tell.`,
      };
    }
    if (claim.says === 'not-listed') {
      return {
        verdict: 'supported',
        because: elsewhere,
        note: `The loaded lists of ${claim.country} do not hold ${claim.caption}.`,
      };
    }
    return {
      verdict: 'not-in-record',
      because: elsewhere,
      note: `The loaded lists of ${claim.country} do not hold ${claim.caption}.`,
    };
  }
  const wanted = byAuthority.filter((fact) => namesProgramme(fact, claim.programmes));
  if (wanted.length === 0) {
    return {
      verdict: 'not-in-record',
      because: byAuthority.map((fact) => because(fact, relationInTime(fact, claim, asOf))),
      note: `${claim.country} lists ${claim.caption}, but not as ${claim.programmes.join(', ')} in the record.`,
    };
  }
  return byDate(claim, wanted, asOf);
}

/** K2: the text names no authority. The record offers what fits the date and shows what came before. */
function unnamedAgent(claim: ListClaim, own: readonly ListingFact[], asOf: string | null): Finding {
  if (own.length === 0) {
    return {
      verdict: 'not-in-record',
      because: [],
      note: `The record holds no listing of ${claim.caption}.`,
    };
  }
  const all = own
    .map((fact) => because(fact, relationInTime(fact, claim, asOf)))
    .sort((a, b) => rank(a) - rank(b) || compare(a.from, b.from));
  const fitting = all.filter(({ relation }) => relation === 'matches');
  const earlier = all.filter(({ relation }) => relation === 'earlier');
  const parts = [
    'The text does not say who.',
    fitting.length === 0 ? 'No listing in the record fits.' : `The record offers ${listed(fitting)}.`,
    earlier.length === 0 ? '' : `Listed before: ${listed(earlier)}.`,
  ];
  return { verdict: 'agent-unstated', because: all, note: parts.filter((part) => part !== '').join(' ') };
}

function byDate(claim: ListClaim, facts: readonly ListingFact[], asOf: string | null): Finding {
  const all = facts.map((fact) => because(fact, relationInTime(fact, claim, asOf)));
  const fitting = all.filter(({ relation }) => relation === 'matches');
  const holding = all.filter(({ relation }) => relation !== 'ended');
  if (claim.says === 'not-listed') {
    return holding.length > 0
      ? { verdict: 'contradicted', because: all, note: `The record holds ${listed(holding)}.` }
      : { verdict: 'supported', because: all, note: 'The record holds no listing that still stands.' };
  }
  if (claim.says === 'amended') {
    return {
      verdict: 'supported',
      because: all,
      note: 'The listing is in the record; the amendment itself is not compared.',
    };
  }
  if (fitting.length > 0)
    return { verdict: 'supported', because: all, note: `The record holds ${listed(fitting)}.` };
  const undated = all.filter(({ relation }) => relation === 'undated');
  if (undated.length > 0 && claim.says === 'listed') {
    return {
      verdict: 'supported',
      because: all,
      note: `The record holds ${listed(undated)}, without its date.`,
    };
  }
  if (claim.says === 'delisted') {
    return {
      verdict: 'contradicted',
      because: all,
      note: `In the record the listing still stands: ${listed(all)}.`,
    };
  }
  return { verdict: 'contradicted', because: all, note: `The record has it otherwise: ${listed(all)}.` };
}

/** How a listing stands to the time that the claim speaks of. */
function relationInTime(fact: ListingFact, claim: ListClaim, asOf: string | null): Because['relation'] {
  const [from, to] = [boundsOf(fact.from), boundsOf(fact.to)];
  if (claim.says === 'delisted') {
    if (to === null) return 'later';
    return claim.date === null || near(to, claim.date) ? 'matches' : 'ended';
  }
  if (claim.says === 'listed' && claim.date !== null) {
    // A listing with no known start can be neither borne out nor ruled out by a date.
    if (from === null) return 'undated';
    if (near(from, claim.date)) return 'matches';
    return before(from, claim.date) ? 'earlier' : 'later';
  }
  // What is renewed, amended or spoken of must stand on its day.
  const day = (claim.says === 'relisted' ? boundsOf(claim.date)?.from : null) ?? asOf;
  if (to?.to != null && day !== null && to.to <= day) return 'ended';
  if (from?.from != null && day !== null && from.from > shift(day, DAYS_AFTER)) return 'later';
  return 'matches';
}

function boundsOf(text: string | null): Interval | null {
  const date = text === null ? null : tryParseDate(text);
  return date === null ? null : dateBounds(date);
}

/** Whether a date of the record fits one of the text: within the days between announcement and effect. */
function near(record: Interval, text: string): boolean {
  const stated = boundsOf(text);
  if (stated === null) return false;
  const window: Interval = {
    from: stated.from === null ? null : shift(stated.from, -DAYS_BEFORE),
    to: stated.to === null ? null : shift(stated.to, DAYS_AFTER),
  };
  return overlaps(record, window);
}

function before(record: Interval, text: string): boolean {
  const stated = boundsOf(text);
  return record.from !== null && stated?.from != null && record.from < stated.from;
}

function shift(point: TimePoint, days: number): TimePoint {
  return timePointOf(timePointMs(point) + days * DAY);
}

function namesProgramme(fact: ListingFact, programmes: readonly string[]): boolean {
  if (programmes.length === 0 || fact.programmes.length === 0) return true;
  const own = new Set(fact.programmes.map((programme) => programme.toLowerCase()));
  return programmes.some((programme) => own.has(programme.toLowerCase()));
}

function because(fact: ListingFact, relation: Because['relation']): Because {
  return {
    list: fact.list,
    reference: fact.reference,
    authority: fact.authority.id,
    country: fact.authority.country,
    programmes: fact.programmes,
    from: fact.from,
    to: fact.to,
    relation,
  };
}

function listed(facts: readonly Because[]): string {
  return facts
    .map(({ country, programmes, from, to, list, reference }) => {
      const under = programmes.length === 0 ? '' : ` ${programmes.join(', ')}`;
      const until = to === null ? '' : ` until ${to}`;
      return `${country}${under}${from === null ? '' : ` since ${from}`}${until} (${reference === '' ? list : `${list}:${reference}`})`;
    })
    .join('; ');
}

const ORDER: readonly Because['relation'][] = [
  'matches',
  'earlier',
  'undated',
  'later',
  'ended',
  'other-authority',
];

function rank(fact: Because): number {
  return ORDER.indexOf(fact.relation);
}

function compare(a: string | null, b: string | null): number {
  return (a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0;
}
