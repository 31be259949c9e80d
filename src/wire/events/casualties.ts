import { NUMBER_WORDS } from '../../text/index.ts';
import type { ReadSentence } from '../analyse.ts';
import type { NounChunk } from '../grammar/chunks.ts';
import type { Count, EventStatus, EventType } from '../reading.ts';
import { spanAt } from '../span.ts';

const KILLING = new Set(['kill', 'slay', 'massacre', 'martyr']);
const INJURING = new Set(['injure', 'wound', 'hurt']);
/** Larger numbers are years or sums, not people. */
const MOST = 100_000;

/**
 * How many a sentence says were killed and injured. "At least 20" has no upper bound; a sentence that gives
 * several counts gives the first. Counts are the sentence's, so they belong to the attack it tells.
 */
export function countsOf(
  sentence: ReadSentence,
  text: string,
  type: EventType,
  status: EventStatus,
): { readonly killed: Count | null; readonly injured: Count | null } {
  if ((type !== 'attack' && type !== 'operation') || status !== 'happened')
    return { killed: null, injured: null };
  let killed: Count | null = null;
  let injured: Count | null = null;
  for (const clause of sentence.clauses) {
    const { lemma, passive } = clause.verb;
    const nouns = passive ? clause.subjects : clause.objects;
    if (KILLING.has(lemma)) killed ??= firstCount(nouns, text);
    else if (INJURING.has(lemma)) injured ??= firstCount(nouns, text);
    else if (lemma === 'leave') {
      const left = (word: RegExp) =>
        clause.objects.filter(({ units }) => units.some(({ low }) => word.test(low)));
      killed ??= firstCount(left(/^dead$/), text);
      injured ??= firstCount(left(/^(?:injured|wounded|hurt)$/), text);
    }
  }
  return { killed, injured };
}

function firstCount(nouns: readonly NounChunk[], text: string): Count | null {
  for (const noun of nouns) {
    const unit = noun.units.find(({ tag }) => tag === 'num');
    const value =
      unit === undefined ? Number.NaN : (NUMBER_WORDS.get(unit.low) ?? Number(unit.low.replaceAll(',', '')));
    if (unit === undefined || !Number.isInteger(value) || value < 1 || value > MOST) continue;
    const first = noun.units[0];
    const open = noun.units.some(
      ({ low }) => low === 'least' || low === 'more' || low === 'over' || low === 'than' || low === 'nearly',
    );
    return {
      low: value,
      high: open ? null : value,
      span: spanAt(text, first?.start ?? unit.start, unit.end),
    };
  }
  return null;
}
