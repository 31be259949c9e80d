import { describe, expect, test } from 'vitest';
import { TEST_GAZETTEER } from './evaluation/index.ts';
import { readReport } from './read-report.ts';

const read = (body: string, dateline = 'QUETTA, Nov 23, 2026 (AFP) - ') =>
  readReport(dateline + body, { gazetteer: TEST_GAZETTEER });
const attacks = (body: string) =>
  read(body).events.filter(({ type }) => type === 'attack' || type === 'operation');
const told = (body: string) => attacks(body).map(({ subtype, status }) => `${subtype ?? '-'} ${status}`);
const struck = (body: string) =>
  attacks(body).flatMap(({ participants }) =>
    participants.flatMap(({ role, text, is }) =>
      role === 'target' || role === 'victim' ? [`${text} (${is ?? '-'})`] : [],
    ),
  );

describe('deeds told by their effect', () => {
  test('a body riddled with bullets, found somewhere, is one shooting', () => {
    const [one, ...others] = attacks(
      "A tribal elder's body riddled with bullets was found in Bannu on Sunday.",
    );
    expect(others).toEqual([]);
    expect([one?.subtype, one?.when?.value, one?.where?.text]).toEqual(['shooting', '2026-11-22', 'Bannu']);
  });

  test('somebody found dead was attacked only where wounds are told', () => {
    expect(told('A policeman was found dead with bullet wounds in Kech on Sunday.')).toEqual(['- happened']);
    expect(told('A policeman was found dead in Kech on Sunday.')).toEqual([]);
  });

  test('people killed on a day at a place were attacked, unless another cause is told', () => {
    expect(struck('Two traders who were killed in Turbat on 16 July were buried on Monday.')).toEqual([
      'Two traders (civilians)',
    ]);
    expect(told('Five passengers were killed in a road accident in Kech on Sunday.')).toEqual([]);
    expect(
      told('Five passengers were killed when their bus plunged into a ravine in Kech on Sunday.'),
    ).toEqual([]);
  });

  test('what an attack did on a day gives the attack its day and its victims', () => {
    const body = 'Six labourers were killed on Sunday in a roadside bomb attack in Bajaur.';
    expect(attacks(body).map(({ when }) => when?.value)).toEqual(['2026-11-22']);
    expect(struck(body)).toEqual(['Six labourers (civilians)']);
  });
});

describe('deeds told by other words', () => {
  test('things are set on fire, or fire is set to them', () => {
    expect(told('Gunmen set fire to a school in Kech on Sunday.')).toEqual(['arson happened']);
    expect(told('Three minibuses were set ablaze in Kech on Sunday.')).toEqual(['arson happened']);
  });

  test('who was kidnapped and is rescued was kidnapped', () => {
    expect(told('Two engineers, kidnapped from Karachi last week, were rescued on Sunday.')).toEqual([
      'abduction happened',
    ]);
  });

  test('two verbs share the object that follows them', () => {
    expect(struck('The group kidnapped and killed two traders in Kech on Sunday.')).toEqual([
      'two traders (civilians)',
    ]);
  });

  test('a threat is an attack threatened, and was made when it is told of', () => {
    const [threat] = attacks('Guards were doubled at the embassy following a bomb threat on Sunday.');
    expect([threat?.subtype, threat?.status, threat?.when?.value]).toEqual([
      'bombing',
      'threatened',
      '2026-11-22',
    ]);
    expect(told('The BLA is a threat to the peace.')).toEqual([]);
  });

  test('the murders of somebody in particular are told, murders are talk', () => {
    expect(
      struck('Judges are looking into the murders of the governor of Kech and a police commander.'),
    ).toEqual(expect.arrayContaining(['the governor (officials)']));
    expect(told('He deplored murders of peasants.')).toEqual([]);
    expect(told('The council condemned the recent murder of six priests in Kech.')).toEqual([
      'assassination happened',
    ]);
  });

  test('what is thrown is no target, but what it is thrown at', () => {
    expect(struck('Gunmen threw grenades at a police station in Kech on Sunday.')).toEqual([
      'a police station (police)',
    ]);
  });

  test('aircraft used to bomb bombed', () => {
    expect(told('The air force used helicopters to bomb two villages in Kech on Sunday.')).toEqual([
      'bombing happened',
    ]);
  });

  test('a pipeline of gas is no chemical weapon', () => {
    const body = 'Unknown men blew up a gas pipeline near Sui on Sunday.';
    expect(attacks(body).flatMap(({ weapons }) => weapons)).toEqual([]);
  });
});

describe('groups that only the text names', () => {
  const groups = (body: string, dateline?: string) =>
    read(body, dateline).mentions.flatMap(({ kind, entity, span }) =>
      kind === 'group' && entity === null ? [span.quote] : [],
    );

  test('by how armed bodies are named, and by their letters from then on', () => {
    expect(
      groups("The Makran People's Liberation Front (MPLF) said it killed two soldiers. The MPLF is small."),
    ).toEqual(["Makran People's Liberation Front", 'MPLF', 'MPLF']);
  });

  test('by what they call themselves', () => {
    const body =
      'A previously unknown group calling itself the Sons of the Valley claimed responsibility for the bombing of a bank in Quetta on Sunday.';
    expect(groups(body)).toEqual(['Sons of the Valley']);
    expect(read(body).attributions.map(({ kind, actor }) => [kind, actor?.text])).toEqual([
      ['claimed', 'Sons of the Valley'],
    ]);
    expect(groups('A group called "Black Lions of Makran" abducted two engineers on Sunday.')).toEqual([
      'Black Lions of Makran',
    ]);
  });

  test('in capitals, where words tell what capitals tell elsewhere', () => {
    expect(
      groups(
        'THE ALTIPLANO ARMED FORCES OF LIBERATION [AFL] TODAY CLAIMED RESPONSIBILITY FOR THE MURDER OF TWO MISSIONARIES. THE AFL SAID THAT A NATIONAL LIBERATION MOVEMENT NEEDS ARMS. THE 3D INFANTRY BRIGADE AND THE ARMED FORCES DENIED IT.',
        'LA PAZ, 3 JAN 90 (EFE) -- [TEXT] ',
      ),
    ).toEqual(['ALTIPLANO ARMED FORCES OF LIBERATION', 'AFL', 'AFL']);
  });

  test('no party, no staff, no army of a state', () => {
    expect(
      groups(
        "The Pakistan People's Party and the National Movement Party met the Joint Chiefs of Staff. The People's Liberation Army of China sent officers.",
      ),
    ).toEqual([]);
  });
});

describe('whose an organ is', () => {
  const organs = (body: string) =>
    read(body).mentions.flatMap(({ kind, country }) => (kind === 'organ' ? [country] : []));

  test('is told by the words beside it before the dateline', () => {
    expect(organs("India's foreign ministry rejected the charge.")).toEqual(['IN']);
    expect(organs('The Indian foreign ministry rejected the charge.')).toEqual(['IN']);
    expect(organs('The foreign ministry of India rejected the charge.')).toEqual(['IN']);
    expect(organs('The foreign ministry called him in.')).toEqual(['PK']);
  });

  test('a body of states is no country', () => {
    const { mentions } = read('Pakistan sought support from the UN and OIC.');
    expect(mentions.map(({ kind, country }) => [kind, country])).toEqual(
      expect.arrayContaining([['organisation', null]]),
    );
    expect(mentions.some(({ country }) => country === 'OIC')).toBe(false);
  });
});
