import { Worker } from 'node:worker_threads';
import { EntError } from '../kernel/index.ts';
import { field } from './canonical.ts';
import { CAPS } from './caps.ts';
import { compose } from './compose.ts';
import { dateFound } from './dates.ts';
import { intakeError } from './errors.ts';
import { paragraphsOf, pdfDate, runningLines, shape } from './pdf-lines.ts';
import { type PdfMessage, type PdfOrder, readPagesInThread } from './pdf-thread.ts';
import type { Received, ReceiveHints } from './received.ts';

/** What is read of a PDF: its fields, and each page's lines. */
interface Pages {
  readonly info: Readonly<Record<string, unknown>>;
  readonly pages: readonly (readonly string[])[];
}

/** How far a PDF may go; {@link CAPS} unless a test wants less. */
export interface PdfLimits {
  readonly milliseconds: number;
  readonly megabytes: number;
}

/**
 * Reads the text of a PDF, page by page; running heads and page numbers are left out. It is read in a thread of its
 * own, which is ended when its time or memory is up: a file can neither hang nor end the process.
 *
 * Throws `ENT_INTAKE_MALFORMED` (damaged, encrypted), `ENT_INTAKE_EMPTY` (pictures of text), `ENT_INTAKE_TOO_LARGE`
 * (pages, time, memory).
 */
export async function readPdf(
  bytes: Uint8Array,
  hints: ReceiveHints,
  limits: PdfLimits = { milliseconds: CAPS.pdfMs, megabytes: CAPS.pdfMegabytes },
): Promise<Received> {
  const { info, pages } = await pagesOf(bytes, limits);
  const running = runningLines(pages);
  const kept = pages.map((lines) =>
    lines.filter(
      (line) => !running.has(shape(line)) && !/^(?:page\s*)?\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?$/i.test(line),
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
        running.size === 0 ? null : `left out: ${running.size} running head${running.size === 1 ? '' : 's'}`,
        title !== null && headline !== title ? `its title field says: ${title.slice(0, 200)}` : null,
      ],
    },
    'the PDF',
  );
}

/** How often the memory of the process is looked at while a PDF is read, in milliseconds. */
const LOOK_MS = 100;

/** What the thread runs: the text of {@link readPagesInThread}, given what it needs. */
const SCRIPT = `const { parentPort, workerData } = require('node:worker_threads');
(${readPagesInThread.toString()})(parentPort, workerData, (address) => import(address));`;

/** The pages, from a thread that is ended whatever comes of it. */
async function pagesOf(bytes: Uint8Array, limits: PdfLimits): Promise<Pages> {
  const order: PdfOrder = {
    bytes,
    unpdf: import.meta.resolve('unpdf'),
    mostPages: CAPS.pages,
    mostText: CAPS.text,
  };
  const worker = new Worker(SCRIPT, {
    eval: true,
    workerData: order,
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes, maxYoungGenerationSizeMb: 32 },
  });
  try {
    return await heard(worker, limits);
  } finally {
    await worker.terminate();
  }
}

/** Listens to the thread until it is done, fails, or has used up its time or memory. */
function heard(worker: Worker, limits: PdfLimits): Promise<Pages> {
  const began = performance.now();
  const before = process.memoryUsage.rss();
  return new Promise((resolve, reject) => {
    let info: Pages['info'] = {};
    let page = 0;
    const pages: (readonly string[])[] = [];
    // What pdf.js unpacks lies outside the heap, which alone a thread's limits bind: so the whole process is looked at.
    const watch = setInterval(() => {
      const grown = (process.memoryUsage.rss() - before) / 2 ** 20;
      if (grown > 2 * limits.megabytes) end(tooLarge('megabytes', limits.megabytes, page));
      else if (performance.now() - began > limits.milliseconds)
        end(tooLarge('milliseconds', limits.milliseconds, page));
    }, LOOK_MS);
    const end = (outcome: Pages | EntError) => {
      clearInterval(watch);
      if (outcome instanceof EntError) reject(outcome);
      else resolve(outcome);
    };
    worker.on('message', (message: PdfMessage) => {
      if (message.kind === 'opened') {
        info = message.info;
        if (message.pages > CAPS.pages)
          end(intakeError('ENT_INTAKE_TOO_LARGE', { what: 'pages', cap: CAPS.pages }));
      } else if (message.kind === 'page') {
        page += 1;
        pages.push(linesOf(message.text));
      } else if (message.kind === 'failed') end(broken(message.why, message.path));
      else end({ info, pages });
    });
    worker.once('error', (cause) => {
      const full = 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY';
      end(full ? tooLarge('megabytes', limits.megabytes, page) : broken(cause.message, `page ${page + 1}`));
    });
    worker.once('exit', () => end(broken('its reader ended before it was done', `page ${page + 1}`)));
  });
}

function linesOf(text: string): readonly string[] {
  return text.split('\n').map((line) => line.replace(/\s+/g, ' ').trim());
}

function tooLarge(what: string, cap: number, read: number): EntError {
  const place = read === 0 ? {} : { place: { path: `page ${read + 1}` } };
  return intakeError('ENT_INTAKE_TOO_LARGE', { what, cap }, place);
}

function broken(why: string, path: string): EntError {
  return intakeError('ENT_INTAKE_MALFORMED', { format: 'PDF', why: why.slice(0, 200) }, { place: { path } });
}
