import { type RecordPart, type Statement, type Strength, tryParseDate } from '../../kernel/index.ts';
import { scriptOf } from '../../text/index.ts';
import { listsError } from '../errors.ts';
import { printedDate } from '../printed-date.ts';
import type { ReadingLog } from '../reading-log.ts';
import { type Details, distinct, nameStatement, statement } from '../statements.ts';
import { type At, tidy } from '../tidy.ts';
import { childOf, childrenOf, type XmlElement } from '../xml.ts';
import {
  nameInNote,
  namesInNote,
  type SplitName,
  saysFormer,
  splitNames,
  splitOriginals,
} from './split-names.ts';

/** `QDe.132`; five North Korean references once had a suffix, `KPe.001.1`. */
const REFERENCE = /^[A-Z]{2}[ie]\.\d{3}(?:\.\d{1,2})?$/;

const QUALITIES: ReadonlyMap<string, { readonly strength: Strength; readonly former: boolean }> = new Map([
  ['Good', { strength: 'strong', former: false }],
  ['Low', { strength: 'weak', former: false }],
  ['a.k.a.', { strength: 'unstated', former: false }],
  ['f.k.a.', { strength: 'unstated', former: true }],
  ['', { strength: 'unstated', former: false }],
]);

/** Reads an `INDIVIDUAL` or `ENTITY` element. Throws `ENT_LIST_VALUE` and `ENT_LIST_ROW` with its line. */
export function readEntry(element: XmlElement, file: string, log: ReadingLog): RecordPart {
  return new EntryReader(element, file, log).read();
}

/** One element being read; a class because every method needs the element and where notes go. */
class EntryReader {
  readonly #element: XmlElement;
  readonly #at: At;
  readonly #key: string;

