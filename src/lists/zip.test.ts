import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unzipped, ZipFault, zipped } from './zip.ts';

const CAPS = { entries: 10, bytes: 10_000 };
const files = fc.uniqueArray(
  fc.tuple(fc.stringMatching(/^[a-z/]{1,12}$/), fc.uint8Array({ maxLength: 300 })),
  { selector: ([name]) => name, maxLength: 6 },
);

describe('an archive', () => {
  it('gives back what was put into it', () => {
    fc.assert(
      fc.property(files, fc.boolean(), (some, deflate) => {
        const back = unzipped(zipped(some, deflate), CAPS);
        expect([...back].map(([name, content]) => [name, [...content]])).toEqual(
          some.map(([name, content]) => [name, [...content]]),
        );
      }),
    );
  });

  it('that is damaged anywhere is refused in our words, or its files are whole', () => {
    const content = Buffer.from('harbour '.repeat(40));
    const whole = zipped([['a.xml', content]], true);
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), fc.boolean(), (at, by, cut) => {
        const damaged = Buffer.from(cut ? whole.subarray(0, at) : whole);
        if (!cut) damaged[at] = (damaged[at] ?? 0) ^ by;
        try {
          for (const file of unzipped(damaged, CAPS).values()) expect([...file]).toEqual([...content]);
        } catch (error) {
          expect(error).toBeInstanceOf(ZipFault);
        }
      }),
    );
  });

  it('is refused beyond a cap, whatever its directory says of sizes', () => {
    const bomb = Buffer.from(zipped([['a', Buffer.alloc(20_000)]], true));
    const directory = bomb.length - 22 - 47;
    bomb.writeUInt32LE(1, directory + 24);
    expect(() => unzipped(bomb, CAPS)).toThrow(ZipFault);
    const many = zipped(Array.from({ length: 11 }, (_, index) => [`${index}`, Buffer.of(1)] as const));
    expect(() => unzipped(many, CAPS)).toThrow('too many files');
    const twice = zipped([
      ['a', Buffer.of(1)],
      ['a', Buffer.of(2)],
    ]);
    expect(() => unzipped(twice, CAPS)).toThrow('twice');
  });
});
