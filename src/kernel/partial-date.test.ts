import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareDates,
  dateBounds,
  day,
  formatDate,
  parseDate,
  parseMoment,
  parseXsDate,
  tryParseDate,
} from './partial-date.ts';

const pad = (n: number, width = 2) => String(n).padStart(width, '0');
const aDay = fc
  .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9998-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const simple = fc.oneof(
  aDay,
  aDay.map((text) => text.slice(0, 7)),
  aDay.map((text) => text.slice(0, 4)),
  aDay.map((text) => `${text.slice(0, 4)}~`),
  fc.tuple(aDay, fc.nat(23), fc.nat(59)).map(([text, h, m]) => `${text}T${pad(h)}:${pad(m)}+05:30`),
);
const anEdtf = fc.oneof(
  simple,
  simple.map((text) => `${text}/..`),
  simple.map((text) => `../${text}`),
  fc.tuple(aDay, aDay).map(([a, b]) => (a <= b ? `${a}/${b}` : `${b}/${a}`)),
);

describe('a date as precise as its source', () => {
  it('is written back as it was read', () => {
    fc.assert(
      fc.property(anEdtf, (text) => {
        expect(formatDate(parseDate(text))).toBe(text);
      }),
    );
  });

  it('never throws anything but its own error, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[-0-9T:/.~Z+]{0,40}$/)), (text) => {
        const date = tryParseDate(text);
        if (date !== null) expect(tryParseDate(formatDate(date))).toEqual(date);
      }),
      { numRuns: 3000 },
    );
  });

  it('spans all points that it may mean, and the span of a part lies in the span of the whole', () => {
    fc.assert(
      fc.property(aDay, (text) => {
        const [d, m, y] = [text, text.slice(0, 7), text.slice(0, 4)].map((part) =>
          dateBounds(parseDate(part)),
        );
        expect((y?.from ?? '') <= (m?.from ?? '') && (m?.from ?? '') <= (d?.from ?? '')).toBe(true);
        expect((d?.to ?? '') <= (m?.to ?? '') && (m?.to ?? '') <= (y?.to ?? '')).toBe(true);
      }),
    );
    expect(dateBounds(parseDate('2024-02'))).toEqual({ from: '2024-02-01', to: '2024-03-01' });
    expect(dateBounds(parseDate('1999-12'))).toEqual({ from: '1999-12-01', to: '2000-01-01' });
    expect(dateBounds(parseDate('1960/..'))).toEqual({ from: '1960-01-01', to: null });
  });

  it.each([
    '2023-02-29',
    '2023-13',
    '2023-00',
    '0000',
    '23',
    '2023-1-1',
    '2023-01-32',
    '2023/2022',
    '../..',
    '/',
    '2023-01-01T25:00Z',
    '2023-01-01T10:00',
    '',
    `${'1'.repeat(200)}`,
  ])('refuses %j', (text) => {
    expect(() => parseDate(text)).toThrowError(
      expect.objectContaining({ code: 'ENT_DATE_SYNTAX', status: 'refused' }),
    );
  });

  it('takes the calendar day of an XML date that carries a zone', () => {
    expect(parseXsDate('2015-03-27-04:00')).toEqual(day('2015-03-27'));
    expect(parseXsDate('2015-03-27Z')).toEqual(day('2015-03-27'));
  });

  it('sorts by what it may mean first, then by how long', () => {
    const texts = ['2019-07-02', '2019', '../2018', '2019-07', '2018~'];
    expect(texts.map(parseDate).sort(compareDates).map(formatDate)).toEqual([
      '../2018',
      '2018~',
      '2019',
      '2019-07',
      '2019-07-02',
    ]);
  });

  it('asks a question only about one moment', () => {
    expect(parseMoment('2018-12-31')).toBe('2018-12-31');
    expect(parseMoment('2018-12-31T05:30:00+05:30')).toBe('2018-12-31');
    expect(parseMoment('2018-12-31T12:00:00Z')).toBe('2018-12-31T12:00:00.000Z');
    for (const vague of ['2018', '2018-12', '2018-12-31~', '2018-12-31/..']) {
      expect(() => parseMoment(vague)).toThrowError(expect.objectContaining({ code: 'ENT_DATE_SYNTAX' }));
    }
  });
});
