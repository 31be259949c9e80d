import type { NameKind, Statement, Strength } from '../../kernel/index.ts';

/** What a column holds. */
export type Column =
  | { readonly is: 'name'; readonly kind: NameKind; readonly strength: Strength; readonly language?: string }
  | { readonly is: 'english' | 'japanese' | 'number' | 'notified' | 'born' | 'reference' }
  | { readonly is: 'dates'; readonly about: string }
  | { readonly is: 'text'; readonly property: Statement['property']; readonly type?: string };

const name = (kind: NameKind, strength: Strength): Column => ({ is: 'name', kind, strength });
const text = (property: Statement['property'], type?: string): Column =>
  type === undefined ? { is: 'text', property } : { is: 'text', property, type };

const ALIAS = name('alias', 'unstated');
const FORMER = name('former', 'unstated');
const ADDRESS = text('address');
const ID = text('identifier', 'ID number');

/** The words above the columns, which differ from sheet to sheet, without their spaces. */
const COLUMNS: ReadonlyMap<string, Column> = new Map<string, Column>([
  ['告示日付', { is: 'notified' }],
  ['告示番号', { is: 'number' }],
  ['日本語表記', { is: 'japanese' }],
  ['英語表記', { is: 'english' }],
  ...['別名', '別称・別名', '別名・別称', '別称・旧称', '別称'].map((word) => [word, ALIAS] as const),
  ['確定可能な別名', name('alias', 'strong')],
  ['確定に十分でない別名', name('alias', 'weak')],
  ['不確実な別名', name('alias', 'weak')],
  ...['過去の別名', '以前の別名', '旧称', '旧称・以前の呼称'].map((word) => [word, FORMER] as const),
  ...['称号', '肩書', '肩書等'].map((word) => [word, text('title')] as const),
  ['役職', text('position')],
  ['生年月日', { is: 'born' }],
  ['生年月日・出生地', { is: 'born' }],
  ...['出生地', '出生地・出身地'].map((word) => [word, text('birthPlace')] as const),
  ['国籍', text('nationality')],
  ...['住所', '住所等', '住所・所在地', '所在地', '活動地域・住所', '所在地・住所登録された事務所の住所'].map(
    (word) => [word, ADDRESS] as const,
  ),
  ['活動地域', text('country')],
  ['旅券番号', text('identifier', 'passport')],
  ['身分登録番号', text('identifier', 'identity registration number')],
  ...['ID番号', '身分証番号'].map((word) => [word, ID] as const),
  ...['電話番号', '電話'].map((word) => [word, text('phone')] as const),
  ['FAX', text('note', 'fax')],
  ...['国連制裁委員会による指定日', '国連制裁員会による指定日'].map(
    (word) => [word, { is: 'dates', about: 'designated by the United Nations' }] as const,
  ),
  ['リスト掲載日', { is: 'dates', about: 'listed by the United Nations' }],
  ['国連参照番号', { is: 'reference' }],
  ['指定の根拠', text('legalBasis')],
  ['決議1483上の根拠', text('legalBasis')],
  ['その他の情報', text('remarks')],
  ['詳細', text('remarks')],
]);

/** The column that words in a header stand for; `undefined` for words that are not known. */
export function columnOf(words: string): Column | undefined {
  return COLUMNS.get(bare(words));
}

/** Whether a row is a header: the day of the notice is its first column. */
export function isHeader(cells: readonly string[]): boolean {
  return bare(cells[0] ?? '').startsWith('告示日付');
}

function bare(words: string): string {
  return words.normalize('NFKC').replace(/\s+/g, '');
}
