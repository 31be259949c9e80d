import type { Discourse } from './discourse.ts';
import type { Calendar } from './when.ts';

/** What the search for events needs beside the sentence. */
export interface Setting extends Calendar {
  readonly discourse: Discourse;
  readonly datelineCountry: string | null;
}
