import { expect, test } from 'vitest';
import { countryCode } from './country-code.ts';

test.each([
  ['pk', 'PK'],
  ['Pakistan', 'PK'],
  ['Islamic Republic of Iran', 'IR'],
  ['IRAN', 'IR'],
  ['Democratic Republic of the Congo', 'CD'],
  ['Russian Federation', 'RU'],
  ["Democratic People's Republic of Korea", 'KP'],
  ['Côte d’Ivoire', 'CI'],
  ['Türkiye', 'TR'],
  ['The Gambia', 'GM'],
  ['BU', 'MM'],
  ['Burma', 'MM'],
  ['uk', 'GB'],
  ['XK', 'XK'],
  ['ZQ', null],
  ['zz', null],
  ['stateless', null],
  ['Afghan', null],
  ['', null],
])('%s is %s', (text, code) => {
  expect(countryCode(text)).toBe(code);
});
