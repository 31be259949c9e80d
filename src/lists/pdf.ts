import { listsError } from './errors.ts';
import type { Limits } from './limits.ts';
import { readBytes } from './read-bytes.ts';
import type { SourceFile } from './source-file.ts';

/** A run of text on a page of a PDF, in points from the lower left corner. */
export interface PdfRun {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

/** A PDF as its pages, each the runs of text in the order in which the file draws them. */
export interface Pdf {
  readonly pages: readonly (readonly PdfRun[])[];
  /** SHA-256 of the file's inflated bytes, in hex. */
  readonly sha256: string;
}

/** Bytes of the file; the largest PDF that a publisher of a list has is below one mebibyte. */
const MOST_BYTES = 8 * 1024 * 1024;
const MOST_PAGES = 100;
const MOST_RUNS = 100_000;
const LONGEST_MS = 20_000;

/** Whether a file begins as a PDF does. */
export async function looksLikePdf(file: SourceFile, limits: Limits): Promise<boolean> {
  for await (const piece of readBytes(file, limits)) return isPdf(piece);
  return false;
}

function isPdf(head: Uint8Array): boolean {
  return Buffer.from(head.subarray(0, 1024)).includes('%PDF-');
}

/**
 * Reads the text of a PDF (ISO 32000). Nothing in it is run, and
 * pictures are not read. Throws `ENT_LIST_OTHER` for what is no PDF, `ENT_LIST_PDF` for one that is damaged, encrypted or
 * cut short, `ENT_LIST_TOO_LARGE` beyond a cap on bytes, pages, runs or time, and what {@link readBytes} throws.
 */
export async function readPdf(list: string, file: SourceFile, limits: Limits): Promise<Pdf> {
  const at = { place: { file: file.name } };
  let sha256 = '';
  const onEnd = (digest: string) => {
    sha256 = digest;
  };
  const pieces: Uint8Array[] = [];
  for await (const piece of readBytes(file, { ...limits, bytes: Math.min(limits.bytes, MOST_BYTES) }, onEnd))
    pieces.push(piece);
  const bytes = Buffer.concat(pieces);
  if (bytes.length === 0) throw listsError('ENT_LIST_EMPTY', {}, at);
  if (!isPdf(bytes)) throw listsError('ENT_LIST_OTHER', { list, why: 'it is no PDF' }, at);
  // The parser mends a file without its end, and then nothing shows that it is whole.
  if (!bytes.subarray(-2048).includes('%%EOF'))
    throw listsError('ENT_LIST_PDF', { why: 'it does not end with %%EOF; it is cut short' }, at);
  const tooLarge = (what: string, cap: number) => listsError('ENT_LIST_TOO_LARGE', { what, cap }, at);
  const broken = (cause: unknown) => {
    const why = cause instanceof Error ? cause.message.slice(0, 200) : 'it cannot be read';
    return listsError('ENT_LIST_PDF', { why }, { ...at, cause });
  };
  const began = performance.now();
  const { getDocumentProxy } = await import('unpdf');
  const options = { verbosity: 0, isEvalSupported: false, stopAtErrors: true };
  const pdf = await getDocumentProxy(Uint8Array.from(bytes), options).catch((cause: unknown) => {
    throw broken(cause);
  });
  try {
    if (pdf.numPages > MOST_PAGES) throw tooLarge('pages', MOST_PAGES);
    const pages: (readonly PdfRun[])[] = [];
    let left = MOST_RUNS;
    for (let number = 1; number <= pdf.numPages; number += 1) {
      if (performance.now() - began > LONGEST_MS) throw tooLarge('milliseconds', LONGEST_MS);
      const page = await pdf.getPage(number).catch((cause: unknown) => {
        throw broken(cause);
      });
      const { items } = await page.getTextContent().catch((cause: unknown) => {
        throw broken(cause);
      });
      const runs = items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [runOf(item)] : []));
      left -= runs.length;
      if (left < 0) throw tooLarge('runs of text', MOST_RUNS);
      pages.push(runs);
      page.cleanup();
    }
    return { pages, sha256 };
  } finally {
    await pdf.loadingTask.destroy();
  }
}

/** What is used of a run as the parser gives it: its transform is a matrix of six numbers. */
interface Item {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
}

function runOf({ str, transform, width }: Item): PdfRun {
  const [, , shear = 0, scale = 0, x = 0, y = 0] = transform.map((number) =>
    Number.isFinite(number) ? number : 0,
  );
  return { text: str, x, y, width: Number.isFinite(width) ? width : 0, size: Math.hypot(shear, scale) };
}
