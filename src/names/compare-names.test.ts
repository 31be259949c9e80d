import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Schema } from '../kernel/index.ts';
import { compareNames } from './compare-names.ts';
import { parseName } from './parse-name.ts';
import { DEFAULT_THRESHOLD } from './rules.ts';

const score = (a: string, b: string, schema: Schema) =>
  compareNames(parseName(a, schema), parseName(b, schema)).score;

describe('the same name', () => {
  test('scores exactly 1 when equal after folding', () => {
    expect(score('Majeed Brigade', 'MAJEED BRIGADE', 'Organization')).toBe(1);
    expect(score('Al-Shabaab', 'AL SHABAAB', 'Organization')).toBe(1);
  });

  test('never scores 1 otherwise', () => {
    expect(score('Milo Kardar', 'KARDAR, Milo', 'Person')).toBeLessThan(1);
    expect(score('Kardar Ltd', 'Kardar Limited', 'Organization')).toBeLessThan(1);
  });

  test.each([
    ['Jaish-I-Momhammed', 'JAISH-E-MOHAMMED'],
    ['Lashkar-e-Jhangvi', 'LASHKAR I JHANGVI'],
    ['Tehreek-e-Taliban Pakistan', 'TEHRIK-E TALIBAN PAKISTAN (TTP)'],
    ['Tehreek-e-Taliban Pakistan', 'تحریک طالبان پاکستان'],
    ['AL-SHABAAB', 'Al Shabab'],
    ['Harakat ul-Mujahidin', 'Harkat-ul-Mujahideen'],
    ['Lashkar-e-Tayyiba', 'Lashkar e Toiba'],
    ['Jaysh al-Adl', 'Jaish ul-Adl'],
    ['Исламское движение Узбекистана', 'Islamskoe dvizhenie Uzbekistana'],
    ['ISIS-Khorasan', 'ISIL Khorasan'],
    ['Good Will Foundation', 'Goodwill Foundation'],
    ['Kardar Steel JSC', 'Kardar Steel Joint Stock Company'],
    ['Brigade Forty-Four', 'Brigade 44'],
  ])('body: %s ~ %s', (a, b) => {
    expect(score(a, b, 'Organization')).toBeGreaterThan(0.83);
    expect(score(b, a, 'Organization')).toBeGreaterThan(0.83);
  });

  test.each([
    ['Haji Muhammad Kardar', 'Kardar, Mohammed'],
    ['Abdul Rahman Kardar', 'Abdurrahman Kardar'],
    ['Abd al-Rahman Kardar', 'ABDELRAHMAN KARDAR'],
    ['Milo Saifullah', 'Milo Saif Ullah'],
    ['Nasirud Din Kardar', 'Nasir-ud-Din Kardar'],
    ['Yusuf Hussein Kardar', 'Youssef Husayn Kardar'],
    ['عبد الرحمن حقاني', 'Abdul Rahman Haqqani'],
    ['Милош Кардарев', 'Milosh Kardarev'],
    ['Milo Kardarov', 'Milo Kardarow'],
  ])('person: %s ~ %s', (a, b) => {
    expect(score(a, b, 'Person')).toBeGreaterThan(0.85);
    expect(score(b, a, 'Person')).toBeGreaterThan(0.85);
  });

  test('is found with a name left out or an initial for it, and scores less', () => {
    const whole = score('Milo Tarik Kardar', 'Milo Tarik KARDAR', 'Person');
    for (const less of ['Milo Kardar', 'Milo T. Kardar']) {
      const found = score(less, 'Milo Tarik Kardar', 'Person');
      expect(found).toBeGreaterThan(DEFAULT_THRESHOLD);
      expect(found).toBeLessThan(whole);
    }
  });
});

describe('another name', () => {
  test.each([
    ['Majeed Brigade', 'MAJEED, Chaudhry Kardar', 'LegalEntity'],
    ['ISIS-Khorasan', 'KHORASAN METALLURGY INDUSTRIES', 'Organization'],
    ['ISIL Khorasan', 'Khorasan Steel Company', 'Organization'],
    ['The Resistance Front', "Lord's Resistance Army", 'Organization'],
    ['The Resistance Front', 'National Socialist Resistance Front', 'Organization'],
    ['National Socialist Resistance Front', 'The Resistance Front', 'Organization'],
    ['JUND AL AQSA', 'JUNDALLAH', 'Organization'],
    ['Balochistan Liberation Army', 'Balochistan Liberation Front', 'Organization'],
    ['Kardar Brigade 44', 'Kardar Brigade 45', 'Organization'],
    ['Al-Qaida in Iraq', 'Al-Qaida in the Arabian Peninsula', 'Organization'],
    ['Milo Kardar', 'Tarik Kardar', 'Person'],
    ['Milo Kardar', 'Kardar', 'Person'],
    ['Milo Yusuf Kardar', 'Milo Ahmad Kardar', 'Person'],
    ['Milo T. Kardar', 'Milo Yusuf Kardar', 'Person'],
    ['Ivan Petrovich Kardarov', 'Ivan Sergeevich Kardarov', 'Person'],
  ] as const)('%s is not %s', (a, b, schema) => {
    expect(score(a, b, schema)).toBeLessThan(DEFAULT_THRESHOLD);
    expect(score(b, a, schema)).toBeLessThan(DEFAULT_THRESHOLD);
  });

  test('a contradiction counts more than an omission', () => {
    const omitted = score('Milo Kardar', 'Milo Tarik Kardar', 'Person');
    const contradicted = score('Milo Yakob Kardar', 'Milo Tarik Kardar', 'Person');
    expect(contradicted).toBeLessThan(omitted);
  });
});

