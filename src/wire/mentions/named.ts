import type { NameKind } from '../../kernel/index.ts';
import type { Candidate, MentionFlag, MentionKind } from '../reading.ts';
import type { PlacePrecision } from '../world/places.ts';

/** Something named in the text, resolved as far as it goes. Offsets are into the document's text. */
export interface Named {
  readonly kind: MentionKind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly entity: string | null;
  readonly caption: string | null;
  readonly country: string | null;
  /** For states: by its name, its people, or its capital. */
  readonly use: 'name' | 'demonym' | 'capital' | null;
  /** For places: a first-level division, or a city, town or district. */
  readonly precision: PlacePrecision | null;
  /** For programmes: which one. */
  readonly programme: string | null;
  /** For persons: the office, in the text's words. */
  readonly office: string | null;
  readonly confidence: number;
  readonly flags: readonly MentionFlag[];
  readonly candidates: readonly Candidate[];
  readonly nameKind: NameKind | null;
}

/** A named thing with nothing known but its place and kind; the caller adds the rest. */
export function named(
  kind: MentionKind,
  text: string,
  start: number,
  end: number,
  rest: Partial<Named> = {},
): Named {
  return {
    kind,
    text,
    start,
    end,
    entity: null,
    caption: null,
    country: null,
    use: null,
    precision: null,
    programme: null,
    office: null,
    confidence: 0.95,
    flags: [],
    candidates: [],
    nameKind: null,
    ...rest,
  };
}
