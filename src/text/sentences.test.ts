import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sentences } from './sentences.ts';
import { tokenize } from './tokens.ts';

function split(text: string): readonly string[] {
  return sentences(tokenize(text)).map(({ start, end }) => text.slice(start, end));
}

describe('sentences end where a reader ends them', () => {
  test.each([
    ['an initial', 'Gregory D. LoGerfo spoke. He left.', 2],
    ['a rank', 'Lt. Gen. Karim met Mr. Shah in Quetta. Talks went on.', 2],
    ['a numbered thing', 'Under Executive Order No. 3856 it was banned. So it stayed.', 2],
    ['U.S. inside a sentence', 'The U.S. State Department spoke in the U.S. on Monday.', 1],
    ['U.S. at the end of one', 'He lives in the U.S. The group does not.', 2],
    ['a decimal', 'It cost 2.5 million. Nobody paid.', 2],
    ['a short month', 'It began on Jan. 5 and ended on Feb. 2.', 1],
    ['a quotation', '“We deny it.” The group said no more.', 2],
    ['a question', 'Who did it? Nobody knows!', 2],
    ['a lower-case start', 'It was e.g. this. and that.', 1],
    ['Urdu', 'یہ پہلا جملہ ہے۔ یہ دوسرا ہے۔', 2],
    ['Hindi', 'यह पहला वाक्य है। यह दूसरा है।', 2],
  ])('%s', (_, text, count) => {
    expect(split(text)).toHaveLength(count);
  });

  test('a closing quotation mark stays with its sentence, an opening one goes with the next', () => {
    expect(split('He said "no." "Yes," she said.')).toEqual(['He said "no."', '"Yes," she said.']);
  });
});

test('sentences cover all tokens once, in order', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), (text) => {
      const tokens = tokenize(text);
      let at = 0;
      for (const { first, last } of sentences(tokens)) {
        expect(first).toBe(at);
        at = last;
      }
      expect(at).toBe(tokens.length);
    }),
  );
});
