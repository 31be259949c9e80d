import type { NameKind, Statement, Strength } from '../../kernel/index.ts';
import { scriptOf } from '../../text/index.ts';
import { listsError } from '../errors.ts';
import { nameStatement, statement } from '../statements.ts';
import { type At, tidy } from '../tidy.ts';
import { childOf, childrenOf, type XmlElement } from '../xml.ts';

const KINDS: ReadonlyMap<string, NameKind> = new Map([
  ['primary-name', 'primary'],
  ['alias', 'alias'],
  ['formerly-known-as', 'former'],
]);

const QUALITIES: ReadonlyMap<string, Strength> = new Map([
  ['good', 'strong'],
  ['low', 'weak'],
  ['', 'unstated'],
]);

const PARTS = new Set([
  'title',
  'given-name',
  'further-given-name',
  'father-name',
  'grand-father-name',
  'family-name',
  'maiden-name',
  'tribal-name',
  'suffix',
  'whole-name',
  'other',
]);

/** Names that one name may give of the spellings of its parts in one language and script. */
const MOST_SPELLINGS = 24;

interface Part {
  readonly type: string;
  readonly value: string;
  readonly variants: ReadonlyMap<string, readonly string[]>;
}

/**
 * The names of a `name` element. Its parts are joined in their order, titles left out; spellings of the parts in one
 * language and script are put together likewise, with the part itself where it has none of them, up to 24 of a name.
 * In another script than the parts are in, only parts that have a spelling in it are joined. `isMain` is whether the
 * name is of the main identity, whose primary name is that of the target.
 */
export function namesOf(element: XmlElement, isMain: boolean, at: At): readonly Statement[] {
  const text = (attribute: string) => tidy(element.attributes?.[attribute] ?? '', at);
  const kind = KINDS.get(text('name-type'));
  if (kind === undefined)
    throw badValue('name-type', text('name-type'), 'primary-name, alias or formerly-known-as', at);
  const quality = QUALITIES.get(text('quality'));
  if (quality === undefined) throw badValue('quality of a name', text('quality'), 'good, low or none', at);
  const place = text('ssid') === '' ? 'name' : `name:${text('ssid')}`;
  const parts = partsOf(element, at);
  const named = parts.filter(({ type }) => type !== 'title');
  const whole = named
    .map(({ value }) => value)
    .filter((value) => value !== '')
    .join(' ');
  if (whole === '') return [];
  const own = kind === 'primary' && !isMain ? 'alias' : kind;
  const strength = own === 'primary' && quality === 'unstated' ? 'strong' : quality;
  const detail = { parts: parts.map(({ type }) => type).join(' '), lang: text('lang') };
  return [
    nameStatement(whole, own, strength, place, { detail }),
    ...cultures(named).flatMap((culture) =>
      spellings(named, culture).map((spelling) =>
        nameStatement(spelling, kindOf(spelling, kind), quality, place, {
          detail: { type: 'spelling variant', lang: culture },
        }),
      ),
    ),
    ...parts
      .filter(({ type, value }) => type === 'title' && value !== '')
      .map(({ value }) => statement('title', value, place)),
  ];
}

function partsOf(element: XmlElement, at: At): readonly Part[] {
  return childrenOf(element, 'name-part')
    .map((part, index) => {
      const type = part.attributes?.['name-part-type'] ?? '';
      if (!PARTS.has(type)) throw badValue('name-part-type', type, [...PARTS].join(', '), at);
      const order = Number(part.attributes?.order ?? index + 1);
      if (!Number.isSafeInteger(order)) throw badValue('order', part.attributes?.order ?? '', 'a number', at);
      const variants = new Map<string, string[]>();
      for (const variant of childrenOf(part, 'spelling-variant')) {
        const spelled = tidy(variant.text, at);
        const culture = [variant.attributes?.lang, variant.attributes?.script]
          .filter((code) => code !== undefined && code !== '')
          .join('-');
        if (spelled !== '') variants.set(culture, [...(variants.get(culture) ?? []), spelled]);
      }
      return { order, part: { type, value: tidy(childOf(part, 'value')?.text ?? '', at), variants } };
    })
    .sort((a, b) => a.order - b.order)
    .map(({ part }) => part);
}

function cultures(parts: readonly Part[]): readonly string[] {
  return [...new Set(parts.flatMap(({ variants }) => [...variants.keys()]))];
}

function spellings(parts: readonly Part[], culture: string): readonly string[] {
  const script = scriptOf(parts.flatMap(({ variants }) => variants.get(culture) ?? []).join(' '));
  let made: readonly string[] = [''];
  for (const { value, variants } of parts) {
    const spelled = variants.get(culture);
    const fits = scriptOf(value) === script;
    const choices = spelled ?? (fits && value !== '' ? [value] : []);
    if (choices.length === 0) continue;
    made = made.flatMap((before) => choices.map((one) => `${before} ${one}`.trim())).slice(0, MOST_SPELLINGS);
  }
  return made.filter((spelling) => spelling !== '');
}

function kindOf(spelling: string, kind: NameKind): NameKind {
  if (kind === 'former') return 'former';
  const script = scriptOf(spelling);
  return script === 'Latn' || script === 'Zyyy' ? 'alias' : 'original';
}

/** The refusal of a value outside of its closed set. */
export function badValue(field: string, value: string, expected: string, { place }: At) {
  return listsError('ENT_LIST_VALUE', { field, value, expected }, { place });
}
