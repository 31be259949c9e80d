import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameInNote, namesInNote, splitNames, splitOriginals } from './split-names.ts';

const texts = (field: string) => splitNames(field).map((name) => name.text);

describe('a field that prints several names', () => {
  it.each([
    ['one name', 'Osko Vellaran', ['Osko Vellaran']],
    ['names between semicolons', 'Osko; Oscar ; Oskar;', ['Osko', 'Oscar', 'Oskar']],
    ['a name with one in another script', 'Veli (Вели)', ['Veli', 'Вели']],
    ['the same with a label', 'Veli (original script: Вели)', ['Veli', 'Вели']],
    ['transliterations in brackets', 'أبو (Abu; Abou)', ['أبو', 'Abu', 'Abou']],
    ['brackets inside the brackets', 'جبهة (Harbour Front (HF))', ['جبهة', 'Harbour Front (HF)']],
    [
      'a label inside the brackets',
      'Front (HF) (جبهة (original script); Harbour Front; Quay Front)',
      ['Front (HF)', 'جبهة', 'Harbour Front', 'Quay Front'],
    ],
    ['two scripts without brackets', 'Agha Veli اغا فيلي', ['Agha Veli', 'اغا فيلي']],
    ['a comma left over', 'Tam Veli (تام فيلي ),', ['Tam Veli', 'تام فيلي']],
    ['nothing but marks', ' ; , ', []],
  ])('is split: %s', (_, field, expected) => {
    expect(texts(field)).toEqual(expected);
  });

  it.each([
    'North Quay Front (NQF)',
    'Lom Butay (Butaev)',
    'Front for the Quay/the Pier',
    '港口(北)公司',
    'Leader (Old Quay) Trading Limited',
    'QUAY OFFICE (ROADS',
    'Tam b) M. Veli',
  ])('is not split: %s', (field) => {
    expect(texts(field)).toEqual([field]);
  });

  it.each([
    ['The Lamp (combat name)', 'The Lamp', 'combat name', false],
    ['Osko Tamm (previously listed as)', 'Osko Tamm', 'previously listed as', true],
    ['Quay Office (KPE.018)', 'Quay Office', 'KPE.018', false],
    ['Osko Drey, born 1 Jan. 1963 (passport 7)', 'Osko Drey', 'born 1 Jan. 1963 (passport 7)', false],
  ])('%s has a note that is no part of the name', (field, text, note, former) => {
    expect(splitNames(field)).toEqual([{ text, note, former }]);
  });

  it('never fails, hangs or makes up letters, whatever it is given', () => {
    const piece = fc.constantFrom(
      'Osko',
      'Вели',
      'أبو',
      '(',
      ')',
      ';',
      ', born in ',
      '7',
      '(original script',
      ':',
      ' ',
      '(combat name)',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')),
        (field) => {
          for (const { text } of splitNames(field)) {
            expect(text).toBe(text.trim());
            expect(field).toContain(text);
          }
        },
      ),
    );
    for (const char of ['(', ')', ';', ' ', ',']) expect(splitNames(char.repeat(200_000))).toEqual([]);
    expect(splitNames(`A ${'(A '.repeat(1_300)}`)).toHaveLength(1);
  });
});

describe('the field for names in the original script', () => {
  it('may print two, and a language in brackets', () => {
    expect(splitOriginals('جبهة / Порт; 港口').map(({ text }) => text)).toEqual(['جبهة', 'Порт', '港口']);
    expect(splitOriginals('ኤርሚኣስ (Tigrinya)')).toEqual([{ text: 'ኤርሚኣስ', note: 'Tigrinya', former: false }]);
  });
});

describe('a note beside a name', () => {
  it('may give it in its own script', () => {
    expect(nameInNote('original script: Белый')).toEqual({ text: 'Белый', whole: true });
    expect(nameInNote('Previously listed as. In Arabic: أبو')).toEqual({ text: 'أبو', whole: false });
    expect(nameInNote('nom de guerre')).toBeNull();
    expect(nameInNote('in prison: since 2019')).toBeNull();
  });

  it('may be nothing but transliterations', () => {
    expect(namesInNote('Abu Misbah; Abou Misbah')).toEqual(['Abu Misbah', 'Abou Misbah']);
    expect(namesInNote('Abu Misbah')).toEqual([]);
    expect(namesInNote('born in 1965; passport 77')).toEqual([]);
  });
});
