import { describe, expect, it } from 'vitest';
import { CAPS } from './caps.ts';
import { readDate } from './dates.ts';
import { receive, receiveAll } from './receive.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'read',
    (error: { readonly code: string; readonly message: string }) => `${error.code} ${error.message}`,
  );

describe('what bytes are', () => {
  it('is told by their content, whatever they are called', async () => {
    const page = '<!doctype html><title>A</title><p>Police arrested two men in Kesh.</p>';
    expect((await receive(bytes(page), { mediaType: 'text/plain', name: 'a.txt' })).format).toBe('html');
    expect((await receive(bytes('Police arrested two men.'), { mediaType: 'text/html' })).format).toBe(
      'html',
    );
    expect((await receive(bytes('From: a\n\nNot a mail.'), { name: 'a.txt' })).format).toBe('text');
    expect((await receive(bytes('{ braces in prose } are text'))).format).toBe('text');
  });

  it('is refused where it is no document', async () => {
    expect(await code(receive(new Uint8Array([0x50, 0x4b, 3, 4]), { name: 'a.docx' }))).toBe(
      'ENT_INTAKE_FORMAT a.docx: not a format that is read: it is a ZIP file or an office document',
    );
    expect(await code(receive(bytes('{"a":1}')))).toContain('neither a JSON Feed nor ninjs');
    expect(await code(receive(bytes('<?xml version="1.0"?><svg/>')))).toContain('XML that begins with <svg>');
    expect(await code(receive(bytes(' \n ')))).toContain('ENT_INTAKE_EMPTY');
    expect(await code(receive(new Uint8Array()))).toContain('ENT_INTAKE_EMPTY');
    expect(await code(receive(new Uint8Array(200).fill(0)))).toContain('ENT_INTAKE_E');
  });

  it('is a mail also where it has lost its date', async () => {
    const mail =
      'From: a@wire.example\r\nSubject: Blast in Kesh\r\nContent-Type: text/plain\r\n\r\nTwo hurt.\r\n';
    expect(await receive(bytes(mail))).toMatchObject({ format: 'eml', headline: 'Blast in Kesh', dates: [] });
    const memo = 'From: the desk\nTo: all\nSubject: tea\n\nTwo men were arrested.';
    expect((await receive(bytes(memo))).format).toBe('text');
  });

  it('is refused where a JSON Feed has no list of items, and not called empty', async () => {
    const feed = '{"version":"https://jsonfeed.org/version/1.1","title":"W","items":{"a":1}}';
    expect(await code(receiveAll(bytes(feed)))).toContain('malformed JSON Feed: its items are no list');
  });

  it('is one document or a refusal that says how many', async () => {
    const feed =
      '<rss version="2.0"><channel><item><title>A b</title></item><item><title>C d</title></item></channel></rss>';
    expect(await code(receive(bytes(feed)))).toContain('this rss holds 2 items');
    expect(
      (await receiveAll(bytes('<rss version="2.0"><channel><title>Empty</title></channel></rss>'))).items,
    ).toEqual([]);
  });
});

describe('character sets', () => {
  const cafe = (head: string, ...tail: number[]) => new Uint8Array([...bytes(head), ...tail]);
  it('come from the mark, the host, the file itself, and else are UTF-8 or windows-1252', async () => {
    const said = 'The minister said \u201cno\u201d \u2013 twice.';
    const wide = new Uint8Array([
      0xff,
      0xfe,
      ...[...said].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]),
    ]);
    expect((await receive(wide)).text).toBe(said);
    const smart = cafe('The minister said ', 0x93, 0x6e, 0x6f, 0x94, 0x2e);
    expect(await receive(smart)).toMatchObject({
      text: 'The minister said \u201cno\u201d.',
      notes: ['not UTF-8; read as windows-1252'],
    });
    const cyrillic = cafe('Police ', 0xcf, 0xee);
    expect((await receive(cyrillic, { charset: 'windows-1251' })).text).toBe('Police По');
    const declared = cafe(
      '<?xml version="1.0" encoding="windows-1251"?><rss version="2.0"><channel><item><title>',
      0xcf,
      0xee,
      ...bytes('</title></item></channel></rss>'),
    );
    expect((await receive(declared)).headline).toBe('По');
    const lying = await receive(bytes('<meta charset=iso-8859-1><p>Café attacked in Kesh, police say</p>'));
    expect(lying.text).toContain('Café');
    expect(lying.notes[0]).toContain('read as UTF-8');
  });
});

