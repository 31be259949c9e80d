import type { Statement } from '../../kernel/index.ts';

/** What a column of either workbook holds. */
export type Column =
  | { readonly is: 'number' | 'linked' | 'unnamed' }
  | { readonly is: 'name'; readonly language: string | null }
  | { readonly is: 'designated'; readonly type: string }
  | { readonly is: 'dates'; readonly property: 'birthDate' | 'foundedOn' }
  | { readonly is: 'text'; readonly property: Statement['property']; readonly type?: string };

const text = (property: Statement['property'], type?: string): Column =>
  type === undefined ? { is: 'text', property } : { is: 'text', property, type };

const LANGUAGES: ReadonlyMap<string, string> = new Map([
  ['english', 'en'],
  ['hebrew', 'he'],
  ['arabic', 'ar'],
]);

/** The words above the columns in small letters, with `_` for all else; an ending names the language. */
const COLUMNS: readonly (readonly [pattern: RegExp, column: Column])[] = [
  [/^internal_seq_id$/, { is: 'number' }],
  [/^linked_to_internal_seq_id$/, { is: 'linked' }],
  [/^date_of_temporary_designation$/, { is: 'designated', type: 'temporary designation' }],
  [/^date_of_perm[ae]n[ae]nt_designation$/, { is: 'designated', type: 'permanent designation' }],
  [/^date_of_designation_in_israel$/, { is: 'designated', type: 'designation in Israel' }],
  [/^date_(?:of_)?designat(?:ion|ed)_in_west_bank$/, text('note', 'designation in the West Bank')],
  [/^d_o_b$/, { is: 'dates', property: 'birthDate' }],
  [/^date_of_corporation$/, { is: 'dates', property: 'foundedOn' }],
  [/^nationality_residency$/, text('nationality')],
  [/^individual_id$/, text('identifier', 'individual ID')],
  [/^corporation_id$/, text('identifier', 'corporation ID')],
  [/^(?:foreign_designation_id|seq_num_in_other_countries)$/, text('note', 'number in other countries')],
  [/^designation(?:_type)?$/, text('programme')],
  [/^foreign_designation$/, text('note', 'foreign designation')],
  [
    /^date_(?:of_foreign_designation(?:_date)?|designated_in_other_countries)$/,
    text('note', 'designated abroad on'),
  ],
  [/^designated_by_abroad(?:_[a-z]+)?$/, text('note', 'designated abroad by')],
  [/^designated_by(?:_[a-z]+)?$/, text('authority')],
  [/^designation_justification(?:_[a-z]+)?$/, text('remarks')],
  [/^(?:comments|additional_information)(?:_[a-z]+)?$/, text('remarks')],
  [/^public_records_references$/, text('legalBasis')],
  [/^country(?:_[a-z]+)?$/, text('country')],
  [/^(?:street|city_village|address)(?:_[a-z]+)?$/, text('address')],
  [/^location_of_formation(?:_[a-z]+)?$/, text('note', 'location of formation')],
  [/^corporation_type(?:_[a-z]+)?$/, text('note', 'type of corporation')],
  [/^email(?:_[a-z0-9]+)?$/, text('email')],
  [/^telephone(?:_[a-z0-9]+)*$/, text('phone')],
  [/^(?:website|web_site)(?:_[a-z0-9]+)*$/, text('website')],
  [/^key_operatives(?:_[a-z]+)?$/, text('linkedTo')],
  [/^header$/, text('note', 'header')],
];

const NAME =
  /^(?:organi[sz]ation_name|name_of_(?:individual|organi[sz]ation))(?:_([a-z]+))?(?:_([a-z0-9_]+))?$/;

/** The words of a header as the table of columns has them: `Date of Permenant designation (DD/MM/YYYY)`. */
export function slugOf(words: string): string {
  return words
    .replace(/\s+/g, ' ')
    .replace(/\(?\s*DD\s*\/\s*MM\s*\/\s*YYYY\s*\)?/i, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');
}

/** The column that words in a header stand for; `undefined` for words that are not known. */
export function columnOf(words: string): Column | undefined {
  const slug = slugOf(words);
  const name = NAME.exec(slug);
  if (name !== null) return { is: 'name', language: LANGUAGES.get(name[1] ?? '') ?? null };
  return COLUMNS.find(([pattern]) => pattern.test(slug))?.[1];
}