describe('acronyms', () => {
  test.each([
    ['BLA', 'Balochistan Liberation Army'],
    ['TTP', 'Tehrik-e Taliban Pakistan'],
    ['IMU', 'Islamic Movement of Uzbekistan'],
  ])('%s stands for %s, both ways, at a moderate score', (letters, words) => {
    for (const found of [score(letters, words, 'Organization'), score(words, letters, 'Organization')]) {
      expect(found).toBeGreaterThanOrEqual(DEFAULT_THRESHOLD);
      expect(found).toBeLessThan(0.85);
    }
  });

  test('stand nearly for the name that prints them', () => {
    const printed = score('TTP', 'TEHRIK-E TALIBAN PAKISTAN (TTP)', 'Organization');
    expect(printed).toBeGreaterThan(score('TTP', 'TEHRIK-E TALIBAN PAKISTAN', 'Organization'));
    expect(printed).toBeLessThan(1);
  });

  test('cost nothing when only one side prints them', () => {
    expect(score('Tehrik-e Taliban Pakistan', 'TEHRIK-E TALIBAN PAKISTAN (TTP)', 'Organization')).toBe(0.99);
  });

  test('stand for no person', () => {
    expect(score('MTK', 'Milo Tarik Kardar', 'Person')).toBeLessThan(0.5);
  });
});

describe('explanations', () => {
  const explained = (a: string, b: string, schema: Schema) =>
    compareNames(parseName(a, schema), parseName(b, schema)).explanation;

  test('line up the parts and say what joins them', () => {
    const { parts, sentence } = explained(
      'Tehreek-e-Taliban Pakistan',
      'TEHRIK-E TALIBAN PAKISTAN (TTP)',
      'Organization',
    );
    expect(parts).toEqual([
      ['tehreek', 'tehrik', 0.97, 'spelling'],
      ['e', 'e', 1, 'same'],
      ['taliban', 'taliban', 1, 'same'],
      ['pakistan', 'pakistan', 1, 'same'],
      ['', 'ttp', 0, 'candidate-only'],
    ]);
    expect(sentence).toBe(
      '“Tehreek-e-Taliban Pakistan” and “TEHRIK-E TALIBAN PAKISTAN (TTP)”: share “e”, “taliban” and “pakistan”; “tehreek” is a spelling of “tehrik”; only the second has “ttp”.',
    );
  });

  test('set contradicting parts against each other', () => {
    expect(explained('Milo Kardar', 'Tarik Kardar', 'Person').parts).toEqual([
      ['milo', 'tarik', 0, 'differs'],
      ['kardar', 'kardar', 1, 'same'],
    ]);
  });

  test('are the same bytes for the same names', () => {
    const ask = () => JSON.stringify(explained('Haji Milo Kardar', 'KARDAR, Milo', 'Person'));
    expect(ask()).toBe(ask());
  });
});

describe('for any two names', () => {
  const word = fc.constantFrom(
    'milo',
    'kardar',
    'tarik',
    'al',
    'bin',
    'abdul',
    '44',
    'x',
    'ltd',
    'فضل',
    'Иван',
    'TTP',
  );
  const name = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
  const schema = fc.constantFrom<Schema>('Person', 'Organization', 'LegalEntity', 'Vessel');

  test('the score lies from 0 to 1, and is 1 just when the names fold to the same', () => {
    fc.assert(
      fc.property(name, name, schema, (a, b, kind) => {
        const [left, right] = [parseName(a, kind), parseName(b, kind)];
        const { score: found } = compareNames(left, right);
        expect(found).toBeGreaterThanOrEqual(0);
        expect(found).toBeLessThanOrEqual(1);
        expect(found === 1).toBe(left.folded === right.folded);
      }),
    );
  });

  test('every part is in just one line of the explanation', () => {
    fc.assert(
      fc.property(name, name, schema, (a, b, kind) => {
        const [left, right] = [parseName(a, kind), parseName(b, kind)];
        const { parts } = compareNames(left, right).explanation;
        const side = (index: 0 | 1) =>
          parts
            .map((part) => part[index])
            .filter((text) => text !== '')
            .join(' ')
            .split(' ')
            .sort();
        const own = (parsed: typeof left) => parsed.parts.flatMap((part) => part.text.split(' ')).sort();
        expect(side(0)).toEqual(own(left));
        expect(side(1)).toEqual(own(right));
      }),
    );
  });
});

