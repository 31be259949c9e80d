import { describe, expect, it } from 'vitest';
import { LIMITS } from './limits.ts';
import { refusal } from './reading-for-test.ts';
import { sourceBytes } from './source-file.ts';
import { readXml, type XmlElement, type XmlFormat } from './xml.ts';

const FORMAT: XmlFormat = {
  list: 'xx-list',
  root: 'list',
  namespaces: [null],
  records: new Set(['entry']),
  content: { group: { entry: { name: 'text', address: { city: 'text' }, old: 'unread' } } },
};

async function elementsOf(text: string, limits = LIMITS) {
  const elements: XmlElement[] = [];
  for await (const batch of readXml(sourceBytes('f.xml', text), limits, FORMAT)) elements.push(...batch);
  return elements;
}

const list = (inside: string) => `<list><group>${inside}</group></list>`;

describe('XML', () => {
  it('gives each record whole, with the line that it begins on', async () => {
    const text = list(
      '\n<entry>\n<name>A &amp; <![CDATA[<B>]]></name><old x="1"><y>z</y></old></entry>\n<entry/>',
    );
    expect(await elementsOf(text)).toEqual([
      {
        name: 'entry',
        text: '',
        line: 2,
        children: [{ name: 'name', text: 'A & <B>', line: 3, children: [] }],
      },
      { name: 'entry', text: '', line: 4, children: [] },
    ]);
  });

  it('keeps the attributes that the format names, and refuses others', async () => {
    const format: XmlFormat = {
      ...FORMAT,
      content: { group: { entry: { '@id': 'text', '@note': 'text', name: 'text' } } },
    };
    const read = async (text: string) => {
      const elements: XmlElement[] = [];
      for await (const batch of readXml(sourceBytes('f.xml', text), LIMITS, format)) elements.push(...batch);
      return elements.map(({ attributes }) => attributes);
    };
    expect(await read(list('<entry id="7" note="A &amp; B"/><entry/>'))).toEqual([
      { id: '7', note: 'A & B' },
      undefined,
    ]);
    for (const strange of ['<entry shoe="1"/>', '<entry><name id="7"/></entry>', '<entry __proto__="1"/>']) {
      expect((await refusal(read(list(strange)))).code, strange).toBe('ENT_LIST_FIELD');
    }
  });

  it('may declare the schema instance and its own encoding, and hold comments', async () => {
    const xsi = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
    const text = `<?xml version="1.0" encoding="utf-8"?><!-- <x> --><list ${xsi}><group ${xsi}><entry/></group></list>`;
    expect(await elementsOf(text)).toHaveLength(1);
  });

  it.each([
    [
      'elements too deep',
      list('<entry><old><a><b><c/></b></a></old></entry>'),
      { depth: 5 },
      '5 elements inside',
    ],
    ['too many records', list('<entry/>'.repeat(4)), { records: 3 }, '3 records'],
    [
      'a text too long',
      list(`<entry><name>${'a'.repeat(200)}</name></entry>`),
      { text: 100 },
      '100 characters',
    ],
    [
      'an attribute too long',
      list(`<entry x="${'a'.repeat(200_000)}"/>`),
      { text: 100_000 },
      '100000 characters',
    ],
    [
      'a CDATA section too long',
      list(`<entry><name><![CDATA[${'<a'.repeat(200)}]]></name></entry>`),
      { text: 100 },
      '100 characters',
    ],
  ])('is refused for %s', async (_, text, caps, words) => {
    const error = await refusal(elementsOf(text, { ...LIMITS, ...caps }));
    expect(error.code).toBe('ENT_LIST_TOO_LARGE');
    expect(error.message).toContain(words);
  });

  it('names the line, the column and the path of what it does not know', async () => {
    const error = await refusal(elementsOf(list('\n<entry><address><street/></address></entry>')));
    expect(error.place).toEqual({ file: 'f.xml', line: 2, column: 26, path: 'list/group/entry/address' });
    expect(error.message).toContain('unknown element <street>');
  });

  it('is refused as another list for its root, its namespace, or for being none', async () => {
    for (const text of ['<other/>', '<list xmlns="http://example.org/"/>', '  name,date', '{"a":1}']) {
      expect((await refusal(elementsOf(text))).code).toBe('ENT_LIST_OTHER');
    }
  });

  it('is refused for a document type before it is read, however long', async () => {
    const error = await refusal(
      elementsOf(`<?xml version="1.0"?>\n<!DOCTYPE list [${'<!ENTITY a "b">'.repeat(99_999)}`),
    );
    expect(error.code).toBe('ENT_LIST_DOCTYPE');
  });

  it('of a name that objects have by themselves is unknown like any other', async () => {
    const error = await refusal(elementsOf(list('<constructor/>')));
    expect(error.code).toBe('ENT_LIST_FIELD');
  });
});
