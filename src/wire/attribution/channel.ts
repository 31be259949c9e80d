import type { ReadSentence } from '../analyse.ts';
import type { Attribution, AttributionKind } from '../reading.ts';
import { spanAt } from '../span.ts';
import { CHANNELS } from './tables/channels.ts';

/** Kinds of attribution that a group itself makes, by some channel. */
const MADE: ReadonlySet<AttributionKind> = new Set(['claimed', 'denied', 'claim-retracted']);

/** How a sentence says that a claim was made: the most telling word of it (SPEC.md, A11). */
export function channelOf(
  kind: AttributionKind,
  sentence: ReadSentence,
  text: string,
): Attribution['channel'] {
  if (!MADE.has(kind)) return null;
  for (const [channel, words] of CHANNELS) {
    const unit = sentence.units.find(
      // "X" is the network only as a capital after "on".
      ({ low, text: shown, tag }, at) =>
        tag !== 'verb' &&
        words.includes(low) &&
        (low !== 'x' || (shown === 'X' && sentence.units[at - 1]?.low === 'on')),
    );
    if (unit !== undefined) return { kind: channel, span: spanAt(text, unit.start, unit.end) };
  }
  return null;
}
