import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { groupJsonSchema } from './json-schema.ts';

const FILE = resolve(import.meta.dirname, '../../record/schema.json');

describe('the JSON Schema for editors', () => {
  it('is the one that the format makes (vitest -u writes it anew)', async () => {
    await expect(groupJsonSchema()).toMatchFileSnapshot(FILE);
  });

  it('knows every key of a group file and allows no other', () => {
    const schema = JSON.parse(groupJsonSchema());
    expect(schema.additionalProperties).toBe(false);
    expect(Object.keys(schema.properties)).toEqual([
      'id',
      'caption',
      'schema',
      'sources',
      'names',
      'founded',
      'firstNamed',
      'countries',
      'relations',
      'designations',
      'sharedNames',
      'differs',
    ]);
    expect(schema.required).toEqual(['id', 'caption', 'schema', 'names']);
  });
});
