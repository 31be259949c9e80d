import { describe, expect, it } from 'vitest';
import { readPage } from './html.ts';
import { LIMITS } from './limits.ts';
import { refusal } from './reading-for-test.ts';
import { sourceBytes } from './source-file.ts';

const page = (body: string) =>
  `<!DOCTYPE html>\n<html><head><title>x</title></head><body>${body}</body></html>\n`;
const tables = async (text: string) =>
  (await readPage('xx-list', sourceBytes('p.html', text), LIMITS)).tables;

describe('a page', () => {
  it('gives its tables with the text before each, spaces squeezed', async () => {
    const text = page(
      '<h1>Harbours</h1>of <b>Rur</b>itania<table><thead><tr><th>No</th><th> Name </th></tr></thead>' +
        '<tr><td>1<td>Quay<br>Front &amp;\n  Sons<tr><td>2</td></tr></table>and<table></table>',
    );
    expect(await tables(text)).toEqual([
      {
        before: 'Harbours of Ruritania',
        rows: [['No', 'Name'], ['1', 'Quay Front & Sons'], ['2']],
      },
      { before: 'and', rows: [] },
    ]);
  });

  it('has a table inside a cell as a table by itself', async () => {
    const text = page(
      '<table><tr><td>a<table><tr><td>b</td></tr></table>c</td><td>d</td></tr></table><p>e</p>',
    );
    expect((await tables(text)).map(({ rows }) => rows)).toEqual([[['ac', 'd']], [['b']]]);
  });

  it('runs no script and shows no style', async () => {
    const text = page(
      '<script>document.write("<table><tr><td>x</td></tr></table>")</script>' +
        '<table><tr><td>1<style>td{}</style><script>2</script><!-- 3 --></td></tr></table>',
    );
    expect(await tables(text)).toEqual([{ before: '', rows: [['1']] }]);
  });

  it('gives its running text in pieces, each with the element that it stands in', async () => {
    const text = page(
      '<h2>Harbours  of <b>Ruritania</b></h2>loose<p>One<br>two</p><ul><li>Quay<li>Pier<ul><li>Mole</ul></ul>' +
        '<script>no</script><table><tr><td>7</td></tr></table><p> </p>',
    );
    const { blocks } = await readPage('xx-list', sourceBytes('p.html', text), LIMITS);
    expect(blocks.map((block) => `${block.element} ${block.text}`)).toEqual([
      'H2 Harbours of Ruritania',
      'BODY loose',
      'P One two',
      'LI Quay',
      'LI Pier',
      'LI Mole',
      'TD 7',
    ]);
  });

  it('is gone through however deep it is', async () => {
    const deep = '<div>'.repeat(5_000);
    expect(await tables(page(`${deep}<table><tr><td>1</td></tr></table>`))).toEqual([
      { before: '', rows: [['1']] },
    ]);
  });

  it.each([
    ['nothing at all', ' \n', 'ENT_LIST_EMPTY'],
    ['no page', 'a,b\n<table></table>', 'ENT_LIST_OTHER'],
    ['other XML', '<?xml version="1.0"?><list/>', 'ENT_LIST_OTHER'],
    ['a page cut short', page('<table></table>').slice(0, -10), 'ENT_LIST_HTML'],
    ['too many elements', page('<b>'.repeat(40_001)), 'ENT_LIST_TOO_LARGE'],
    ['too deep a page', page('<div>'.repeat(6_100)), 'ENT_LIST_TOO_LARGE'],
    ['a paragraph without end', page(`<p>${'quay '.repeat(30_000)}</p>`), 'ENT_LIST_TOO_LARGE'],
    ['too many bytes', page(' '.repeat(9 * 1024 * 1024)), 'ENT_LIST_TOO_LARGE'],
  ])('is refused for %s', async (_, text, code) => {
    const error = await refusal(tables(text));
    expect(error.code).toBe(code);
    expect(error.message).toMatch(/^p\.html/);
  });
});
