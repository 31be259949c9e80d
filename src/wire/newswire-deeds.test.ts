import { describe, expect, test } from 'vitest';
import { TEST_GAZETTEER } from './evaluation/index.ts';
import { readReport } from './read-report.ts';

const attacks = (body: string) =>
  readReport(`QUETTA, Nov 23, 2026 (AFP) - ${body}`, { gazetteer: TEST_GAZETTEER }).events.filter(
    ({ type }) => type === 'attack',
  );
/** Kind, what was struck and with what, of each attack. */
const told = (body: string) =>
  attacks(body).map(({ subtype, participants, weapons }) => [
    subtype,
    participants
      .flatMap(({ role, text }) => (role === 'target' || role === 'victim' ? [text] : []))
      .join('; '),
    weapons.map(({ kind }) => kind).join('; '),
  ]);

describe('shots', () => {
  test('spray a thing with bullets, are fired at it, or it comes under fire', () => {
    expect(told('Two men sprayed a barber shop with bullets in Turbat on Sunday.')).toEqual([
      ['shooting', 'a barber shop', 'firearm'],
    ]);
    expect(told("Shots were fired at a mayor's jeep in Turbat on Sunday.")).toEqual([
      ['shooting', "a mayor's jeep", 'firearm'],
    ]);
    expect(told('A supply convoy came under fire near Turbat on Sunday.')).toEqual([
      ['shooting', 'A supply convoy', ''],
    ]);
    expect(told('Gunmen opened fire on a wagon in Turbat on Sunday.')).toEqual([['shooting', 'a wagon', '']]);
  });

  test('are words when a minister comes under fire for what he said, and are joy when fired at nothing', () => {
    expect(told('The minister came under fire for his budget on Sunday.')).toEqual([]);
    expect(told('The minister came under fire in Quetta on Sunday.')).toEqual([]);
    expect(told('Shots were fired in the air at a wedding in Quetta on Sunday.')).toEqual([]);
  });

  test('kill whom they are told to have shot dead', () => {
    expect(told('Men on a motorbike shot dead a prayer leader in Turbat on Sunday.')).toEqual([
      ['shooting', 'a prayer leader', ''],
    ]);
  });
});

describe('bombs and shells', () => {
  test('strike what they go off beside and land on', () => {
    expect(told('A bomb went off beside a police van in Turbat on Sunday.')).toEqual([
      ['bombing', 'a police van', 'explosive'],
    ]);
    expect(told('Mortar shells landed on a school in Turbat on Sunday.')).toEqual([
      ['shelling', 'a school', 'mortar'],
    ]);
    expect(told('A grenade was lobbed at a tailor shop in Turbat on Sunday.')).toEqual([
      ['grenade', 'a tailor shop', 'grenade'],
    ]);
    expect(told('A drone dropped explosives on a house in Turbat on Sunday.')).toEqual([
      ['drone', 'a house', 'drone; explosive'],
    ]);
  });

  test('may be a vehicle that explodes, unless an accident is told', () => {
    expect(told('A car exploded outside a courthouse in Turbat on Sunday.')).toEqual([
      ['bombing', 'a courthouse', 'vehicle-bomb'],
    ]);
    expect(told('A tanker exploded after a collision in Turbat on Sunday.')).toEqual([]);
  });

  test('are worn by whoever blows himself up, whatever he is called', () => {
    const [one] = attacks(
      'A woman wearing an explosive vest blew herself up inside a hotel in Turbat on Sunday.',
    );
    expect([one?.subtype, one?.weapons.map(({ kind }) => kind)]).toEqual([
      'suicide-bombing',
      expect.arrayContaining(['suicide-vest']),
    ]);
    expect(one?.participants.map(({ text }) => text)).toContain('a hotel');
  });
});

describe('other ways to strike', () => {
  test('a vehicle driven into people', () => {
    expect(told('A man drove a lorry into pedestrians in Lyon on Sunday.')).toEqual([
      ['vehicle-ramming', 'pedestrians', 'vehicle'],
    ]);
    expect(told('A bus ploughed into pedestrians after a collision in Lyon on Sunday.')).toEqual([]);
  });

  test('a lynching, a beating to death, killers who execute', () => {
    expect(told('A mob lynched two traders in Turbat on Sunday.')).toEqual([
      ['mob-violence', 'two traders', ''],
    ]);
    expect(told('A mob beat a shopkeeper to death in Turbat on Sunday.')).toEqual([
      ['mob-violence', 'a shopkeeper', ''],
    ]);
    expect(told('Five miners were lined up and executed in Mach on Sunday.').map(([kind]) => kind)).toEqual([
      'assassination',
    ]);
    expect(told('Two convicts were executed in Mach on Sunday.')).toEqual([]);
  });

  test('people taken hostage by nobody named, lines and pipes that saboteurs cut', () => {
    expect(told('Six engineers were taken hostage in Ziarat on Sunday.')).toEqual([
      ['abduction', 'Six engineers', ''],
    ]);
    expect(told('Saboteurs cut a gas pipeline near Sui on Sunday.')).toEqual([
      ['sabotage', 'a gas pipeline', ''],
    ]);
  });
});

describe('what is no attack, and what no attack strikes', () => {
  test('hearts, computers and words are attacked otherwise', () => {
    expect(told('The trader died of a heart attack in Quetta on Sunday.')).toEqual([]);
    expect(told('The bank was hit by a cyber attack on Sunday.')).toEqual([]);
    expect(told('The party called the ruling an attack on democracy on Sunday.')).toEqual([]);
  });

  test('a channel on which it is claimed is not struck', () => {
    expect(told('The BLA claimed the attack on Telegram on Sunday.').map(([, struck]) => struck)).toEqual([
      '',
    ]);
    expect(told('The BLA claimed the attack on its Telegram channel.').map(([, struck]) => struck)).toEqual([
      '',
    ]);
    expect(
      told('The BLA attacked the Telegram office in Quetta on Sunday.').map(([, struck]) => struck),
    ).toEqual(['the Telegram office']);
  });
});
