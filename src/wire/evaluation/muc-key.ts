/** A MUC-4 answer key's template: slot name to its fillers (one string a line of the key). */
export interface MucTemplate {
  readonly optional: boolean;
  readonly [slot: string]: readonly string[] | boolean;
}

/** One text of the MUC-4 corpus with its key. */
export interface MucDocument {
  readonly docid: string;
  readonly split: string;
  readonly text: string;
  readonly relevant: boolean;
  readonly templates: readonly MucTemplate[];
}

/** The confidence labels of slot 11, without their marks. */
export type MucConfidence =
  | 'REPORTED AS FACT'
  | 'CLAIMED OR ADMITTED'
  | 'SUSPECTED OR ACCUSED BY AUTHORITIES'
  | 'SUSPECTED OR ACCUSED'
  | 'POSSIBLE'
  | 'ACQUITTED';

function slot(template: MucTemplate, name: string): readonly string[] {
  const fillers = template[name];
  return typeof fillers === 'object' ? fillers : [];
}

/**
 * The quoted strings of a filler, its alternatives: `"FMLN" / "FARABUNDO MARTI …"`. Quotes inside a string are
 * written `\"`. Empty for `-` and `*`.
 */
export function alternatives(filler: string): readonly string[] {
  return [...filler.matchAll(/"((?:\\"|[^"\\])*)"/g)].map(([, text = '']) => text.replaceAll('\\"', '"'));
}

/** A filler that the key marks optional (`?`), which a system need not give and may. */
export function isOptional(filler: string): boolean {
  return filler.trimStart().startsWith('?');
}

/** The incident types of a document: of its templates, and those of optional templates only. */
export function mucTypes(document: MucDocument): {
  readonly gold: ReadonlySet<string>;
  readonly neutral: ReadonlySet<string>;
} {
  const gold = new Set<string>();
  const neutral = new Set<string>();
  for (const template of document.templates) {
    for (const type of slot(template, 'INCIDENT: TYPE')) (template.optional ? neutral : gold).add(type);
  }
  return { gold, neutral };
}

/** An organisation of the key, by its alternative names. */
export interface MucOrganisation {
  readonly names: readonly string[];
  readonly optional: boolean;
}

/**
 * The perpetrator organisations of a document, those that share a name joined. Optional are those that stand
 * only in optional templates or after `?`.
 */
export function mucOrganisations(document: MucDocument): readonly MucOrganisation[] {
  const out: { names: Set<string>; optional: boolean }[] = [];
  for (const template of document.templates) {
    for (const filler of slot(template, 'PERP: ORGANIZATION ID')) {
      const names = alternatives(filler);
      if (names.length === 0) continue;
      const optional = template.optional || isOptional(filler);
      const same = out.find((held) => names.some((name) => held.names.has(name)));
      if (same === undefined) out.push({ names: new Set(names), optional });
      else {
        for (const name of names) same.names.add(name);
        same.optional &&= optional;
      }
    }
  }
  return out.map(({ names, optional }) => ({ names: [...names], optional }));
}

const MONTHS = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ');

/** A date of the key as bounds of days, `null` where open; `- 30 DEC 89` is on or before that day. */
export interface MucDate {
  readonly from: string | null;
  readonly to: string | null;
}

/** Reads slot 2; `null` when it holds no day. */
export function mucDate(filler: string): MucDate | null {
  const days = [...filler.matchAll(/(\d{1,2}) ([A-Z]{3}) (\d{2})/g)].flatMap(
    ([, day = '', month = '', year = '']) => {
      const at = MONTHS.indexOf(month);
      return at < 0 ? [] : [`19${year}-${String(at + 1).padStart(2, '0')}-${day.padStart(2, '0')}`];
    },
  );
  const [first, second] = days;
  if (first === undefined) return null;
  if (second !== undefined) return { from: first, to: second };
  return /^\s*\(?\??\s*-/.test(filler) ? { from: null, to: first } : { from: first, to: first };
}

/** The dates of the incidents of a document. */
export function mucDates(document: MucDocument): readonly MucDate[] {
  return document.templates.flatMap((template) =>
    slot(template, 'INCIDENT: DATE').flatMap((filler) => mucDate(filler) ?? []),
  );
}

/** The countries of the incidents of a document, as the key writes them. */
export function mucCountries(document: MucDocument): readonly string[] {
  const names = document.templates.flatMap((template) =>
    slot(template, 'INCIDENT: LOCATION').flatMap((filler) =>
      (filler.split(':')[0] ?? '').split('/').map((name) => name.replace(/[^A-Z ]/g, '').trim()),
    ),
  );
  return [...new Set(names)].filter((name) => name !== '');
}
