import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, desk } from './support/cli.ts';

const FIXTURES = resolve(import.meta.dirname, '../src/intake/fixtures');
const inputOf = (name: string) =>
  join(FIXTURES, name, readdirSync(join(FIXTURES, name)).find((file) => file.startsWith('input.')) ?? '');
const expectedOf = (name: string) => JSON.parse(readFileSync(join(FIXTURES, name, 'expected.json'), 'utf8'));

describe('entente read, of what publishers send', () => {
  let at: Desk;
  beforeAll(async () => {
    at = desk();
    await at.entente('init');
  }, 60_000);
  afterAll(() => at.close());

  const put = (name: string, content: string | Uint8Array): string => {
    const path = join(at.folder, name);
    writeFileSync(path, content);
    return path;
  };

  it.each([
    'html-wire-page',
    'pdf-release',
    'eml-multipart',
    'newsml-g2-item',
    'ninjs-1',
    'nitf-kill',
    'text-wire',
    'html-json-ld-only',
  ])('%s: reads its words, and every quotation is in them', async (name) => {
    const outcome = await at.entente('read', inputOf(name), '--json');
    expect(outcome.code).toBe(0);
    const reading = outcome.json();
    expect(reading.document.text).toBe(expectedOf(name).items[0].text);
    const spans: any[] = [];
    JSON.stringify(reading, (_, value) => {
      if (typeof value?.quote === 'string' && typeof value.start === 'number') spans.push(value);
      return value;
    });
    if (name.startsWith('html')) expect(spans.length).toBeGreaterThan(0);
    for (const { quote, start, end } of spans) expect(reading.document.text.slice(start, end)).toBe(quote);
  });

  it('says before the reading that a document withdraws or corrects a report, and who sent it', async () => {
    const killed = await at.entente('read', inputOf('nitf-kill'));
    expect(killed.err).toMatch(/WITHDRAWS an earlier report/);
    expect(killed.err).toMatch(/^from Plateau News Agency.*as its own fields say$/m);
    const corrected = put(
      'corrected.txt',
      'CORRECTED-Bomb kills three\n\n(Corrects number of dead to three)\n\nQUETTA: A bomb killed three men.\n',
    );
    expect((await at.entente('read', corrected)).err).toMatch(/it corrects an earlier version/);
  });

  it('keeps what a file says of itself: dates where they stood, names told apart, its signal', async () => {
    const kept = await at.entente('read', inputOf('html-wire-page'), '--keep', '--json');
    expect(kept.code).toBe(0);
    const { documents } = (await at.entente('document', 'list', '--json')).json();
    expect(documents).toMatchObject([
      {
        publisher: 'The Harbour Chronicle',
        agency: 'Press Trust of India',
        author: null,
        format: 'html',
        day: '2026-08-13',
      },
    ]);
    const places = documents[0].dates.map(({ where }: any) => where);
    expect(places).toEqual(
      expect.arrayContaining([
        'json-ld NewsArticle.datePublished',
        'meta article:modified_time',
        'page stamp',
      ]),
    );
  });

  it('refuses by name and place what is no document, and reads nothing of it', async () => {
    const cases: readonly (readonly [string, string | Uint8Array, RegExp])[] = [
      [
        'cut.xml',
        readFileSync(inputOf('newsml-g2-item')).subarray(0, 900),
        /cut\.xml:\d+:\d+.*ENT_INTAKE_MALFORMED/,
      ],
      [
        'entities.xml',
        '<!DOCTYPE nitf [<!ENTITY a "b">]><nitf>&a;</nitf>',
        /entities\.xml:1:.*ENT_INTAKE_DOCTYPE/,
      ],
      ['picture.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]), /picture\.png.*ENT_INTAKE_FORMAT/],
      ['broken.pdf', '%PDF-1.4 nothing more', /broken\.pdf.*ENT_INTAKE_MALFORMED/],
      ['many.xml', readFileSync(inputOf('rss-full-text')), /holds 3 items.*ENT_INTAKE_MANY/],
      ['empty.html', '<html><body><script>1</script></body></html>', /empty\.html.*ENT_INTAKE_EMPTY/],
    ];
    for (const [name, content, message] of cases) {
      const { code, out, err } = await at.entente('read', put(name, content));
      expect({ name, code, out, err }).toEqual({
        name,
        code: 3,
        out: '',
        err: expect.stringMatching(message),
      });
    }
  });

  it('is not led by a file’s name, and takes its standard input alike', async () => {
    const copy = join(at.folder, 'report.txt');
    copyFileSync(inputOf('eml-html-only'), copy);
    expect((await at.entente('read', copy, '--json')).json().document.text).toContain(
      '\u201cAzure River Front\u201d',
    );
    const piped = desk({ stdin: readFileSync(inputOf('nitf-kill'), 'utf8') });
    copyFileSync(at.store, piped.store);
    expect((await piped.entente('read', '-', '--json')).json().document.text).toContain(
      'Three guards were hurt',
    );
    piped.close();
  });
});
