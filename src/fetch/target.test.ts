import { describe, expect, it } from 'vitest';
import { mediaTypeOf } from './media-type.ts';
import { backOff, retryAfter } from './retry.ts';
import { printableAddress } from './target.ts';
import { userAgentOf } from './user-agent.ts';
import { vouchFor } from './vouched.ts';

describe('an address that is shown', () => {
  it.each([
    ['https://ann:secret@example.org/a#b', 'https://example.org/a'],
    ['https://example.org/f?token=abc&lang=en', 'https://example.org/f?token=…&lang=en'],
    [
      'https://s3.example/f?X-Amz-Credential=a&X-Amz-Signature=b&sig=c',
      'https://s3.example/f?X-Amz-Credential=…&X-Amz-Signature=…&sig=…',
    ],
    ['https://example.org/f?q=%26%20x', 'https://example.org/f?q=%26%20x'],
    ['no url', '"no url"'],
  ])('%s becomes %s', (address, shown) => {
    expect(printableAddress(address)).toBe(shown);
  });
});

describe('hosts that are vouched for', () => {
  it('are names, addresses and blocks, and nothing else by the way', () => {
    const vouched = vouchFor(['Mirror.example', '10.1.0.0/16', 'fd00::1']);
    expect(['mirror.EXAMPLE', '10.1.2.3', 'fd00::1'].map(vouched.host)).toEqual([true, true, true]);
    expect(['a.mirror.example', '10.2.0.1', 'fd00::2', '::1'].map(vouched.host)).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(vouched.address('mirror.example')).toBe(false);
  });

  it.each(['10.0.0.0/33', 'a b', 'https://example.org', '10.0.0.0/8/8', ''])('are not "%s"', (entry) => {
    expect(() => vouchFor([entry])).toThrowError(expect.objectContaining({ code: 'ENT_FETCH_SETTING' }));
  });
});

describe('Retry-After', () => {
  const now = Date.parse('2026-11-24T12:00:00Z');
  it.each([
    ['120', 120_000],
    ['0', 0],
    ['Tue, 24 Nov 2026 12:00:30 GMT', 30_000],
    ['Tue, 24 Nov 2026 11:00:00 GMT', 0],
    ['-5', null],
    ['soon', null],
    [null, null],
  ])('"%s" is %s ms', (header, ms) => {
    expect(retryAfter(header, now)).toBe(ms);
  });

  it('otherwise doubles, never beyond twice the pause before', () => {
    for (const attempt of [1, 2, 3]) {
      expect(backOff(attempt, 0)).toBeGreaterThanOrEqual(250);
      expect(backOff(attempt + 1, 0)).toBe(backOff(attempt, 1));
    }
  });
});

describe('headers', () => {
  it('give a media type without parameters, or none', () => {
    expect(
      ['text/XML; charset=utf-8', ' application/atom+xml ', 'nonsense', '', null].map(mediaTypeOf),
    ).toEqual(['text/xml', 'application/atom+xml', null, null, null]);
  });

  it('say who asks, in characters that a header can hold', () => {
    expect(userAgentOf('1.0', 'desk@example.org')).toBe(
      'Entente/1.0 (reads official lists and public statements; desk@example.org)',
    );
    expect(userAgentOf('1.0', 'a\r\nx: y(é)')).toBe(
      'Entente/1.0 (reads official lists and public statements; ax: y)',
    );
    expect(userAgentOf('1.0', null)).toBe('Entente/1.0 (reads official lists and public statements)');
  });
});
