import type { Statement } from '../../../kernel/index.ts';
import { listsError } from '../../errors.ts';
import type { Limits } from '../../limits.ts';
import type { ReadingLog } from '../../reading-log.ts';
import type { SourceFile } from '../../source-file.ts';
import { statement } from '../../statements.ts';
import type { At } from '../../tidy.ts';
import { childOf, childrenOf, elementsAt, readXml, type XmlElement } from '../../xml.ts';
import type { Address } from '../entry.ts';
import { dateOf, printedPeriod } from './date-period.ts';
import { REFERENCE_SETS, REFERENCES_FORMAT } from './format.ts';
import { namesOf, primaryName } from './names.ts';
import { append, PackedMap } from './packed-map.ts';
import { ReferenceSets, textOf } from './reference-sets.ts';

const PROGRAMME = /^program(?:me)?$/i;

/** What the types of events mean. The files hold entries that are in force, and so mostly their creation. */
const EVENTS: ReadonlyMap<string, Statement['property']> = new Map<string, Statement['property']>([
  ['created', 'listedOn'],
  ['modified', 'amendedOn'],
  ['deleted', 'delistedOn'],
]);

/** What the file says of a party outside its own element. */
export interface Listing {
  /** Its programmes in their order; one may stand there twice, for two lists. */
  readonly programmes: readonly string[];
  /** Days, legal bases, measures and lists. */
  readonly statements: readonly Statement[];
}

/** A link from one party to another. */
export interface Relationship {
  readonly to: string;
  /** As the file words it: `Acting for or on behalf of`. */
  readonly type: string;
  readonly former: boolean;
  readonly comment: string | null;
}

/** An identity document: the field that the CSV set prints of it, and its validity in words. */
export interface Document {
  readonly field: string;
  readonly validity: string | null;
}

/** All that parties refer to, which stands before and behind them in the file. */
export interface References {
  readonly sets: ReferenceSets;
  readonly locations: PackedMap<Address>;
  /** By identity. */
  readonly documents: PackedMap<readonly Document[]>;
  /** The name that each party goes by. */
  readonly names: PackedMap<string>;
  /** By the party that they start from. */
  readonly relationships: PackedMap<readonly Relationship[]>;
  readonly listings: PackedMap<Listing>;
}

/** The file and the list that it is read as. */
export interface AdvancedFile {
  readonly file: SourceFile;
  readonly list: string;
  readonly limits: Limits;
}

/** The day on which a file was issued, as EDTF. Throws `ENT_LIST_VALUE` for one that cannot be read. */
export async function issuedOn({ file, list, limits }: AdvancedFile): Promise<string | null> {
  for await (const [first] of readXml(file, limits, { ...REFERENCES_FORMAT, list })) {
    if (first === undefined) continue;
    if (first.name !== 'DateOfIssue') return null;
    const day = dateOf(first);
    if (day !== null) return day;
    const detail = { field: 'DateOfIssue', value: '', expected: 'a year, a month and a day' };
    throw listsError('ENT_LIST_VALUE', detail, { place: { file: file.name, line: first.line } });
  }
  return null;
}

/**
 * The first pass over a file: it holds numbers, words and links, never a party whole, so that memory stays far
 * below the size of the file.
 */
export async function readReferences(source: AdvancedFile, log: ReadingLog): Promise<References> {
  const { file, list, limits } = source;
  const gathering = new Gathering();
  for await (const elements of readXml(file, limits, { ...REFERENCES_FORMAT, list })) {
    for (const element of elements) {
      const place = { file: file.name, line: element.line, path: element.name };
      gathering.take(element, { log, place });
    }
  }
  return gathering;
}

/** What the first pass has met so far. */
class Gathering implements References {
  readonly sets = new ReferenceSets();
  readonly locations = new PackedMap<Address>();
  readonly documents = new PackedMap<readonly Document[]>();
  readonly names = new PackedMap<string>();
  readonly relationships = new PackedMap<readonly Relationship[]>();
  readonly listings = new PackedMap<Listing>();

  take(element: XmlElement, at: At): void {
    if (Object.hasOwn(REFERENCE_SETS, element.name)) this.sets.add(element, at);
    else if (element.name === 'Location') this.#location(element, at);
    else if (element.name === 'IDRegDocument') this.#document(element, at);
    else if (element.name === 'DistinctParty') this.#party(element, at);
    else if (element.name === 'ProfileRelationship') this.#relationship(element, at);
    else if (element.name === 'SanctionsEntry') this.#entry(element, at);
  }

