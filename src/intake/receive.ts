import { EntError } from '../kernel/index.ts';
import { CAPS } from './caps.ts';
import { decode } from './charset.ts';
import { isPdf, kindOf, otherFile } from './detect.ts';
import { intakeError } from './errors.ts';
import { isObject, listOf, parseJson } from './json.ts';
import { readPlain } from './plain.ts';
import type { Delivery, Format, Received, ReceiveHints } from './received.ts';
import { mendXml, parseXml } from './xml.ts';

/**
 * Reads all that bytes hold: one document, or the items of a feed or message. What they are is told by their content,
 * then by the media type, then by the name. Nothing in them is run, resolved or fetched.
 *
 * Throws `ENT_INTAKE_…` naming the place; never gives an empty reading for what could not be read. A feed may be
 * empty, and items of it that could not be read stand in `unread`.
 */
export async function receiveAll(bytes: Uint8Array, hints: ReceiveHints = {}): Promise<Delivery> {
  try {
    return await deliver(bytes, hints);
  } catch (error) {
    const name = hints.name ?? hints.url ?? null;
    if (!(error instanceof EntError) || name === null || error.place?.file !== undefined) throw error;
    throw named(error, name);
  }
}

/**
 * Reads the one document that bytes hold; see {@link receiveAll}. Throws `ENT_INTAKE_MANY` when they hold several
 * (a feed, a message of several items) and `ENT_INTAKE_EMPTY` when they hold none.
 */
export async function receive(bytes: Uint8Array, hints: ReceiveHints = {}): Promise<Received> {
  const { format, items, unread } = await receiveAll(bytes, hints);
  const [only] = items;
  if (only === undefined) {
    const [why] = unread;
    throw intakeError('ENT_INTAKE_EMPTY', {
      what: why === undefined ? `this ${format}` : `this ${format} (${why.place}: ${why.why})`,
    });
  }
  if (items.length > 1) throw intakeError('ENT_INTAKE_MANY', { format, items: items.length });
  return only;
}

async function deliver(bytes: Uint8Array, hints: ReceiveHints): Promise<Delivery> {
  if (bytes.length > CAPS.bytes)
    throw intakeError('ENT_INTAKE_TOO_LARGE', { what: 'bytes', cap: CAPS.bytes });
  // The readers of PDF, pages, feeds and mails are large; a plain text need not wait for them.
  if (isPdf(bytes)) return one('pdf', await (await import('./pdf.ts')).readPdf(bytes, hints));
  const other = otherFile(bytes);
  if (other !== null) throw intakeError('ENT_INTAKE_FORMAT', { why: `it is ${other}` });
  if (bytes.length > CAPS.textBytes)
    throw intakeError('ENT_INTAKE_TOO_LARGE', { what: 'bytes', cap: CAPS.textBytes });
  const { text, notes } = decode(bytes, hints.charset ?? null);
  const kind = kindOf(text, hints);
  switch (kind) {
    case 'text':
      return one('text', readPlain(text, hints, notes));
    case 'eml':
      return one('eml', await (await import('./mail.ts')).readMail(bytes));
    case 'html': {
      const { document, feeds } = (await import('./page.ts')).readPage(text, hints, notes);
      if (document === null && feeds.length === 0)
        throw intakeError('ENT_INTAKE_EMPTY', { what: 'the page' });
      return { format: 'html', items: document === null ? [] : [document], unread: [], feed: null, feeds };
    }
    case 'json':
      return json(text, hints, notes);
    default:
      return xml(text, kind as Format, hints, notes);
  }
}

async function json(text: string, hints: ReceiveHints, notes: readonly string[]): Promise<Delivery> {
  const value = parseJson(text, 'JSON');
  const { isNinjs, readNinjs } = await import('./ninjs.ts');
  const items = isObject(value)
    ? isNinjs(value)
      ? [value]
      : listOf(value.items ?? value.newsitems)
    : listOf(value);
  const named = isObject(value) && /\bjsonfeed\.org\b/.test(String(value.version));
  if (named && isObject(value) && !Array.isArray(value.items))
    throw intakeError(
      'ENT_INTAKE_MALFORMED',
      { format: 'JSON Feed', why: 'its items are no list' },
      { place: { line: 1, column: 1 } },
    );
  if (named || (isObject(value) && Array.isArray(value.items) && !items.some(isNinjs)))
    return (await import('./feed.ts')).readFeed(value, 'json-feed', hints, notes);
  if (items.some(isNinjs)) return readNinjs(items, notes);
  throw intakeError(
    'ENT_INTAKE_FORMAT',
    { why: 'JSON that is neither a JSON Feed nor ninjs' },
    { place: { line: 1, column: 1 } },
  );
}

async function xml(
  raw: string,
  format: Format,
  hints: ReceiveHints,
  given: readonly string[],
): Promise<Delivery> {
  const mended = mendXml(raw, format);
  const notes = [...given, ...mended.notes];
  const root = parseXml(mended.text, format);
  if (format === 'nitf') return one('nitf', (await import('./nitf.ts')).readNitf(root, notes));
  if (format === 'newsml-g2') return (await import('./newsml.ts')).readNewsMl(root, notes);
  if (format === 'rss' || format === 'rdf' || format === 'atom')
    return (await import('./feed.ts')).readFeed(mended.text, format, hints, notes, root);
  throw intakeError('ENT_INTAKE_FORMAT', { why: format });
}

function one(format: Format, document: Received): Delivery {
  return { format, items: [document], unread: [], feed: null, feeds: [] };
}

/** An error with the name of its file in front. */
function named(error: EntError, file: string): EntError {
  const bare =
    error.place === undefined ? error.message : error.message.replace(/^[^ ]*(?: \([^)]*\))?: /, '');
  return new EntError(error.code, error.status, bare, { place: { ...error.place, file }, cause: error });
}
