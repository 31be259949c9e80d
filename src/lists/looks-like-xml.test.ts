import { describe, expect, it } from 'vitest';
import { LIMITS } from './limits.ts';
import { xmlRoot } from './looks-like-xml.ts';
import { sourceBytes } from './source-file.ts';

describe('the root of an XML file', () => {
  it.each([
    ['\ufeff<?xml version="1.0"?>\n<!-- <other> --><Sanctions Version="3">', 'Sanctions'],
    ['<sdnList/>', 'sdnList'],
    ['  \n<a:b>', 'a'],
    ['<!-- never closed <a>', null],
    ['<!DOCTYPE a><a>', null],
    ['name,date', null],
    ['', null],
  ])('%j', async (text, root) => {
    expect(await xmlRoot(sourceBytes('x', text), LIMITS)).toBe(root);
  });
});
