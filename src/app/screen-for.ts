import { createHash } from 'node:crypto';
import { formatMarking, type Viewer } from '../policy/index.ts';
import type { ScreenAnswer, ScreenOptions, ScreenQuery, ScreenScope } from '../screening/index.ts';
import type { AuditEvent, Json } from '../store/index.ts';
import { answerMarkings, type Marked, shownTo } from './marked.ts';
import { screeningAsked, screeningBytes, screeningResult } from './screening-entry.ts';

/** Something that screens within one scope. */
export interface Screens {
  screen(query: ScreenQuery, options: ScreenOptions): Promise<ScreenAnswer>;
}

/** A screening as one viewer may see it, and what the audit log is to be told of it. */
export interface ScreenedFor {
  readonly answer: ScreenAnswer;
  readonly entry: Pick<AuditEvent, 'asked' | 'result' | 'markings'>;
}

/** Hidden results are made up for from as many more, so that a short answer does not tell of them. */
const WIDEST = 1000;
const DEFAULT_LIMIT = 10;

/**
 * Screens one name for a viewer: what the viewer may not know of is neither in the answer nor missing from it. The
 * audit log is given the hash of the whole answer, which replaying gives again, and of what was shown where that
 * is less; the entry is then marked as what was withheld.
 */
export async function screenFor(
  viewer: Viewer,
  marked: Marked,
  screener: Screens,
  question: { readonly query: ScreenQuery; readonly options: ScreenOptions; readonly scope: ScreenScope },
): Promise<ScreenedFor> {
  const { query, options } = question;
  const whole = await screener.screen(query, options);
  const asked = screeningAsked(question);
  if (!marked.any) return { answer: whole, entry: { asked, result: screeningResult(whole), markings: [] } };
  const limit = options.limit ?? DEFAULT_LIMIT;
  const wide = shownTo(viewer, marked, await screener.screen(query, { ...options, limit: WIDEST }));
  const answer = { ...wide, results: wide.results.slice(0, limit) };
  const bytes = screeningBytes(answer);
  return {
    answer,
    entry: {
      asked: bytes === screeningBytes(whole) ? asked : shownAs(asked, bytes),
      result: { ...screeningResult(whole), count: answer.results.length },
      markings: answerMarkings(marked, whole).map(formatMarking),
    },
  };
}

function shownAs(asked: Json, bytes: string): Json {
  return { ...(asked as object), shown: createHash('sha256').update(bytes).digest('hex') };
}
