import { describe, expect, test } from 'vitest';
import { gazetteer } from '../gazetteer/gazetteer.ts';
import { readReport } from '../read-report.ts';
import { ceafRee, normalString } from './ceaf.ts';
import { added, NO_COUNTS, scored, setCounts } from './counts.ts';
import { incidentsOf } from './incident-features.ts';
import { ruleOf, weigh } from './linear-rule.ts';
import { decide, logistic } from './logistic.ts';
import { maximumMatching } from './matching.ts';
import { mucAnswer, mucConfidence } from './muc-answer.ts';
import {
  alternatives,
  type MucDocument,
  mucCountries,
  mucDate,
  mucOrganisations,
  mucTypes,
} from './muc-key.ts';

describe('counts', () => {
  test('are added, and scored once', () => {
    const sum = added({ right: 1, predicted: 2, gold: 1 }, { right: 1, predicted: 2, gold: 3 });
    expect(scored(sum)).toEqual({ precision: 0.5, recall: 0.5, f1: 0.5 });
  });

  test('of nothing are nothing', () => expect(scored(NO_COUNTS)).toEqual({ precision: 0, recall: 0, f1: 0 }));

  test('leave out what the key allows and does not ask for', () => {
    expect(setCounts(new Set(['a', 'b', 'c']), new Set(['a']), new Set(['b']))).toEqual({
      right: 1,
      predicted: 2,
      gold: 1,
    });
  });
});

describe('the largest matching', () => {
  test('takes another partner where the first is wanted elsewhere', () => {
    const fits = (left: number, right: number) => (left === 0 ? right < 2 : right === 0);
    expect(maximumMatching(2, 2, fits)).toBe(2);
  });

  test('never uses a partner twice', () => expect(maximumMatching(3, 1, () => true)).toBe(1));
});

describe('CEAF-REE', () => {
  test('compares strings without case, marks and articles', () => {
    expect(normalString('The "Extraditables",  group')).toBe('extraditables group');
  });

  test('matches an entity whose strings are all among the key’s', () => {
    expect(ceafRee([['FMLN']], [['FMLN', 'Farabundo Marti Front']])).toEqual({
      right: 1,
      predicted: 1,
      gold: 1,
    });
    expect(ceafRee([['FMLN', 'rebels']], [['FMLN']]).right).toBe(0);
  });

  test('matches one to one, and counts no empty entity', () => {
    expect(ceafRee([['FMLN'], ['fmln'], ['"']], [['FMLN']])).toEqual({ right: 1, predicted: 2, gold: 1 });
  });
});

describe('a MUC-4 key', () => {
  const document: MucDocument = {
    docid: 'X',
    split: 'dev',
    text: '',
    relevant: true,
    templates: [
      {
        optional: false,
        'INCIDENT: TYPE': ['BOMBING'],
        'PERP: ORGANIZATION ID': ['"FMLN" / "FARABUNDO MARTI"'],
        'INCIDENT: LOCATION': ['EL SALVADOR: APOPA (CITY)'],
      },
      {
        optional: true,
        'INCIDENT: TYPE': ['ARSON'],
        'PERP: ORGANIZATION ID': ['? "ELN"', '"FMLN"'],
        'INCIDENT: LOCATION': ['COLOMBIA / VENEZUELA: ARAUCA'],
      },
    ],
  };

  test('gives alternatives, quotes inside them too', () => {
    expect(alternatives('"\\"9 MAY\\" FRONT" / "FPL"')).toEqual(['"9 MAY" FRONT', 'FPL']);
    expect(alternatives('-')).toEqual([]);
  });

  test('tells what must be found from what may be', () => {
    expect(mucTypes(document)).toEqual({ gold: new Set(['BOMBING']), neutral: new Set(['ARSON']) });
    expect(mucOrganisations(document)).toEqual([
      { names: ['FMLN', 'FARABUNDO MARTI'], optional: false },
      { names: ['ELN'], optional: true },
    ]);
    expect(mucCountries(document)).toEqual(['EL SALVADOR', 'COLOMBIA', 'VENEZUELA']);
  });

  test('gives dates as bounds', () => {
    expect(mucDate('30 DEC 89')).toEqual({ from: '1989-12-30', to: '1989-12-30' });
    expect(mucDate('- 19 JUL 89')).toEqual({ from: null, to: '1989-07-19' });
    expect(mucDate('1 JAN 90 - 3 JAN 90')).toEqual({ from: '1990-01-01', to: '1990-01-03' });
    expect(mucDate('-')).toBeNull();
  });
});

