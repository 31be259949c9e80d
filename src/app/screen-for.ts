import { createHash } from 'node:crypto';
import { formatMarking, type Viewer } from '../policy/index.ts';
import type { ScreenAnswer, ScreenOptions, ScreenQuery, ScreenScope } from '../screening/index.ts';
import type { AuditEvent, Json } from '../store/index.ts';
import { answerMarkings, hiddenFrom, type Marked } from './marked.ts';
import { askedWith, screeningAsked, screeningBytes, screeningResult } from './screening-entry.ts';

/** Something that screens within one scope. */
export interface Screens {
  screen(query: ScreenQuery, options: ScreenOptions): Promise<ScreenAnswer>;
  /** The same, as if the record had no such entities. */
  without(entities: ReadonlySet<string>): Promise<Screens>;
}

/** A screening as one viewer may see it, and what the audit log is to be told of it. */
export interface ScreenedFor {
  readonly answer: ScreenAnswer;
  readonly entry: Pick<AuditEvent, 'asked' | 'result' | 'markings'>;
}

/**
 * Screens one name for a viewer: the answer is that of a record without what the viewer may not know of, scores and
 * counts among it. The audit log is given the hash of the whole answer, which replaying gives again, and of what was
 * shown where that is less; the entry is then marked as what was withheld. What is shown is marked by `excepting`
 * ({@link ExceptionBook}); the entry names the exceptions, and the hashes are of the answers without them.
 */
export async function screenFor(
  viewer: Viewer,
  marked: Marked,
  screener: Screens,
  question: { readonly query: ScreenQuery; readonly options: ScreenOptions; readonly scope: ScreenScope },
  excepting: (answer: ScreenAnswer) => Promise<ScreenAnswer>,
): Promise<ScreenedFor> {
  const { query, options } = question;
  const hidden = hiddenFrom(viewer, marked);
  const whole = await screener.screen(query, options);
  const asked = screeningAsked(question);
  const markings = answerMarkings(marked, whole).map(formatMarking);
  const result = screeningResult(whole);
  if (hidden.size === 0) {
    const answer = await excepting(whole);
    return { answer, entry: { asked: askedWith(asked, answer), result, markings } };
  }
  const less = await (await screener.without(hidden)).screen(query, options);
  const bytes = screeningBytes(less);
  const answer = await excepting(less);
  return {
    answer,
    entry: {
      asked: askedWith(bytes === screeningBytes(whole) ? asked : shownAs(asked, bytes), answer),
      result: { ...result, count: answer.results.length },
      markings,
    },
  };
}

function shownAs(asked: Json, bytes: string): Json {
  return { ...(asked as object), shown: createHash('sha256').update(bytes).digest('hex') };
}
