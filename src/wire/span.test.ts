import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quotedWhole, spanAt, spansOverlap } from './span.ts';

test('a span is the slice of its text, without white space at its ends', () => {
  expect(spanAt('  the BLA \n', 1, 10)).toEqual({ quote: 'the BLA', start: 2, end: 9 });
});

test('a span with no words cannot be made', () => {
  expect(() => spanAt('a   b', 1, 4)).toThrow(RangeError);
  expect(() => spanAt('abc', 3, 9)).toThrow(RangeError);
});

test('a closing quotation mark is taken in only when the span opened it', () => {
  const text = 'in "all its forms" and “more” of it"';
  const closed = quotedWhole(text, 0, 17);
  expect(closed.quote).toBe('in "all its forms"');
  expect(quotedWhole(text, 4, 17).quote).toBe('all its forms');
  expect(quotedWhole(text, 23, 28).quote).toBe('“more”');
});

test('spans overlap when they share a character', () => {
  const text = 'abcdef';
  expect(spansOverlap(spanAt(text, 0, 3), spanAt(text, 2, 5))).toBe(true);
  expect(spansOverlap(spanAt(text, 0, 3), spanAt(text, 3, 5))).toBe(false);
});

test('whatever is asked, the quote is the slice', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), fc.nat(50), fc.nat(50), (text, start, end) => {
      try {
        const span = spanAt(text, start, end);
        expect(text.slice(span.start, span.end)).toBe(span.quote);
        expect(span.quote.trim().length).toBeGreaterThan(0);
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
        expect(text.slice(start, Math.max(start, end)).replace(/[\0- \u00a0\u2028\u2029\ufeff]/g, '')).toBe(
          '',
        );
      }
    }),
  );
});
