import fc from 'fast-check';
import { expect, it } from 'vitest';
import { csv } from './csv.ts';

it('quotes what has to be quoted and ends every row', () => {
  expect(csv([['a', 'b, c', 'say "x"', null, 3]])).toBe('a,"b, c","say ""x""",,3\r\n');
});

it('never begins a cell as a formula does, and leaves numbers as they are', () => {
  expect(csv([['=1+1', '+x', '-x', '@x', -4]])).toBe("'=1+1,'+x,'-x,'@x,-4\r\n");
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(csv([[text]])).not.toMatch(/^"?[=+\-@\t]/);
    }),
  );
});
