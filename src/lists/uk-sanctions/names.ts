import type { NameKind, Statement, Strength } from '../../kernel/index.ts';
import { scriptOf } from '../../text/index.ts';
import { listsError } from '../errors.ts';
import { nameStatement } from '../statements.ts';
import { type At, tidy } from '../tidy.ts';
import { childOf, elementsAt, type XmlElement } from '../xml.ts';

/** Types of names, in small letters: the list prints each in two or three mixtures of capitals. */
const TYPES: ReadonlyMap<string, { readonly kind: NameKind; readonly type?: string }> = new Map([
  ['primary name', { kind: 'primary' }],
  ['primary name variation', { kind: 'alias', type: 'primary name variation' }],
  ['alias', { kind: 'alias' }],
]);

const STRENGTHS: ReadonlyMap<string, Strength> = new Map([
  ['Good quality a.k.a', 'strong'],
  ['Low quality a.k.a', 'weak'],
  ['', 'unstated'],
]);

/** BCP 47 of languages as the list names them. One that is not here stays in words, in the detail `language`. */
const LANGUAGES: ReadonlyMap<string, string> = new Map([
  ['arabic', 'ar'],
  ['belarusian', 'be'],
  ['burmese', 'my'],
  ['chinese', 'zh'],
  ['dari', 'fa-AF'],
  ['farsi', 'fa'],
  ['georgian', 'ka'],
  ['hebrew', 'he'],
  ['korean', 'ko'],
  ['pashto', 'ps'],
  ['persian', 'fa'],
  ['russian', 'ru'],
  ['serbian', 'sr'],
  ['ukrainian', 'uk'],
  ['urdu', 'ur'],
]);

const PARTS = ['Name1', 'Name2', 'Name3', 'Name4', 'Name5', 'Name6'];

/**
 * The names of a designation. Given names are printed as `Name1` to `Name5` and the family name, or the whole
 * name of what is no person, as `Name6`; the value is all of them in that order, and where there are several
 * they are kept in the detail. A name in another script that turns out to be Latin is an alias.
 * Throws `ENT_LIST_VALUE` for an unknown type or strength.
 */
export function namesOf(designation: XmlElement, at: At): readonly Statement[] {
  return [
    ...elementsAt(designation, 'Names', 'Name').flatMap((name) => latinName(name, at)),
    ...elementsAt(designation, 'NonLatinNames', 'NonLatinName').flatMap((name) => otherName(name, at)),
  ];
}

function latinName(name: XmlElement, at: At): readonly Statement[] {
  const text = (child: string) => tidy(childOf(name, child)?.text ?? '', at);
  const type = TYPES.get(text('NameType').toLowerCase());
  if (type === undefined) {
    const expected = 'Primary Name, Primary Name Variation or Alias';
    throw badValue('NameType', text('NameType'), expected, at);
  }
  const strength = STRENGTHS.get(text('AliasStrength'));
  if (strength === undefined) {
    const expected = 'Good quality a.k.a, Low quality a.k.a or none';
    throw badValue('AliasStrength', text('AliasStrength'), expected, at);
  }
  const parts = PARTS.map((part) => [part, text(part)] as const).filter(([, value]) => value !== '');
  if (parts.length === 0) return [];
  return [
    nameStatement(
      parts.map(([, value]) => value).join(' '),
      type.kind,
      type.kind === 'primary' && strength === 'unstated' ? 'strong' : strength,
      'Names/Name',
      { detail: { type: type.type, ...(parts.length > 1 ? Object.fromEntries(parts) : {}) } },
    ),
  ];
}

function otherName(name: XmlElement, at: At): readonly Statement[] {
  const text = (child: string) => tidy(childOf(name, child)?.text ?? '', at);
  const value = text('NameNonLatinScript');
  if (value === '') return [];
  const printed = text('NonLatinScriptLanguage');
  const language = LANGUAGES.get(printed.toLowerCase());
  const kind = scriptOf(value) === 'Latn' ? 'alias' : 'original';
  return [
    nameStatement(value, kind, 'unstated', 'NonLatinNames/NonLatinName', {
      language,
      detail: { script: text('NonLatinScriptType'), language: language === undefined ? printed : null },
    }),
  ];
}

function badValue(field: string, value: string, expected: string, at: At) {
  return listsError('ENT_LIST_VALUE', { field, value, expected }, { place: at.place });
}