  constructor(element: XmlElement, file: string, log: ReadingLog) {
    this.#element = element;
    const place = { file, line: element.line, path: element.name };
    this.#at = { log, place };
    this.#key = this.#text(element, 'REFERENCE_NUMBER') ?? '';
    if (!REFERENCE.test(this.#key)) throw this.#badValue('REFERENCE_NUMBER', this.#key, 'one like QDe.132');
    this.#at = { log, place: { ...place, path: `${element.name} ${this.#key}` } };
  }

  read(): RecordPart {
    const person = this.#element.name === 'INDIVIDUAL';
    const group = person ? 'INDIVIDUAL' : 'ENTITY';
    const all = (name: string) => childrenOf(this.#element, name);
    return {
      key: this.#key,
      part: 'main',
      schema: person ? 'Person' : 'Organization',
      statements: distinct([
        ...this.#primaryNames(),
        ...this.#originalNames(),
        ...all(`${group}_ALIAS`).flatMap((alias) => this.#alias(alias)),
        ...this.#whole('UN_LIST_TYPE', 'programme'),
        ...this.#day('LISTED_ON', 'listedOn'),
        ...this.#values('LAST_DAY_UPDATED', 'amendedOn', (text) =>
          this.#requiredDay('LAST_DAY_UPDATED', text),
        ),
        ...this.#day('DELISTED_ON', 'delistedOn'),
        ...this.#values('TITLE', 'title'),
        ...this.#values('DESIGNATION', 'position'),
        ...this.#values('NATIONALITY', 'nationality'),
        ...this.#whole('GENDER', 'gender', (text) => text.toLowerCase()),
        ...all('INDIVIDUAL_DATE_OF_BIRTH').flatMap((birth) => this.#birthDate(birth)),
        ...all('INDIVIDUAL_PLACE_OF_BIRTH').flatMap((birth) => this.#location(birth, 'birthPlace')),
        ...all('INDIVIDUAL_DOCUMENT').flatMap((document) => this.#document(document)),
        ...all(`${group}_ADDRESS`).flatMap((address) => this.#location(address, 'address')),
        ...this.#whole('COMMENTS1', 'remarks'),
        ...this.#whole('SUBMITTED_ON', 'note'),
        ...this.#whole('SUBMITTED_BY', 'note'),
        // The number of the row in the publisher's database, which changes when the row is made anew. People
        // cite it, so it is kept; it is no document of the target's, so it is not an `identifier`.
        ...this.#whole('DATAID', 'reference'),
      ]),
    };
  }

  #primaryNames(): readonly Statement[] {
    const parts = ['FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME'].map((name) =>
      this.#text(this.#element, name),
    );
    const printed = parts.filter((part) => part !== null).join(' ');
    const names = splitNames(printed);
    if (names.length === 0) {
      throw listsError('ENT_LIST_ROW', { why: `${this.#key} has no name` }, { place: this.#at.place });
    }
    return names.map((name) =>
      nameStatement(name.text, 'primary', 'strong', 'FIRST_NAME', {
        original: printed,
        detail: { note: name.note },
      }),
    );
  }

  #originalNames(): readonly Statement[] {
    const printed = this.#text(this.#element, 'NAME_ORIGINAL_SCRIPT');
    if (printed === null) return [];
    return splitOriginals(printed).map(({ text, note }) =>
      nameStatement(text, 'original', 'unstated', 'NAME_ORIGINAL_SCRIPT', {
        original: printed,
        detail: { note },
      }),
    );
  }

  #alias(alias: XmlElement): readonly Statement[] {
    const printedQuality = this.#text(alias, 'QUALITY') ?? '';
    const quality = QUALITIES.get(printedQuality);
    if (quality === undefined) throw this.#badValue('QUALITY', printedQuality, 'Good, Low, a.k.a. or f.k.a.');
    const printed = this.#text(alias, 'ALIAS_NAME');
    // The format prints an alias element for every entry, empty where there is none.
    if (printed === null) return [];
    const note = this.#note(alias);
    const former = quality.former || (note !== null && saysFormer(note));
    const names = splitNames(printed);
    const inNote = note === null ? null : this.#namesInNote(note, names);
    const made = (name: SplitName, child: string, original: string, beside: string | null) =>
      nameStatement(
        name.text,
        former || name.former ? 'former' : scriptOf(name.text) === 'Latn' ? 'alias' : 'original',
        quality.strength,
        `${alias.name}/${child}`,
        { original, detail: { note: joined([name.note, beside], '; ') } },
      );
    return [
      ...names.map((name) => made(name, 'ALIAS_NAME', printed, inNote?.whole === true ? null : note)),
      ...(inNote?.names ?? []).map((text) => made({ text, former: false }, 'NOTE', note ?? text, null)),
      ...this.#aliasBirth(alias, names[0]?.text ?? printed),
    ];
  }

  /**
   * A note may give the same name in another script, or transliterations of one that is not Latin; `whole`
   * when it says nothing else.
   */
  #namesInNote(
    note: string,
    beside: readonly SplitName[],
  ): { readonly names: readonly string[]; readonly whole: boolean } | null {
    const own = nameInNote(note);
    if (own !== null) return { names: [own.text], whole: own.whole };
    const listed = beside.every((name) => scriptOf(name.text) !== 'Latn') ? namesInNote(note) : [];
    return listed.length === 0 ? null : { names: listed, whole: true };
  }

  /** Some false identities have a birth of their own. */
  #aliasBirth(alias: XmlElement, name: string): readonly Statement[] {
    const place = `${alias.name}/DATE_OF_BIRTH`;
    const printed = this.#text(alias, 'DATE_OF_BIRTH');
    const detail = { alias: name };
    const [city, country] = [this.#text(alias, 'CITY_OF_BIRTH'), this.#text(alias, 'COUNTRY_OF_BIRTH')];
    const where = joined([city, country]);
    return [
      // A null of the publisher's own making, printed as a word.
      ...(printed === null || printed === 'null' ? [] : [this.#date('birthDate', printed, place, detail)]),
      ...(where === ''
        ? []
        : [
            statement('birthPlace', where, `${alias.name}/CITY_OF_BIRTH`, {
              detail: { ...detail, city, country },
            }),
          ]),
    ];
  }

  #birthDate(birth: XmlElement): readonly Statement[] {
    const type = this.#text(birth, 'TYPE_OF_DATE') ?? '';
    if (!['EXACT', 'APPROXIMATELY', 'BETWEEN', ''].includes(type)) {
      throw this.#badValue('TYPE_OF_DATE', type, 'EXACT, APPROXIMATELY or BETWEEN');
    }
    const note = this.#note(birth);
    const circa = type === 'APPROXIMATELY' || /^approximately$/i.test(note ?? '');
    const kept = circa && /^approximately$/i.test(note ?? '') ? null : note;
    const [from, to] = [this.#text(birth, 'FROM_YEAR'), this.#text(birth, 'TO_YEAR')];
    const year = this.#text(birth, 'YEAR');
    const printed =
      from !== null || to !== null
        ? [from ?? '', to ?? ''].join(' to ')
        : (this.#text(birth, 'DATE') ?? year ?? kept);
    if (printed === null) return [];
    // A month that does not fit the format is printed in the note: `Sep.` beside the year, or `April 1963` alone.
    const finer = year === null || kept === null ? null : printedDate(`${kept} ${year}`);
    const used = finer !== null || printed === kept;
    return [
      this.#date(
        'birthDate',
        finer === null ? printed : `${kept} ${year}`,
        birth.name,
        { note: used ? null : kept },
        circa,
      ),
    ];
  }

  /** A date, or the text as a note when it cannot be read. */
  #date(
    property: Statement['property'],
    printed: string,
    place: string,
    detail: Details,
    circa = false,
  ): Statement {
    const value = printedDate(circa ? `circa ${printed}` : printed);
    if (value !== null) return statement(property, value, place, { original: printed, detail });
    this.#at.log.note('date-unread', this.#at.place, `cannot read the date "${printed.slice(0, 80)}"`);
    return statement('note', printed, place, { detail: { ...detail, about: property } });
  }

  #location(of: XmlElement, property: 'address' | 'birthPlace'): readonly Statement[] {
    const [street, city, region, postalCode, country] = [
      'STREET',
      'CITY',
      'STATE_PROVINCE',
      'ZIP_CODE',
      'COUNTRY',
    ].map((name) => this.#text(of, name));
    const note = this.#note(of);
    const line = joined([street, city, region, postalCode, country]);
    if (line === '') return note === null ? [] : [statement(property, note, `${of.name}/NOTE`)];
    if (property === 'address' && line === country) {
      return [statement('country', line, of.name, { detail: { note } })];
    }
    return [
      statement(property, line, of.name, { detail: { street, city, region, postalCode, country, note } }),
    ];
  }

  #document(document: XmlElement): readonly Statement[] {
    const type = this.#text(document, 'TYPE_OF_DOCUMENT');
    const subtype = this.#text(document, 'TYPE_OF_DOCUMENT2');
    const printed = this.#text(document, 'NUMBER');
    const note = this.#note(document);
    if (printed === null) {
      // Without a number of its own a document is described in words, which may hold one.
      const words = joined([type, subtype, note], ': ');
      return words === '' ? [] : [statement('note', words, document.name)];
    }
    const { number, label } = withoutLabel(printed);
    const issued = this.#text(document, 'DATE_OF_ISSUE');
    return [
      statement('identifier', number, document.name, {
        original: printed,
        detail: {
          type,
          subtype: subtype === type ? null : subtype,
          label,
          country: this.#text(document, 'ISSUING_COUNTRY'),
          issuedIn: joined([this.#text(document, 'CITY_OF_ISSUE'), this.#text(document, 'COUNTRY_OF_ISSUE')]),
          issued: issued === null ? null : (printedDate(issued) ?? issued),
          note,
        },
      }),
    ];
  }

  #whole(name: string, property: Statement['property'], read = (text: string) => text): readonly Statement[] {
    const text = this.#text(this.#element, name);
    return text === null ? [] : [statement(property, read(text), name)];
  }

  #values(
    name: string,
    property: Statement['property'],
    read = (text: string) => text,
  ): readonly Statement[] {
    return childrenOf(this.#element, name).flatMap((list) =>
      list.children.flatMap((value) => {
        const text = tidy(value.text, this.#at);
        return text === '' ? [] : [statement(property, read(text), name, { original: text })];
      }),
    );
  }

  #day(name: string, property: Statement['property']): readonly Statement[] {
    const printed = this.#text(this.#element, name);
    if (printed === null) return [];
    return [statement(property, this.#requiredDay(name, printed), name, { original: printed })];
  }

  /** A day that a designation rests on: one that cannot be read is a fault of the file. */
  #requiredDay(name: string, printed: string): string {
    const value = printedDate(printed);
    const date = value === null ? null : tryParseDate(value);
    if (value === null || date === null || date.precision === 'range')
      throw this.#badValue(name, printed, 'a date');
    return value;
  }

  /** The note of an element; older files end it with commas of fields that are not there. */
  #note(of: XmlElement): string | null {
    const note = this.#text(of, 'NOTE');
    if (note === null) return null;
    let end = note.length;
    while (end > 0 && (note[end - 1] === ',' || note[end - 1] === ' ')) end -= 1;
    let start = 0;
    while (start < end && (note[start] === ',' || note[start] === ' ')) start += 1;
    return start === end ? null : note.slice(start, end);
  }

  #text(of: XmlElement, name: string): string | null {
    const child = childOf(of, name);
    return child === undefined ? null : tidy(child.text, this.#at) || null;
  }

  #badValue(field: string, value: string, expected: string) {
    return listsError('ENT_LIST_VALUE', { field, value, expected }, { place: this.#at.place });
  }
}

function joined(parts: readonly (string | null | undefined)[], by = ', '): string {
  return parts.filter((part) => part !== null && part !== undefined && part !== '').join(by);
}

/** `Pakistani passport number AA3829182` is the number AA3829182 under a label. */
function withoutLabel(printed: string): { number: string; label: string | null } {
  const label = /\b(?:number|no\.?:?) (?=\S*\d)/i.exec(printed);
  if (label === null || label.index === 0) return { number: printed, label: null };
  const end = label.index + label[0].length;
  return { number: printed.slice(end), label: printed.slice(0, end).trim() };
}
