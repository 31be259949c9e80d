import type { DateExpression } from '../../text/index.ts';
import type { ReadSentence } from '../analyse.ts';
import type { Clause } from '../grammar/clauses.ts';
import type { Count, EventStatus, EventType, Participant, Weapon, When, Where } from '../reading.ts';

/** A date that may be an event's, and how near to it the text puts it. */
export interface DateUse {
  readonly date: DateExpression;
  readonly start: number;
  readonly end: number;
  /** `own` beside the event's word; `clause` in its clause; `frame` at the head of its sentence. */
  readonly near: 'own' | 'clause' | 'frame';
}

/** A time told from the day of writing: "today", "on Monday", "is designating". */
export interface RelativeTime {
  /** The words, lower case, by which two tellings can be seen to mean one time; `today` for a verb of now. */
  readonly words: string;
  /** The day of writing (`YYYY-MM-DD`), or `null` when it is unknown and the words stay unresolved. */
  readonly written: string | null;
}

/** One telling of an event, before it is known whether another telling means the same. */
export interface Draft {
  readonly type: EventType;
  readonly subtype: string | null;
  readonly status: EventStatus;
  readonly sentence: ReadSentence;
  /** Chunk of the word that tells it. */
  readonly chunk: number;
  /** The clause that tells it, or that its noun stands in. */
  readonly clause: Clause | null;
  readonly byNoun: boolean;
  readonly start: number;
  readonly end: number;
  readonly participants: readonly Participant[];
  readonly programmes: readonly string[];
  readonly when: When | null;
  /** The time that only the day of writing tells and `when` does not ("on Monday" with no such day known). */
  readonly relative: RelativeTime | null;
  readonly where: Where | null;
  readonly weapons: readonly Weapon[];
  readonly killed: Count | null;
  readonly injured: Count | null;
  /** The thing struck, folded, where it has a name ("jaffar express"). */
  readonly thing: string | null;
  /** Told as known: "the attack", "the dialogue". */
  readonly definite: boolean;
  /** Nothing but its word is told: it can only mean an event told before. */
  readonly bare: boolean;
}
