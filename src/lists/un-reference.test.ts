import { describe, expect, it } from 'vitest';
import { unReference } from './un-reference.ts';

describe('a reference of the UN list', () => {
  it.each([
    ['QDe.132', 'QDe.132'],
    ['QDE.132', 'QDe.132'],
    ['qdi.43', 'QDi.043'],
    ['KPe.001.1', 'KPe.001.1'],
  ])('printed %s is %s', (printed, reference) => {
    expect(unReference(printed)).toBe(reference);
  });

  it.each(['N/A', '', 'QDx.132', 'QDe.1324', 'QDe.132 and QDe.133', 'AQD0079'])('is not %s', (printed) => {
    expect(unReference(printed)).toBeNull();
  });
});
