import { describe, expect, it } from 'vitest';
import { stripped } from './stripped.ts';

describe('a text without the marks around it', () => {
  it('loses white space and the marks, and keeps those inside', () => {
    expect(stripped(' ,; Quay, the Front; \n', ',;')).toBe('Quay, the Front');
    expect(stripped('.Quay.', '', '.')).toBe('.Quay');
    expect(stripped(' ,\u00a0, ', ',')).toBe('');
    expect(stripped('', ',')).toBe('');
  });
});