  #location(element: XmlElement, at: At): void {
    const parts = new Map<string, string>();
    for (const part of childrenOf(element, 'LocationPart')) {
      const type = this.sets.text('LocPartTypeValues', part.attributes?.LocPartTypeID, at.place);
      const [value] = elementsAt(part, 'LocationPartValue').flatMap((one) => textOf(one, 'Value', at) ?? []);
      if (value !== undefined) parts.set(type.toUpperCase(), value);
    }
    const line = (...types: readonly string[]) =>
      types.flatMap((type) => parts.get(type) ?? []).join(', ') || null;
    const city = [line('CITY', 'REGION', 'STATE/PROVINCE'), parts.get('POSTAL CODE')];
    this.locations.set(element.attributes?.ID ?? '', {
      street: line('ADDRESS1', 'ADDRESS2', 'ADDRESS3', 'UNKNOWN'),
      city: city.filter((part) => part !== null && part !== undefined).join(' ') || null,
      country: this.#country(element, at),
      remarks: null,
    });
  }

  /** A place that is nothing but a country, like a nationality, has an area in its stead. */
  #country(location: XmlElement, { place }: At): string | null {
    const country = childOf(location, 'LocationCountry')?.attributes?.CountryID;
    if (country !== undefined) return this.sets.text('CountryValues', country, place);
    const area = childOf(location, 'LocationAreaCode')?.attributes?.AreaCodeID;
    return area === undefined ? null : this.sets.text('AreaCodeValues', area, place);
  }

  #document(element: XmlElement, at: At): void {
    const attributes = element.attributes ?? {};
    const country = attributes['IssuedBy-CountryID'];
    const dates = childrenOf(element, 'DocumentDate').flatMap((date) => {
      const type = this.sets.text('IDRegDocDateTypeValues', date.attributes?.IDRegDocDateTypeID, at.place);
      const period = childOf(date, 'DatePeriod');
      const printed = period === undefined ? null : printedPeriod(period);
      return printed === null ? [] : [`${/^issue/i.test(type) ? 'issued' : 'expires'} ${printed}`];
    });
    const field = [
      this.sets.text('IDRegDocTypeValues', attributes.IDRegDocTypeID, at.place),
      textOf(element, 'IDRegistrationNo', at),
      country === undefined ? null : `(${this.sets.text('CountryValues', country, at.place)})`,
      // The CSV set prints the day of issue first.
      ...dates.sort().reverse(),
    ];
    const validity = attributes.ValidityID;
    append(this.documents, attributes.IdentityID ?? '', {
      field: field.filter((part) => part !== null).join(' '),
      validity: validity === undefined ? null : this.sets.text('ValidityValues', validity, at.place),
    });
  }

  #party(element: XmlElement, at: At): void {
    const profile = childOf(element, 'Profile');
    if (profile === undefined) return;
    const name = primaryName(namesOf(profile, this.sets, at), at.place);
    this.names.set(element.attributes?.FixedRef ?? '', name);
  }

  #relationship(element: XmlElement, at: At): void {
    const attributes = element.attributes ?? {};
    append(this.relationships, attributes['From-ProfileID'] ?? '', {
      to: attributes['To-ProfileID'] ?? '',
      type: this.sets.text('RelationTypeValues', attributes.RelationTypeID, at.place),
      former: attributes.Former === 'true',
      comment: textOf(element, 'Comment', at),
    });
  }

  #entry(element: XmlElement, at: At): void {
    const { ProfileID = '', ListID } = element.attributes ?? {};
    const list = this.sets.text('ListValues', ListID, at.place);
    const held = this.listings.get(ProfileID);
    const programmes = [...(held?.programmes ?? [])];
    const statements = [...(held?.statements ?? []), statement('list', list, 'SanctionsEntry')];
    for (const event of childrenOf(element, 'EntryEvent')) {
      statements.push(...this.#event(event, list, at));
    }
    for (const measure of childrenOf(element, 'SanctionsMeasure')) {
      const type = this.sets.text('SanctionsTypeValues', measure.attributes?.SanctionsTypeID, at.place);
      const words = textOf(measure, 'Comment', at);
      if (!PROGRAMME.test(type)) {
        const detail = { type: 'measure', list, note: words };
        statements.push(statement('note', type, 'SanctionsEntry/SanctionsMeasure', { detail }));
      } else if (words !== null) {
        programmes.push(words);
      }
    }
    this.listings.set(ProfileID, { programmes, statements });
  }

  /** The day of an event, and the law that it rests on where the file knows it. */
  *#event(event: XmlElement, list: string, at: At): Generator<Statement> {
    const place = 'SanctionsEntry/EntryEvent';
    const { EntryEventTypeID, LegalBasisID } = event.attributes ?? {};
    const type = this.sets.text('EntryEventTypeValues', EntryEventTypeID, at.place);
    const property = EVENTS.get(type.toLowerCase());
    if (property === undefined) {
      const detail = { field: 'EntryEventType', value: type, expected: [...EVENTS.keys()].join(', ') };
      throw listsError('ENT_LIST_VALUE', detail, { place: at.place });
    }
    const day = dateOf(childOf(event, 'Date'));
    const detail = { list, type, note: textOf(event, 'Comment', at) };
    if (day !== null) yield statement(property, day, place, { detail });
    const basis =
      LegalBasisID === undefined ? 'Unknown' : this.sets.text('LegalBasisValues', LegalBasisID, at.place);
    if (basis !== 'Unknown') yield statement('legalBasis', basis, place, { detail: { list } });
  }
}
