import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { EntError } from '../kernel/index.ts';
import { readPdf } from './pdf.ts';
import { receive } from './receive.ts';

/** A PDF of pages whose drawing is given as the page's own operators, with a right table of its objects. */
function pdf(pages: readonly Uint8Array[], filter = ''): Uint8Array {
  const kids = pages.map((_, at) => `${4 + 2 * at} 0 R`).join(' ');
  const objects: (string | Buffer)[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  pages.forEach((content, at) => {
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${5 + 2 * at} 0 R ` +
        '/Resources << /Font << /F1 3 0 R >> >> >>',
      Buffer.concat([
        Buffer.from(`<< /Length ${content.length}${filter} >>\nstream\n`),
        content,
        Buffer.from('\nendstream'),
      ]),
    );
  });
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  const places: number[] = [];
  for (const [at, body] of objects.entries()) {
    places.push(parts.reduce((sum, part) => sum + part.length, 0));
    parts.push(Buffer.from(`${at + 1} 0 obj\n`), Buffer.from(body), Buffer.from('\nendobj\n'));
  }
  const start = parts.reduce((sum, part) => sum + part.length, 0);
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const count = objects.length + 1;
  parts.push(
    Buffer.from(
      `xref\n0 ${count}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${count} /Root 1 0 R >>\n` +
        `startxref\n${start}\n%%EOF\n`,
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
}

const line = (text: string, y: number) => `BT /F1 12 Tf 72 ${y} Td (${text}) Tj ET\n`;
const SMALL = pdf([
  Buffer.from(
    line('Militants attack a police post in Bannu', 720) +
      line('BANNU: Four policemen were killed on Monday, officials said.', 690),
  ),
]);

/** What a reading throws, as its code. */
async function codeOf(reading: Promise<unknown>): Promise<string> {
  try {
    await reading;
    return 'read';
  } catch (error) {
    if (error instanceof EntError) return error.code;
    throw error;
  }
}

describe('a PDF', () => {
  it('gives its words, and leaves the bytes to whoever gave them', async () => {
    const before = SMALL.length;
    const { text, format } = await receive(SMALL, { name: 'small.pdf' });
    expect(format).toBe('pdf');
    expect(text).toContain('Four policemen were killed on Monday');
    expect(SMALL.length).toBe(before);
  });

  it('that is cut short, or holds nothing but its first line, is refused by name', async () => {
    expect(await codeOf(receive(new TextEncoder().encode('%PDF-1.7\ngarbage')))).toBe('ENT_INTAKE_MALFORMED');
    expect(await codeOf(receive(SMALL.subarray(0, 60)))).toBe('ENT_INTAKE_MALFORMED');
  });

  it('of pictures alone has no words to read', async () => {
    expect(await codeOf(receive(pdf([Buffer.from('0 0 m 100 100 l S\n')])))).toBe('ENT_INTAKE_EMPTY');
  });

  it('whose page is damaged does not end the process', async () => {
    const damaged = Buffer.from(SMALL);
    damaged.set(Buffer.from('BT /F1 \u0000\u0000 Tf (('), damaged.indexOf('BT /F1'));
    expect(['read', 'ENT_INTAKE_EMPTY', 'ENT_INTAKE_MALFORMED']).toContain(
      await codeOf(receive(new Uint8Array(damaged))),
    );
  });

  it('that takes longer than it may is given up, and says so', async () => {
    const slow = pdf([Buffer.from(line('x', 700).repeat(200_000))]);
    const began = performance.now();
    expect(await codeOf(readPdf(slow, {}, { milliseconds: 150, megabytes: 512 }))).toBe(
      'ENT_INTAKE_TOO_LARGE',
    );
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  it('that unpacks to more than it may is given up, and says so', async () => {
    const bomb = deflateSync(Buffer.alloc(64 * 2 ** 20, line('x', 700)), { level: 1 });
    expect(bomb.length).toBeLessThan(2 ** 20);
    const packed = pdf([bomb], ' /Filter /FlateDecode');
    expect(await codeOf(readPdf(packed, {}, { milliseconds: 20_000, megabytes: 32 }))).toBe(
      'ENT_INTAKE_TOO_LARGE',
    );
  }, 30_000);
});
