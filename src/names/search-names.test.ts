import { describe, expect, test } from 'vitest';
import type { Schema } from '../kernel/index.ts';
import { NameIndex } from './name-index.ts';
import { type SearchOptions, searchNames } from './search-names.ts';
import type { NameEntry } from './segment.ts';

let next = 0;
const entry =
  (schema: Schema) =>
  (text: string): NameEntry => ({
    id: next++,
    text,
    schema,
    kind: 'alias',
    strength: 'unstated',
  });
const group = entry('Organization');
const person = entry('Person');
const ship = entry('Vessel');

const groups = [
  'Balochistan Liberation Army',
  'MAJEED BRIGADE',
  'Balochistan Liberation Front',
  'TEHRIK-E TALIBAN PAKISTAN (TTP)',
  'تحریک طالبان پاکستان',
  'JAISH-E-MOHAMMED',
  'Army of Mohammed',
  'LASHKAR I JHANGVI',
  'LASHKAR-E-TAYYIBA',
  'The Resistance Front',
  "LORD'S RESISTANCE ARMY",
  'ISIL KHORASAN',
  'KHORASAN METALLURGY INDUSTRIES',
  'AL-SHABAAB',
  'JUND AL AQSA',
  'JUNDALLAH',
  'AL-QAIDA IN THE ARABIAN PENINSULA',
  'AL-QAIDA',
].map(group);

const people = [
  'KARDAR, Milo Yusuf',
  'MAJEED, Chaudhry Tarik',
  'Ivan Petrovich Kardarov',
  'Muhammad Kardar',
  'عبد الحليم كاردار',
  'Kardar',
].map(person);

const index = new NameIndex([...groups, ...people, ship('ZENTAR STAR')]);

const found = (text: string, options?: SearchOptions) =>
  searchNames(index, text, options).map((hit) => hit.entry.text);

describe('finding', () => {
  test('an exact alias scores 1 and stands first', () => {
    const [hit, ...others] = searchNames(index, 'Majeed Brigade');
    expect(hit?.entry.text).toBe('MAJEED BRIGADE');
    expect(hit?.score).toBe(1);
    expect(others.map((other) => other.entry.text)).not.toContain('MAJEED, Chaudhry Tarik');
  });

  test.each([
    ['Jaish-I-Momhammed', 'JAISH-E-MOHAMMED'],
    ['Jaish e Muhammad', 'JAISH-E-MOHAMMED'],
    ['Lashkar-e-Jhangvi', 'LASHKAR I JHANGVI'],
    ['Lashkar e Toiba', 'LASHKAR-E-TAYYIBA'],
    ['Al Shabab', 'AL-SHABAAB'],
    ['Alshabaab', 'AL-SHABAAB'],
    ['ISIS-Khorasan', 'ISIL KHORASAN'],
    ['Balochistan Libration Army', 'Balochistan Liberation Army'],
    ['BLA', 'Balochistan Liberation Army'],
    ['TTP', 'TEHRIK-E TALIBAN PAKISTAN (TTP)'],
    ['Milo Kardar', 'KARDAR, Milo Yusuf'],
    ['Haji Mohamed Kardar', 'Muhammad Kardar'],
    ['Abdul Halim Kardar', 'عبد الحليم كاردار'],
    ['Иван Петрович Кардаров', 'Ivan Petrovich Kardarov'],
    ['میلو کاردار', 'KARDAR, Milo Yusuf'],
  ])('%s finds %s first', (query, expected) => {
    expect(found(query)[0]).toBe(expected);
  });

  test('a name in Latin letters finds the entry in both scripts', () => {
    expect(found('Tehreek-e-Taliban Pakistan').slice(0, 2).sort()).toEqual(
      ['TEHRIK-E TALIBAN PAKISTAN (TTP)', 'تحریک طالبان پاکستان'].sort(),
    );
  });

  test.each([
    ['The Resistance Front', "LORD'S RESISTANCE ARMY"],
    ['ISIS-Khorasan', 'KHORASAN METALLURGY INDUSTRIES'],
    ['Jund al-Aqsa', 'JUNDALLAH'],
    ['Balochistan Liberation Army', 'Balochistan Liberation Front'],
    ['Milo Kardar', 'Kardar'],
    ['Milo Kardar', 'Muhammad Kardar'],
  ])('%s does not find %s', (query, other) => {
    expect(found(query)).not.toContain(other);
  });
});

