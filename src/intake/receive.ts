import { CAPS } from './caps.ts';
import { decode } from './charset.ts';
import { intakeError } from './errors.ts';
import { readPlain } from './plain.ts';
import type { Delivery, Received, ReceiveHints } from './received.ts';

/**
 * Reads all that bytes hold: one document, or the items of a feed or message. What they are is told by their content,
 * then by the media type, then by the name. Nothing in them is run, resolved or fetched.
 *
 * Throws `ENT_INTAKE_…` naming the place; never gives an empty reading for what could not be read.
 */
export async function receiveAll(bytes: Uint8Array, hints: ReceiveHints = {}): Promise<Delivery> {
  if (bytes.length > CAPS.bytes)
    throw intakeError('ENT_INTAKE_TOO_LARGE', { what: 'bytes', cap: CAPS.bytes });
  const { text, notes } = decode(bytes, hints.charset ?? null);
  return { format: 'text', items: [readPlain(text, hints, notes)], unread: [], feed: null, feeds: [] };
}

/**
 * Reads the one document that bytes hold; see {@link receiveAll}. Throws `ENT_INTAKE_MANY` when they hold several
 * (a feed, a message of several items) and `ENT_INTAKE_EMPTY` when they hold none.
 */
export async function receive(bytes: Uint8Array, hints: ReceiveHints = {}): Promise<Received> {
  const { format, items } = await receiveAll(bytes, hints);
  const [only] = items;
  if (only === undefined) throw intakeError('ENT_INTAKE_EMPTY', { what: 'the document' });
  if (items.length > 1) throw intakeError('ENT_INTAKE_MANY', { format, items: items.length });
  return only;
}
