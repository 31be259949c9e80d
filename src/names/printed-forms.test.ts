import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printedForms } from './printed-forms.ts';

describe('printedForms', () => {
  test.each([
    ['Majeed Brigade', []],
    ['Kardar Steel (Pvt) Ltd', []],
    ['Kardar Steel (KRX)', []],
    ['Milo Kardar; Mylo Kardar', ['Milo Kardar', 'Mylo Kardar']],
    ['Milo Kardar (میلو کاردار)', ['میلو کاردار', 'Milo Kardar']],
    ['Milo Kardar (original script: Мило Кардар)', ['Мило Кардар', 'Milo Kardar']],
    ['Milo Kardar (previously listed as)', ['Milo Kardar']],
    ['حسن (Milo Kardar; Mylo Kardar)', ['حسن', 'Milo Kardar', 'Mylo Kardar']],
  ])('%s', (text, others) => {
    const [first, ...rest] = printedForms(text);
    expect(first).toBe(text);
    expect([...rest].sort()).toEqual([...others].sort());
  });

  test('are few for any text, the text itself first', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'ش', ';', '(', ')', '[', ' '), maxLength: 300 }),
        (text) => {
          const forms = printedForms(text);
          expect(forms[0]).toBe(text);
          expect(forms.length).toBeLessThanOrEqual(12);
        },
      ),
    );
  });
});

test.each([
  ['Zentar (Call sign)', 'Zentar'],
  ['Milo Kardar, born 1 Jan. 1953 (passport no. 1, date of issue 4 May 2014.)', 'Milo Kardar'],
  ['Milo (When he was part of the front.)', 'Milo'],
])('a remark behind a name is not part of it: %s', (text, name) => {
  expect(printedForms(text)).toEqual([text, name]);
});