describe('dates', () => {
  it.each([
    ['Wed, 13 Aug 2025 12:48:00 +0530', '2025-08-13T12:48:00+05:30'],
    ['13 Aug 25 12:48 GMT', '2025-08-13T12:48:00Z'],
    ['Wed, 13 Aug 2025 12:48:00 IST', '2025-08-13'],
    ['20250813T124800Z', '2025-08-13T12:48:00Z'],
    ['20250813', '2025-08-13'],
    ['2025-08-13 12:48:00+0500', '2025-08-13T12:48:00+05:00'],
    ['2025-08-13T12:48:00.123Z', '2025-08-13T12:48:00Z'],
    ['2025-08-13T12:48:00', '2025-08-13'],
    ['August 13, 2025 12:48 PM PKT', '2025-08-13T12:48:00+05:00'],
    ['2025-02-30', null],
    ['yesterday', null],
    ['', null],
  ])('%s is %s', (raw, expected) => {
    expect(readDate(raw)).toBe(expected);
  });
});

describe('untrusted input', () => {
  it('has its bidirectional controls taken out and told', async () => {
    const { text, notes } = await receive(bytes('The \u202eALB\u202c attacked a post.'));
    expect({ text, notes }).toEqual({
      text: 'The ALB attacked a post.',
      notes: ['bidi controls removed: U+202C, U+202E'],
    });
    expect((await receive(bytes('می\u200cخواهم'))).text).toContain('\u200c');
  });

  it('has no entities and no document type of its own', async () => {
    const bomb =
      '<?xml version="1.0"?>\n<!DOCTYPE rss [<!ENTITY a "aaaa">]><rss><channel><item><title>&a;</title></item></channel></rss>';
    expect(await code(receive(bytes(bomb), { name: 'b.xml' }))).toMatch(/^ENT_INTAKE_DOCTYPE b\.xml:2:\d+: /);
    const outside =
      '<!DOCTYPE nitf SYSTEM "http://127.0.0.1/x.dtd"><nitf><body><body.content><p>Words.</p></body.content></body></nitf>';
    expect((await receive(bytes(outside))).text).toBe('Words.');
  });

  it('is held to caps on size, depth, elements and items', async () => {
    const deep = `<rss version="2.0"><channel>${'<a>'.repeat(500)}`;
    expect(await code(receive(bytes(deep)))).toContain('elements inside each other');
    expect(await code(receive(bytes('<div>'.repeat(CAPS.htmlDepth + 1))))).toContain(
      'elements inside each other',
    );
    expect(await code(receive(bytes('['.repeat(1) + '{"a":'.repeat(900))))).toContain(
      'objects inside each other',
    );
    expect(await code(receive(bytes(`<p>${'<b></b>'.repeat(CAPS.elements)}`)))).toContain(
      'elements, the most',
    );
    expect(await code(receive(new Uint8Array(CAPS.bytes + 1)))).toContain('bytes, the most');
    const many = `<rss version="2.0"><channel>${'<item><title>A b</title></item>'.repeat(CAPS.items + 5)}</channel></rss>`;
    const { items, unread } = await receiveAll(bytes(many));
    expect([items.length, unread.length]).toEqual([CAPS.items, 1]);
    const long = await receive(bytes(`${'word '.repeat(CAPS.text / 4)}`));
    expect(long.notes[0]).toContain('cut off after');
    expect(
      (await receive(bytes(`<title>${'t'.repeat(100_000)}</title><p>Words.`))).headline?.length,
    ).toBeLessThanOrEqual(CAPS.field);
  });

  it('names the line where XML or JSON breaks', async () => {
    expect(
      await code(receive(bytes('<rss version="2.0">\n<channel>\n<item></channel>'), { name: 'f.xml' })),
    ).toMatch(/^ENT_INTAKE_MALFORMED f\.xml:3:\d+: malformed rss/);
    expect(
      await code(
        receive(bytes('{"version":"https://jsonfeed.org/version/1.1",\n"items":['), { name: 'f.json' }),
      ),
    ).toMatch(/^ENT_INTAKE_MALFORMED f\.json:2:/);
  });
});
