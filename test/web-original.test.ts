import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { originalText } from '../src/intake/index.ts';
import { linesOf, stretchesOf, withoutReferences } from '../web/src/pages/reader/original-lines.ts';
import { placesOf } from '../web/src/pages/reader/original-places.ts';

const PAGE = `<!doctype html><title>Talks held | The Sample Courier</title><style>p > b {}</style>
<nav><a href="/">Home</a> <a href="/w">World</a></nav><h1>Talks held</h1>
<p>The two sides named the <b>Blue Front</b> (BF)<script>var a = "<p>the Blue Front";</script> on Tuesday&nbsp;and
pledged to meet again.</p><!-- <p>the Blue Front again --><aside>Subscribe today</aside>
<p>&ldquo;We&rsquo;re agreed,&rdquo; a minister said of 5 < 6.</p>`;
const EXTRACT = `Talks held

The two sides named the Blue Front (BF) on Tuesday and pledged to meet again.

“We’re agreed,” a minister said of 5 < 6.`;

const stretches = stretchesOf(PAGE, 'html');
const shown = linesOf(PAGE, stretches).map((line) =>
  withoutReferences(line.map(({ start, end }) => PAGE.slice(start, end)).join(''))
    .replace(/\s+/g, ' ')
    .trim(),
);

describe('the original beside what was read', () => {
  it('shows the words of a page line by line, and no tag, script or comment', () => {
    expect(shown).toEqual([
      'Talks held | The Sample Courier',
      'Home World',
      'Talks held',
      'The two sides named the Blue Front (BF) on Tuesday and pledged to meet again.',
      'Subscribe today',
      '“We’re agreed,” a minister said of 5 < 6.',
    ]);
  });

  it('shows a text of no tags as it stands, angle brackets and all', () => {
    const text = 'From: a <a@b.example>\n\n<p>Blue Front</p>\n';
    expect(
      linesOf(text, stretchesOf(text, 'eml')).map(([line]) => text.slice(line?.start, line?.end)),
    ).toEqual(['From: a <a@b.example>', '<p>Blue Front</p>']);
  });

  it('finds each stretch of the extract in it, the report rather than the title above it', () => {
    const places = placesOf(PAGE, stretches, EXTRACT);
    const found = (words: string) => {
      const start = EXTRACT.indexOf(words);
      const place = places.of(start, start + words.length);
      return place === null ? null : PAGE.slice(place.start, place.end);
    };
    expect(found('Blue Front')).toBe('Blue Front');
    expect(places.of(0, 10)?.start).toBe(PAGE.indexOf('<h1>') + 4);
    expect(found('Tuesday and')).toBe('Tuesday&nbsp;and');
    expect(found('We’re agreed')).toBe('We&rsquo;re agreed');
    expect(places.isTaken(PAGE.indexOf('Subscribe'), PAGE.indexOf('</aside>'))).toBe(false);
    expect(places.isTaken(PAGE.indexOf('pledged'), PAGE.indexOf('again.'))).toBe(true);
  });

  it('finds nothing of a text that it does not hold', () => {
    expect(placesOf(PAGE, stretches, 'Quite other words stand here').of(0, 28)).toBeNull();
  });

  it('cuts any text into stretches without a gap, and finds a pasted text in itself', () => {
    const texts = fc.stringMatching(/^[ab<>/!&;\- \n]{0,60}$/);
    fc.assert(
      fc.property(texts, fc.constantFrom('html', 'text'), (text, format) => {
        const all = stretchesOf(text, format);
        expect(all.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
      }),
    );
    fc.assert(
      fc.property(fc.lorem({ maxCount: 40 }), (text) => {
        expect(placesOf(text, stretchesOf(text, 'text'), text).of(0, text.length)).toEqual({
          start: 0,
          end: text.replace(/\W+$/, '').length,
        });
      }),
    );
  });

  it.each(['<', '<!--', '<script>', '&#', 'a '])('takes a hostile run of "%s" in its stride', (piece) => {
    const text = piece.repeat(100_000);
    const from = process.cpuUsage();
    const all = stretchesOf(text, 'html');
    linesOf(text, all);
    withoutReferences(text);
    placesOf(text, all, text.slice(0, 100_000));
    expect(process.cpuUsage(from).user / 1000).toBeLessThan(2000);
  });

  it('leaves no reference that would turn the words around it', () => {
    expect(withoutReferences('a&#x202E;b&#65;&unknown;&#99999999;')).toBe('a&#x202E;bA&unknown;&#99999999;');
  });

  it('is had of what is text, in its own characters, cut where it is very long, and of nothing else', () => {
    const bytes = (text: string) => new TextEncoder().encode(text);
    expect(originalText(bytes('<p>é'))).toEqual({ text: '<p>é', cut: false });
    expect(originalText(Uint8Array.of(0x3c, 0x70, 0x3e, 0xe9), { charset: 'iso-8859-1' })?.text).toBe('<p>é');
    expect(originalText(bytes('x'.repeat(400_001)))).toMatchObject({ cut: true });
    expect(originalText(bytes('%PDF-1.7\n'))).toBeNull();
  });
});
