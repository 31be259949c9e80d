import type { MessagePort } from 'node:worker_threads';

/** What the thread is started with; `unpdf` is the address of that package, as the host found it. */
export interface PdfOrder {
  readonly bytes: Uint8Array;
  readonly unpdf: string;
  readonly mostPages: number;
  readonly mostText: number;
}

/** What the thread says, in order: `opened`, a `page` for each page, `done`; or `failed` and nothing after it. */
export type PdfMessage =
  | { readonly kind: 'opened'; readonly pages: number; readonly info: Readonly<Record<string, unknown>> }
  | { readonly kind: 'page'; readonly text: string }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly why: string; readonly path: string };

/** As much of `unpdf` as the thread uses. */
interface PdfPackage {
  getDocumentProxy(bytes: Uint8Array, options: object): Promise<PdfDocument>;
  getMeta(pdf: PdfDocument): Promise<{ readonly info: object }>;
}

interface PdfDocument {
  readonly numPages: number;
  getPage(number: number): Promise<{
    getTextContent(): Promise<{ readonly items: readonly object[] }>;
    cleanup(): unknown;
  }>;
}

/**
 * The work of the thread that reads a PDF. Its text is what the thread is started with, so that it runs compiled and
 * uncompiled alike: it must use nothing from outside but its arguments.
 */
export async function readPagesInThread(
  port: MessagePort,
  order: PdfOrder,
  load: (address: string) => Promise<PdfPackage>,
): Promise<void> {
  const say = (message: PdfMessage): void => port.postMessage(message);
  // pdf.js leaves failures of damaged parts to promises that nobody waits for: the reading does without those parts.
  process.on('unhandledRejection', () => undefined);
  let path = 'the file';
  try {
    const { getDocumentProxy, getMeta } = await load(order.unpdf);
    const pdf = await getDocumentProxy(order.bytes, {
      verbosity: 0,
      isEvalSupported: false,
      stopAtErrors: false,
    });
    const { info } = await getMeta(pdf);
    const told = Object.entries(info).filter(([, value]) => typeof value === 'string');
    say({ kind: 'opened', pages: pdf.numPages, info: Object.fromEntries(told) });
    for (let number = 1; number <= Math.min(pdf.numPages, order.mostPages); number += 1) {
      path = `page ${number}`;
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      let text = '';
      for (const item of items) {
        if ('str' in item) text += item.str + ('hasEOL' in item && item.hasEOL ? '\n' : '');
        if (text.length > order.mostText) break;
      }
      page.cleanup();
      say({ kind: 'page', text: text.slice(0, order.mostText) });
    }
    say({ kind: 'done' });
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    say({ kind: 'failed', why: why.slice(0, 200), path });
  }
}
