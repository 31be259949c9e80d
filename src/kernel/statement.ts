import type { Schema } from './schema.ts';

/**
 * What a statement is about. Names follow FollowTheMoney where it has one. A list that prints something else
 * of worth needs a new row here and a line in `docs/reference/properties.md`.
 */
export const PROPERTIES = [
  'name',
  'programme',
  'listedOn',
  'amendedOn',
  'delistedOn',
  'legalBasis',
  'authority',
  'list',
  'reference',
  'title',
  'position',
  'birthDate',
  'birthPlace',
  'deathDate',
  'foundedOn',
  'nationality',
  'citizenship',
  'gender',
  'country',
  'address',
  'identifier',
  'email',
  'phone',
  'website',
  'cryptoWallet',
  'vesselType',
  'flag',
  'owner',
  'tonnage',
  'callSign',
  'linkedTo',
  'relation',
  'remarks',
  'note',
  'ftm',
] as const;

/** One of {@link PROPERTIES}. */
export type Property = (typeof PROPERTIES)[number];

/**
 * How a name names. `label` is a name that one side uses of another (a state's word for a group), kept and
 * resolved without adopting it; `original` is the name in its own script; `acronym` stands for words.
 */
export const NAME_KINDS = ['primary', 'alias', 'former', 'original', 'acronym', 'label'] as const;

/** One of {@link NAME_KINDS}. */
export type NameKind = (typeof NAME_KINDS)[number];

/**
 * How telling the publisher holds a name to be. `unstated` is not `strong`: most lists print nothing. A weak
 * name confirms a hit and never makes one alone unless the caller asks.
 */
export const STRENGTHS = ['strong', 'weak', 'unstated'] as const;

/** One of {@link STRENGTHS}. */
export type Strength = (typeof STRENGTHS)[number];

/**
 * The atom of the record: one value that one source prints for one property of one source record.
 *
 * Two statements of a source record are the same statement when all fields are equal; `place` is therefore a
 * stable path (`ENTITY_ALIAS/ALIAS_NAME`, `alt:85731`), never a line number, which would change at each
 * printing.
 */
export interface Statement {
  readonly property: Property;
  /** The value, normalised where the property has a normal form (dates are EDTF), else as printed, trimmed. */
  readonly value: string;
  /** The text as printed, when `value` differs from it. */
  readonly original?: string;
  /** Where inside the source record it stands. */
  readonly place: string;
  /** BCP 47 language of the value, where the source says or its list fixes it. */
  readonly language?: string;
  /** ISO 15924 script of the value, for names (`Latn`, `Arab`, `Deva`). */
  readonly script?: string;
  /** For names only. */
  readonly kind?: NameKind;
  /** For names only. */
  readonly strength?: Strength;
  /**
   * Qualifiers that the publisher prints beside the value, by name: an identity document's `type`, `country`
   * and `issued`; an address's `city`; how a strength was inferred (`strengthBasis`). All values are text.
   */
  readonly detail?: Readonly<Record<string, string>>;
  /** When the statement itself holds, as EDTF, where the source gives it its own dates. */
  readonly validFrom?: string;
  readonly validTo?: string;
  /** Id of the {@link Source} that says so, where the source record cites one (the starter record does). */
  readonly source?: string;
}

/**
 * What one part of a list says about one source record. Lists that come as one file have one part, `main`;
 * the OFAC CSV set has a part a file. A list's reader yields each (key, part) at most once a snapshot.
 */
export interface RecordPart {
  /** The publisher's own stable key, without the list (`QDe.132`, `26953`). */
  readonly key: string;
  readonly part: string;
  /** What the record is about, where this part says so. */
  readonly schema?: Schema;
  readonly statements: readonly Statement[];
}

/** A document that a person can open, cited by statements of the starter record. */
export interface Source {
  readonly id: string;
  readonly publisher: string;
  readonly title: string;
  /** EDTF. */
  readonly date?: string;
  readonly url?: string;
}

/** The fields of a statement that make it the statement it is, in a fixed order. */
export function statementKey(statement: Statement): string {
  const { detail } = statement;
  return JSON.stringify([
    statement.property,
    statement.value,
    statement.original ?? null,
    statement.place,
    statement.language ?? null,
    statement.script ?? null,
    statement.kind ?? null,
    statement.strength ?? null,
    detail === undefined
      ? null
      : Object.keys(detail)
          .sort()
          .map((name) => [name, detail[name]]),
    statement.validFrom ?? null,
    statement.validTo ?? null,
    statement.source ?? null,
  ]);
}