describe('asking', () => {
  test('for a schema passes the others over', () => {
    expect(found('Zentar Star', { schema: 'Person' })).toEqual([]);
    expect(found('Zentar Star', { schema: 'Vessel' })).toEqual(['ZENTAR STAR']);
    expect(found('Milo Kardar', { schema: 'LegalEntity' })).toContain('KARDAR, Milo Yusuf');
  });

  test('with a filter passes over what it refuses', () => {
    expect(found('Majeed Brigade', { accept: (id) => id !== groups[1]?.id })).toEqual([]);
  });

  test('with a threshold and a limit gets no less and no more', () => {
    expect(found('Al-Qaida', { threshold: 1 })).toEqual(['AL-QAIDA']);
    expect(found('Al-Qaida', { threshold: 0.3, limit: 2 })).toHaveLength(2);
  });

  test('for nothing is an error and not an empty answer', () => {
    expect(() => searchNames(index, ' — ')).toThrow(expect.objectContaining({ code: 'ENT_NAME_EMPTY' }));
    expect(() => searchNames(index, 'a', { threshold: 7 })).toThrow(
      expect.objectContaining({ code: 'ENT_NAME_THRESHOLD' }),
    );
    expect(() => searchNames(index, 'a', { limit: 0 })).toThrow(
      expect.objectContaining({ code: 'ENT_NAME_LIMIT' }),
    );
  });

  test('for a name that nothing is like finds nothing', () => {
    expect(found('Zzyzx Quuxbaz')).toEqual([]);
  });

  test('twice gets the same bytes, from an index built again as well', () => {
    const ask = (from: NameIndex) =>
      JSON.stringify(searchNames(from, 'Tehreek e Taliban', { threshold: 0.3 }));
    expect(ask(index)).toBe(ask(index));
    expect(ask(new NameIndex(index.entries()))).toBe(ask(index));
  });

  test('an empty index finds nothing', () => {
    expect(searchNames(new NameIndex([]), 'Majeed Brigade')).toEqual([]);
  });
});

describe('an index of many names', () => {
  const syllables = [
    'ka',
    'ro',
    'mi',
    'zen',
    'tal',
    'du',
    'sha',
    'vi',
    'lo',
    'bar',
    'nim',
    'qu',
    'fe',
    'gor',
  ];
  let seed = 42;
  const pick = (n: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed % n;
  };
  const word = () => Array.from({ length: 2 + pick(3) }, () => syllables[pick(syllables.length)]).join('');
  const crowd = Array.from({ length: 20_000 }, (_, i) =>
    person(i % 4 === 0 ? `Muhammad ${word()} ${word()}` : `${word()} ${word()} Abdul`),
  );
  const rare = person('Muhammad Xylbroent');
  const many = new NameIndex([...crowd, rare]);

  test.each([
    'Muhammad Xylbroent',
    'Mohamed Xylbroent',
    'Muhammad Xylbroemt',
    'Xylbroent Mohammad',
    'Muhammad Xylbroant',
  ])('does not lose a rare word among thousands of %s', (query) => {
    expect(searchNames(many, query)[0]?.entry).toEqual(rare);
  });

  test('weighs a word by its rarity', () => {
    expect(many.weightOf('muhammad')).toBeLessThan(0.3);
    expect(many.weightOf('mohammed')).toBe(many.weightOf('muhammad'));
    expect(many.weightOf('xylbroent')).toBe(1);
    expect(many.weightOf('not-there')).toBe(1);
  });

  test('does not hold it against a name that its entity has a hundred others', () => {
    const aliases = Array.from({ length: 120 }, (_, i) => group(`Alias ${word()} ${i}`));
    const wide = new NameIndex([...crowd, ...aliases, group('Majeed Brigade')]);
    expect(searchNames(wide, 'Majid Brigade')[0]?.entry.text).toBe('Majeed Brigade');
  });

  test.each([
    ['one word over and over', 'muhammad karo zental '.repeat(60)],
    [
      'hundreds of words',
      Array.from({ length: 300 }, (_, i) => `${syllables[i % 14]}${syllables[(i * 5) % 13]}`).join(' '),
    ],
    ['a letter without end', 'a'.repeat(5000)],
    ['letters of one word over and over', 'aab '.repeat(300)],
    ['many scripts', 'Мухаммад محمد 穆罕默德 मुहम्मद მუჰამედ '.repeat(20)],
    ['doubtful Arabic letters', `${'ذضظثقجغخوهيع'.repeat(3)} `.repeat(30)],
    ['brackets and semicolons', '(a;'.repeat(500)],
    ['combining marks', `a${'\u0301'.repeat(5000)}`],
  ])('answers in bounded time: %s', (_, hostile) => {
    searchNames(many, 'warm up');
    const start = performance.now();
    searchNames(many, hostile);
    // Typical is a tenth of this; the bound catches work that grows with the square of the input.
    expect(performance.now() - start).toBeLessThan(400);
  });
});