describe('a reading in the terms of MUC-4', () => {
  const names = gazetteer([
    {
      entity: 'vlf',
      caption: 'VALLEY LIBERATION FRONT',
      kind: 'group',
      names: [
        { text: 'VALLEY LIBERATION FRONT', kind: 'primary', strength: 'strong' },
        { text: 'VLF', kind: 'acronym', strength: 'strong' },
      ],
    },
  ]);
  const read = (text: string) => readReport(text, { gazetteer: names });

  test('takes type, group, day and country from a text in capitals', () => {
    const reading = read(
      'LIMA, 3 JAN 90 (EFE) -- [TEXT] THE VALLEY LIBERATION FRONT [VLF] CLAIMED RESPONSIBILITY FOR THE BOMBING OF A BANK IN AYACUCHO YESTERDAY. NOBODY WAS INJURED IN THE BOMBING.',
    );
    const answer = mucAnswer(reading);
    expect(answer.relevant).toBe(true);
    expect([...answer.types]).toEqual(['BOMBING']);
    expect(answer.days).toEqual(['1990-01-02']);
    expect(answer.countries).toEqual(['PE']);
    expect(ceafRee(answer.organisations, [['VALLEY LIBERATION FRONT', 'VLF']]).right).toBe(1);
    expect(mucConfidence(reading, ['VLF'])).toBe('CLAIMED OR ADMITTED');
  });

  test('leaves out guerrilla war and what is long ago', () => {
    expect(
      mucAnswer(
        read(
          'LIMA, 3 JAN 90 (EFE) -- [TEXT] VLF GUERRILLAS AMBUSHED AN ARMY BATTALION IN AYACUCHO YESTERDAY.',
        ),
      ).relevant,
    ).toBe(false);
    expect(
      mucAnswer(
        read('LIMA, 3 JAN 90 (EFE) -- [TEXT] VLF GUERRILLAS BOMBED A BANK IN AYACUCHO ON 2 MARCH 1985.'),
      ).relevant,
    ).toBe(false);
  });

  test('ties a group that no words tie to nothing', () => {
    expect(
      mucConfidence(read('LIMA, 3 JAN 90 -- [TEXT] THE VLF MET REPORTERS IN AYACUCHO YESTERDAY.'), ['VLF']),
    ).toBeNull();
  });
});

describe('weights that are learned', () => {
  const examples = Array.from({ length: 20 }, () => [
    { features: ['claim'], label: 'claimed' },
    { features: ['claim', 'note'], label: 'claimed' },
    { features: ['police'], label: 'accused' },
    { features: ['police', 'note'], label: 'accused' },
  ]).flat();

  test('decide by what was seen', () => {
    const weights = logistic(examples);
    expect(decide(weights, ['claim'])).toBe('claimed');
    expect(decide(weights, ['police', 'note'])).toBe('accused');
  });

  test('are the same for the same examples, and nought for what tells nothing', () => {
    const weights = logistic(examples);
    expect(logistic(examples)).toEqual(weights);
    for (const weight of weights.weights.get('note') ?? []) expect(weight).toBeCloseTo(0, 3);
  });

  test('yield to what is added to a label', () => {
    expect(decide(logistic(examples), ['claim'], { accused: 100 })).toBe('accused');
  });
});

test('a linear rule is its table: hundredths, and nothing for what it does not know', () => {
  const rule = ruleOf(-50, '\n75 said:claimed\n-20 part:none and more\n');
  expect(weigh(rule, ['said:claimed', 'constructor'])).toBeCloseTo(0.25);
  expect(weigh(rule, ['part:none and more'])).toBeCloseTo(-0.7);
});

test('an attack of long ago or on an army alone is none that MUC-4 counts', () => {
  const read = (text: string) =>
    readReport(`LIMA, 3 JAN 90 (EFE) -- [TEXT] ${text}`, { gazetteer: gazetteer([]) });
  expect(incidentsOf(read('GUERRILLAS BOMBED A BANK IN AYACUCHO YESTERDAY.'))).toHaveLength(1);
  expect(incidentsOf(read('GUERRILLAS BOMBED A BANK IN AYACUCHO ON 2 MARCH 1985.'))).toEqual([]);
  expect(incidentsOf(read('GUERRILLAS ATTACKED AN ARMY BATTALION IN AYACUCHO YESTERDAY.'))).toEqual([]);
});
