import type { EntityId, ListInfo, NameKind, Schema, Source, Strength } from '../kernel/index.ts';
import type { DIFFERENCES, RELATIONS, STAGES } from './group-file.ts';

/** What a date of a designation is the date of. */
export type Stage = (typeof STAGES)[number];
/** How one group stands to another. */
export type RelationType = (typeof RELATIONS)[number];
/** What of a list entry may differ from the record. */
export type Difference = (typeof DIFFERENCES)[number];

/** A source of the record: a document, or an entry of an official list as printed in one snapshot. */
export interface CitedSource extends Source {
  /** For an entry of a list: the list, the publisher's key of the entry, the day of the snapshot. */
  readonly list?: string;
  readonly reference?: string;
  readonly seen?: string;
  /** The copy that was read, where the publisher's own page was not. */
  readonly via?: string;
}

/** A date that sources give. Where they differ there are several; the first is the one the record goes by. */
export interface DateFact {
  /** EDTF. */
  readonly date: string;
  readonly stage?: Stage;
  readonly sources: readonly string[];
}

/** A change to a designation, and what changed. */
export interface Amendment extends DateFact {
  readonly what: string;
}

/** One source that prints a name, and how it marks it. */
export interface Print {
  readonly source: string;
  readonly strength: Strength;
}

/** A name of a group. */
export interface GroupName {
  readonly text: string;
  readonly kind: NameKind;
  readonly language?: string;
  /** ISO 15924. */
  readonly script: string;
  readonly prints: readonly Print[];
  /** Why the record itself calls the name strong or weak, where no source does. */
  readonly strengthBasis?: string;
  /** For a label: the countries or authorities whose word it is. Empty otherwise. */
  readonly usedBy: readonly string[];
  /** When the name was in use, as EDTF. */
  readonly from?: string;
  readonly until?: string;
  readonly line: number;
}

/** How the group, or the part of it that `subject` names, stands to another group. */
export interface Relation {
  readonly type: RelationType;
  readonly subject?: string;
  /** Slug of a group of the record, or else the name of one that it does not hold. */
  readonly group?: string;
  readonly name?: string;
  readonly from?: string;
  readonly until?: string;
  readonly sources: readonly string[];
  readonly line: number;
}

/** That a list has the group on it, under one programme where the list tells programmes apart. */
export interface Designation {
  /** Unique in the record: `<slug>/<list>`, then `/<programme>` or `/<key>`, or both. */
  readonly key: string;
  readonly list: string;
  readonly reference?: string;
  readonly programme?: string;
  readonly printedName?: string;
  readonly legalBasis?: string;
  readonly listed: readonly DateFact[];
  readonly amended: readonly Amendment[];
  readonly delisted: readonly DateFact[];
  readonly relisted: readonly DateFact[];
  readonly sources: readonly string[];
  readonly line: number;
}

/** A name that other groups have too, and why that is right. */
export interface SharedName {
  readonly text: string;
  readonly with: readonly string[];
  readonly reason: string;
  readonly line: number;
}

/** A difference between the record and a list that is known and explained. */
export interface Explanation {
  readonly list: string;
  readonly about: Difference;
  readonly value?: string;
  readonly reason: string;
  readonly line: number;
}

/** A group of the starter record. All source ids are those of {@link Edition.sources}. */
export interface Group {
  /** The name of its file without the ending: the group's key in the list `record`. */
  readonly slug: string;
  /** Its file, relative to the folder of the record. */
  readonly file: string;
  readonly id: EntityId;
  readonly caption: string;
  readonly schema: Schema;
  readonly names: readonly GroupName[];
  readonly founded: readonly DateFact[];
  readonly firstNamed: readonly DateFact[];
  readonly countries: readonly { readonly country: string; readonly sources: readonly string[] }[];
  readonly relations: readonly Relation[];
  readonly designations: readonly Designation[];
  readonly sharedNames: readonly SharedName[];
  readonly differs: readonly Explanation[];
}

/** One state of the starter record, read whole. */
export interface Edition {
  readonly name: string;
  /** The day it was made, which is the observed date of its snapshot in the store. */
  readonly date: string;
  readonly licence: string;
  /** Of the names and contents of all its files. */
  readonly sha256: string;
  readonly sources: readonly CitedSource[];
  readonly lists: readonly ListInfo[];
  /** By list: why the record leaves its translations to it, names in Latin script in a language other than English. */
  readonly translations: ReadonlyMap<string, string>;
  /** By slug. */
  readonly groups: readonly Group[];
}
