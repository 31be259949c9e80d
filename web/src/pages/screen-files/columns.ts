import { parse } from 'csv-parse/browser/esm/sync';

/** What a row may say of whom it asks about. */
export const FIELDS = ['name', 'aliases', 'schema', 'birthDate', 'country', 'identifiers', 'id'] as const;

/** One of {@link FIELDS}. */
export type Field = (typeof FIELDS)[number];

/** The beginning of a file as a table: its headings and a few rows. */
export interface Preview {
  readonly format: 'csv' | 'tsv' | 'jsonl';
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** How much of a file is looked at for its preview, in bytes. */
const LOOKED_AT = 64 * 1024;
const SHOWN_ROWS = 5;

/** Reads a file's beginning. Throws `Error` with the reason when it is no table; the file itself is not changed. */
export async function previewOf(file: File): Promise<Preview> {
  const text = await file.slice(0, LOOKED_AT).text();
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const [first] = lines;
  if (first === undefined) throw new Error('the file is empty');
  if (first.trimStart().startsWith('{')) {
    const whole = file.size > LOOKED_AT ? lines.slice(0, -1) : lines;
    const objects = whole
      .slice(0, SHOWN_ROWS)
      .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
    const headings = [...new Set(objects.flatMap((object) => Object.keys(object)))];
    return {
      format: 'jsonl',
      headings,
      rows: objects.map((object) => headings.map((name) => String(object[name] ?? ''))),
    };
  }
  const format = first.split('\t').length > first.split(',').length ? 'tsv' : 'csv';
  const records = parse(text, {
    delimiter: format === 'tsv' ? '\t' : ',',
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    to: SHOWN_ROWS + 1,
    skip_empty_lines: true,
  }) as readonly (readonly string[])[];
  return { format, headings: records[0] ?? [], rows: records.slice(1) };
}

/** Headings that mean a field, in the spellings that exports use. */
const KNOWN: Readonly<Record<Field, RegExp>> = {
  name: /^(full[ _-]?)?name$|^customer$|^client$/i,
  aliases: /^alias(es)?$|^aka$|^other[ _-]?names?$/i,
  schema: /^schema$|^type$|^kind$/i,
  birthDate: /^(birth[ _-]?date|date[ _-]?of[ _-]?birth|dob|born)$/i,
  country: /^(country|nationality|citizenship)$/i,
  identifiers: /^(identifiers?|passport|id[ _-]?number|tax[ _-]?id)$/i,
  id: /^(id|row[ _-]?id|customer[ _-]?id|reference)$/i,
};

/** Which column most likely holds what; each heading is used once. */
export function guessColumns(headings: readonly string[]): Partial<Record<Field, string>> {
  const found: Partial<Record<Field, string>> = {};
  for (const field of FIELDS) {
    const heading = headings.find(
      (name) => KNOWN[field].test(name.trim()) && !Object.values(found).includes(name),
    );
    if (heading !== undefined) found[field] = heading;
  }
  return found;
}
