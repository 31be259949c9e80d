import { getDocumentProxy, getMeta } from 'unpdf';
import { field } from './canonical.ts';
import { CAPS } from './caps.ts';
import { compose } from './compose.ts';
import { dateFound } from './dates.ts';
import { intakeError } from './errors.ts';
import type { Received, ReceiveHints } from './received.ts';

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

/**
 * Reads the text of a PDF, page by page; running heads and page numbers are left out. Throws `ENT_INTAKE_MALFORMED`
 * (damaged, encrypted), `ENT_INTAKE_EMPTY` (pictures of text), `ENT_INTAKE_TOO_LARGE` (pages, time).
 */
export function readPdf(bytes: Uint8Array, hints: ReceiveHints): Promise<Received> {
  return guarded(() => read(bytes, hints));
}

/**
 * pdf.js leaves failures of damaged files to promises that nobody waits for, and one of those would end the process.
 * While a PDF is read they are taken for what they are: the reading itself fails, or did without that part. All others
 * end the process as ever.
 */
async function guarded<T>(work: () => Promise<T>): Promise<T> {
  const heard = (reason: unknown) => {
    if (!isOfPdfJs(reason)) throw reason;
  };
  process.on('unhandledRejection', heard);
  try {
    return await work();
  } finally {
    // They come to light a turn after they happened.
    await new Promise((resolve) => setTimeout(resolve, 0));
    process.removeListener('unhandledRejection', heard);
  }
}

/** pdf.js's own errors, by their names or by where they were thrown. */
function isOfPdfJs(reason: unknown): boolean {
  return (
    reason instanceof Error &&
    (/Exception$|^FormatError$/.test(reason.name) || /pdfjs/.test(reason.stack ?? ''))
  );
}

async function read(bytes: Uint8Array, hints: ReceiveHints): Promise<Received> {
  const began = performance.now();
  const pdf = await open(bytes);
  try {
    if (pdf.numPages > CAPS.pages)
      throw intakeError('ENT_INTAKE_TOO_LARGE', { what: 'pages', cap: CAPS.pages });
    const info = (await getMeta(pdf)).info as Record<string, unknown>;
    const pages: (readonly string[])[] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      if (performance.now() - began > CAPS.pdfMs)
        throw intakeError(
          'ENT_INTAKE_TOO_LARGE',
          { what: 'milliseconds', cap: CAPS.pdfMs },
          { place: { path: `page ${number}` } },
        );
      pages.push(await linesOf(pdf, number));
    }
    const running = runningLines(pages);
    const kept = pages.map((lines) =>
      lines.filter(
        (line) =>
          !running.has(shape(line)) && !/^(?:page\s*)?\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?$/i.test(line),
      ),
    );
    const paragraphs = kept.flatMap(paragraphsOf);
    const title = field(info.Title);
    const shown = paragraphs[0] ?? null;
    const headline = shown !== null && shown.length <= 220 && !/[.]$/.test(shown) ? shown : title;
    const pictures = kept.filter((lines) => lines.length === 0).length;
    return compose(
      {
        format: 'pdf',
        headline,
        paragraphs: headline === shown ? paragraphs.slice(1) : paragraphs,
        publisher: null,
        agency: null,
        author: field(info.Author, 200),
        url: hints.url ?? null,
        guid: null,
        language: field(info.Language, 20),
        dates: [
          dateFound('created', pdfDate(info.CreationDate), 'pdf CreationDate'),
          dateFound('updated', pdfDate(info.ModDate), 'pdf ModDate'),
        ],
        notes: [
          pictures === 0 ? null : `not read: ${pictures} page${pictures === 1 ? '' : 's'} without text`,
          running.size === 0
            ? null
            : `left out: ${running.size} running head${running.size === 1 ? '' : 's'}`,
          title !== null && headline !== title ? `its title field says: ${title.slice(0, 200)}` : null,
        ],
      },
      'the PDF',
    );
  } finally {
    await pdf.loadingTask.destroy();
  }
}

async function open(bytes: Uint8Array): Promise<Pdf> {
  try {
    // It takes the bytes away from whoever gives them.
    return await getDocumentProxy(Uint8Array.from(bytes), {
      verbosity: 0,
      isEvalSupported: false,
      stopAtErrors: false,
    });
  } catch (cause) {
    throw broken(cause, 'the file');
  }
}

async function linesOf(pdf: Pdf, number: number): Promise<readonly string[]> {
  try {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    let text = '';
    for (const item of items) if ('str' in item) text += item.str + (item.hasEOL ? '\n' : '');
    page.cleanup();
    return text
      .slice(0, CAPS.text)
      .split('\n')
      .map((line) => line.replace(/\s+/g, ' ').trim());
  } catch (cause) {
    throw broken(cause, `page ${number}`);
  }
}

function broken(cause: unknown, path: string) {
  const why = cause instanceof Error ? cause.message.slice(0, 200) : String(cause);
  return intakeError('ENT_INTAKE_MALFORMED', { format: 'PDF', why }, { place: { path }, cause });
}

/** Lines at the head or foot of three pages or more, but for their figures. */
function runningLines(pages: readonly (readonly string[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const lines of pages) {
    const shown = lines.filter((line) => line !== '');
    for (const line of new Set([...shown.slice(0, 2), ...shown.slice(-2)].map(shape)))
      counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return new Set(
    [...counts]
      .filter(([line, count]) => /\p{L}/u.test(line) && count >= 3 && count * 2 > pages.length)
      .map(([line]) => line),
  );
}

function shape(line: string): string {
  return line.replace(/\d+/g, '0');
}

/** A line that is shorter than this share of the longest ends its paragraph, if it ends a sentence. */
const SHORT = 0.85;

/** Lines put together to paragraphs; a word that was parted at a line's end is joined. */
function paragraphsOf(lines: readonly string[]): readonly string[] {
  const widest = Math.max(1, ...lines.map(({ length }) => length));
  const out: string[] = [];
  let held = '';
  const close = () => {
    if (held !== '') out.push(held);
    held = '';
  };
  for (const [index, line] of lines.entries()) {
    if (line === '') {
      close();
      continue;
    }
    held =
      held === ''
        ? line
        : /\p{Ll}-$/u.test(held) && /^\p{Ll}/u.test(line)
          ? held.slice(0, -1) + line
          : `${held} ${line}`;
    const short = line.length < widest * SHORT;
    const next = lines[index + 1] ?? '';
    if (short && (/[.!?:"”]$/.test(line) || (line.length < widest * 0.6 && /^\p{Lu}/u.test(next)))) close();
  }
  close();
  return out;
}

/** ISO 32000-1, 7.9.4: `D:20250813124800+05'30'`. */
function pdfDate(raw: unknown): string | null {
  const match =
    /^(?:D:)?(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?(?:(Z)|([+-]\d{2})'?(\d{2})?'?)?/.exec(
      String(raw ?? ''),
    );
  if (match === null) return null;
  const [, year, month, day, hour, minute, second, zulu, zone, minutes] = match;
  if (month === undefined || day === undefined) return year ?? null;
  if (hour === undefined || minute === undefined) return `${year}-${month}-${day}`;
  const offset = zulu ?? (zone === undefined ? '' : `${zone}:${minutes ?? '00'}`);
  return `${year}-${month}-${day}T${hour}:${minute}:${second ?? '00'}${offset}`;
}
