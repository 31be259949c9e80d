import type { ReadSentence } from '../analyse.ts';
import type { DateChunk } from '../grammar/chunks.ts';
import type { When } from '../reading.ts';
import type { Draft } from './draft.ts';
import { type Calendar, dateBefore, dateUse, shiftedWhen, whenOf } from './when.ts';

/**
 * Gives dates to drafts that count from something else (SPEC.md, D6): "on Tuesday, a day after the US
 * designated" dates the designation from Tuesday; "two days after the hijacking" dates the hijacking; "A day
 * earlier, …" counts from the sentence before. `lastDay` is the day that the text spoke of last.
 */
export function anchored(
  drafts: readonly Draft[],
  sentence: ReadSentence,
  calendar: Calendar,
  lastDay: When | null,
): readonly Draft[] {
  return drafts.map((draft) => {
    if (draft.when !== null && draft.when.value !== null && draft.when.how !== 'inherited') return draft;
    const when =
      fromOffset(draft, drafts, sentence, calendar, lastDay) ??
      fromWhatFollows(draft, sentence, calendar) ??
      fromMainClause(draft, sentence, calendar);
    return when === null ? draft : { ...draft, when, relative: null, bare: false };
  });
}

function fromOffset(
  draft: Draft,
  drafts: readonly Draft[],
  sentence: ReadSentence,
  calendar: Calendar,
  lastDay: When | null,
): When | null {
  const before = sentence.chunks[draft.chunk - 1];
  const counted =
    draft.byNoun && before?.is === 'date' && before.date.form.kind === 'offset'
      ? before
      : (draft.clause?.offset ?? null);
  if (counted !== null) {
    const at = sentence.chunks.indexOf(counted);
    const base = dateBefore(calendar, sentence, at) ?? eventBefore(drafts, at);
    return base === null ? null : shiftedWhen(calendar, base, counted, sentence, -1);
  }
  const leading = draft.clause?.dates.find((date): date is DateChunk => date.date.form.kind === 'offset');
  if (draft.byNoun || leading === undefined) return null;
  const base = dateBefore(calendar, sentence, sentence.chunks.indexOf(leading)) ?? lastDay;
  return base === null ? null : shiftedWhen(calendar, base, leading, sentence, 1);
}

/** "Attacked a post a day after the army raided a village on 3 June": counted from the date that follows. */
function fromWhatFollows(draft: Draft, sentence: ReadSentence, calendar: Calendar): When | null {
  if (draft.byNoun || draft.clause === null) return null;
  const { chunks } = sentence;
  for (let at = draft.clause.at + 1; at <= Math.min(draft.clause.to, chunks.length - 1); at += 1) {
    const counted = chunks[at];
    if (counted?.is !== 'date' || counted.date.form.kind !== 'offset') continue;
    for (let next = at + 1; next < chunks.length; next += 1) {
      const chunk = chunks[next];
      if (chunk?.is !== 'date' || chunk.date.form.kind === 'offset') continue;
      const base = whenOf(calendar, [dateUse(chunk, 'clause')], 'past', sentence);
      return base === null ? null : shiftedWhen(calendar, base, counted, sentence, 1);
    }
    return null;
  }
  return null;
}

function eventBefore(drafts: readonly Draft[], at: number): When | null {
  return drafts.findLast(({ chunk, when }) => chunk < at && when?.value != null)?.when ?? null;
}

/** "Five were killed on Monday when militants ambushed": one moment, one date. */
function fromMainClause(draft: Draft, sentence: ReadSentence, calendar: Calendar): When | null {
  const opener = draft.clause?.opener;
  if (draft.byNoun || (opener !== 'when' && opener !== 'as')) return null;
  return dateBefore(calendar, sentence, draft.chunk);
}
