import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ReadingLog } from './reading-log.ts';
import { tidy } from './tidy.ts';

const tidied = (text: string) => {
  const log = new ReadingLog();
  const value = tidy(text, { log, place: { file: 'f', line: 1 } });
  return { value, notes: log.notes().map((note) => `${note.kind}: ${note.text}`) };
};

describe('a printed value', () => {
  it('has its white space squeezed, whatever it is made of', () => {
    expect(tidied(' QUAY \r\n\t  FRONT\u00a0 ').value).toBe('QUAY FRONT');
    expect(tidied('QUAY FRONT')).toEqual({ value: 'QUAY FRONT', notes: [] });
  });

  it('loses bidirectional controls and other controls, and each is reported', () => {
    expect(tidied('QU\u202eAY\u2069\u0000 \u0007X')).toEqual({
      value: 'QUAY X',
      notes: [
        'bidi-removed: removed U+202E, U+2069 from a value',
        'control-removed: removed U+0000, U+0007 from a value',
      ],
    });
  });

  it('has Windows-1252 quotes mended that came through as C1 controls', () => {
    expect(tidied('Lantern\u0092s \u0093Quay\u0094 \u0081')).toEqual({
      value: 'Lantern’s “Quay”',
      notes: ['encoding-mended: read U+0092, U+0093, U+0094, U+0081 as Windows-1252'],
    });
  });

  it('keeps the joiners that Persian and Urdu spell with, and all letters', () => {
    const name = 'می\u200cخواهم — Öskö 港口';
    expect(tidied(name)).toEqual({ value: name, notes: [] });
  });

  it('is never changed by a second look', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const once = tidied(text).value;
        expect(tidied(once)).toEqual({ value: once, notes: [] });
      }),
    );
  });
});
