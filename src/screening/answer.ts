import type { NameKind, Schema, Strength } from '../kernel/index.ts';
import type { ExplainedPart } from '../names/index.ts';
import type { Listing, ListingStatus } from '../store/index.ts';
import type { MetException } from './met-exception.ts';
import type { ScreenQuery } from './query.ts';

/** The answer to a screening. It always says what was searched, also when nothing was found. */
export interface ScreenAnswer {
  readonly query: ScreenQuery;
  readonly asOf: string | null;
  readonly knownAt: string | null;
  readonly threshold: number;
  /** The version of the matching rules. */
  readonly rules: string;
  readonly searched: Searched;
  /** Best first. */
  readonly results: readonly ScreenResult[];
}

/** What was searched. */
export interface Searched {
  readonly lists: readonly SearchedList[];
  readonly entities: number;
  readonly names: number;
}

/** A list that was searched, as it was last observed by the moment asked about. */
export interface SearchedList {
  readonly id: string;
  readonly observed: string;
  readonly records: number;
}

/** An entity that the name may mean. */
export interface ScreenResult {
  readonly id: string;
  readonly caption: string;
  readonly schema: Schema | null;
  /** 0 to 1; an order for triage, not a probability. */
  readonly score: number;
  /** Whether the score reaches the threshold and somebody lists the entity, by that name, on the day asked about. */
  readonly match: boolean;
  readonly matchedName: MatchedName;
  /** Other names of the entity that matched too, weak ones among them. */
  readonly otherNames: readonly MatchedName[];
  readonly listings: readonly Listing[];
  readonly explanation: ScreenExplanation;
  /** An exception that bears on the hit; left out where there is none, and in what the audit log hashes. */
  readonly exception?: MetException;
}

/** A name that matched, as the list prints it. */
export interface MatchedName {
  readonly text: string;
  readonly kind: NameKind;
  readonly strength: Strength;
  readonly list: string;
  readonly score: number;
  /** Whether the entry bore the name on the day asked about. */
  readonly borne: ListingStatus;
}

/** Why the score is what it is. */
export interface ScreenExplanation {
  /** One plain sentence. */
  readonly sentence: string;
  readonly parts: readonly ExplainedPart[];
  readonly features: readonly Feature[];
}

/** Something beside the name that spoke for or against. */
export interface Feature {
  readonly feature: 'birthDate' | 'country' | 'gender' | 'identifier';
  readonly points: number;
  readonly detail: string;
}