describe('names that say one thing in two ways', () => {
  test.each([
    // Words of another language, and forms of one word.
    ['Sanaye Kardar Zentar', 'KARDAR ZENTAR INDUSTRIES'],
    ['Kardar Consulting Engineers', 'Kardar Consultant Engineering'],
    // What sort of body it is, said otherwise.
    ['Special Zentar Industries Organization', 'SPECIAL ZENTAR INDUSTRIES GROUP'],
    // The man that a body is named after, with and without the word of honour.
    ['Shahid Kardar Industrial Complex', 'KARDAR INDUSTRIES'],
    // Letters in brackets made of the beginnings of words.
    ['KAZTRICO', 'KARDAR ZENTAR TRACTOR INDUSTRIAL COMPANY (KAZTRICO)'],
    // Letters behind the words that they stand for.
    ['Zentar Liberation Army ZLA', 'Zentar Liberation Army'],
    // The same words said twice.
    ['Bank Zentar', 'BANK ZENTAR AND BANK ZENTAR INTERNATIONAL'],
  ])('body: %s ~ %s', (a, b) => {
    expect(score(a, b, 'Organization')).toBeGreaterThan(DEFAULT_THRESHOLD);
  });

  test.each([
    ['Ted Kardar', 'Theodore Kardar'],
    ['Xi Kardar', 'Shi Kardar'],
  ])('person: %s ~ %s', (a, b) => {
    expect(score(a, b, 'Person')).toBeGreaterThan(DEFAULT_THRESHOLD);
  });
});

describe('names alike that are not one', () => {
  test.each([
    ['Kardar Trading', 'Kardar Shipping', 'Organization'],
    ['Kardar Zentar Army', 'Kardar Zentar Front', 'Organization'],
    // A word that differs in more than a letter is another word.
    ['Milo Kardarfar', 'Milo Kardarkian', 'Person'],
    // A syllable of Chinese that differs in a letter is another syllable.
    ['强 刘', 'Liu Cuiying', 'Person'],
    // Ships have names of few and common words: one word, letter or number more is another ship.
    ['Zentar Star', 'Zentar Star 2', 'Vessel'],
    ['Golden Star', 'Golden Sea Star', 'Vessel'],
    ['Zentar', 'Zenkar', 'Vessel'],
    ['Zentar Star', 'Zentar Sea', 'Vessel'],
  ] as const)('%s, %s (%s)', (a, b, schema) => {
    expect(score(a, b, schema)).toBeLessThan(DEFAULT_THRESHOLD);
    expect(score(b, a, schema)).toBeLessThan(DEFAULT_THRESHOLD);
  });
});

describe('rules that hold for names of any bearer', () => {
  const likeness = (a: string, b: string, schema: Schema) => [score(a, b, schema), score(b, a, schema)];

  test.each([
    ['vowels that a script holds in its consonants', 'नरेन्द्र मोदी', 'Narendra Modi', 'Person'],
    ['the same, of Khmer', 'ប៉ុល ពត', 'Pol Pot', 'Person'],
    ['the servant compound in Cyrillic', 'Абдурахман Кардаров', 'Abdul Rahman Kardarov', 'Person'],
    ['the servant compound in Ethiopic', 'ፍትዊ ዓብዱረዛቕ', 'Fitwi Abdelrazak', 'Person'],
    ['a country by its letters', 'U.S. Kardar Institute', 'United States Kardar Institute', 'Organization'],
    ['letters in brackets of letters within words', 'KAL', 'KARDAR AIRLINES (KAL)', 'Organization'],
    ['letters in brackets of the last words', 'ZBK', 'ZENTAR BORESH KARDAR CO. (BK CO.)', 'Organization'],
    [
      'an initial of whom a body is named after',
      'Shahid Kardar Complex',
      'M. KARDAR COMPLEX',
      'Organization',
    ],
  ] as const)('joins %s', (_, a, b, schema) => {
    for (const each of likeness(a, b, schema)) expect(each).toBeGreaterThanOrEqual(DEFAULT_THRESHOLD);
  });

  test.each([
    ['long vowels that Arabic writes', 'محمد', 'محمود', 'Person'],
    ['tribes that share their ending', 'Milo Nasirzai', 'Milo Noorzai', 'Person'],
    ["a man's name and a woman's, with another letter off", 'Rinaldo Kerzaf', 'Rinalda Kermal', 'Person'],
    ["fathers' names", 'Milo ben Ali ben Omer Kardar', 'Milo ben Zaki ben Omer Kardar', 'Person'],
    ['a branch in another country', 'Kardar (UK) Limited', 'Kardar Industries Group', 'Organization'],
    ['what a key of one letter leaves', 'aaaa', 'AAH', 'Organization'],
    ['one letter again and again, and initials', 'aaaa', 'Ali Abad Ahar Awaz', 'Organization'],
    ['repeated letters', 'bobbbbbbb', 'Bob', 'Organization'],
  ] as const)('keeps apart %s', (_, a, b, schema) => {
    for (const each of likeness(a, b, schema)) expect(each).toBeLessThan(DEFAULT_THRESHOLD);
  });
});
