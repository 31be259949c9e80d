import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { keyId } from './checkpoint.ts';

/** A key's word that another one signs from now on, and that one's word that it follows. */
export interface Handover {
  /** The newest entry then: the old key signs nothing after it. */
  readonly seq: number;
  readonly hash: string;
  readonly at: string;
  readonly why: string;
}

const ORIGIN = 'entente audit key v1';
const MOST = 4000;

/**
 * Writes the note by which a signing key gives way to another: origin, place, hash, moment, reason, both public keys
 * (SPKI, base64), an empty line, and the Ed25519 signatures of both, the old key's first.
 */
export function signHandover(handover: Handover, before: KeyObject, next: KeyObject): string {
  const text = textOf(handover, createPublicKey(before), createPublicKey(next));
  const marks = [before, next].map((key) => sign(null, Buffer.from(text), key).toString('base64'));
  return `${text}\n${marks.join('\n')}\n`;
}

/** A handover that was read. Both keys signed it. */
export interface ReadHandover extends Handover {
  readonly before: KeyObject;
  readonly next: KeyObject;
}

/** Reads a note; `null` for one that is none, or that one of the two did not sign. */
export function readHandover(note: string): ReadHandover | null {
  if (note.length > MOST) return null;
  const [origin, seq, hash, at, why, old, following, empty, first, second] = note.split('\n');
  if (origin !== ORIGIN || empty !== '' || !/^\d{1,15}$/.test(seq ?? '')) return null;
  const [before, next] = [publicOf(old), publicOf(following)];
  if (before === null || next === null) return null;
  const handover = { seq: Number(seq), hash: hash ?? '', at: at ?? '', why: why ?? '' };
  const text = Buffer.from(textOf(handover, before, next));
  const signed = (key: KeyObject, mark: string | undefined) =>
    verify(null, text, key, Buffer.from(mark ?? '', 'base64'));
  return signed(before, first) && signed(next, second) ? { ...handover, before, next } : null;
}

/** A key that may have signed, and the last entry that its word counts for. */
export interface Trusted {
  readonly key: KeyObject;
  readonly until: number;
}

/**
 * The keys that are trusted because others are: the one that followed a trusted key, and the one that a trusted key
 * followed, for what was entered until then.
 */
export function trustedThrough(
  handovers: readonly ReadHandover[],
  given: readonly KeyObject[],
): readonly Trusted[] {
  const retired = new Map(handovers.map(({ before, seq }) => [keyId(before), seq]));
  const trusted = new Map(given.map((key) => [keyId(key), key]));
  for (let held = -1; held !== trusted.size; ) {
    held = trusted.size;
    for (const { before, next } of handovers) {
      if (!trusted.has(keyId(before)) && !trusted.has(keyId(next))) continue;
      trusted.set(keyId(before), before).set(keyId(next), next);
    }
  }
  return [...trusted].map(([id, key]) => ({ key, until: retired.get(id) ?? Number.POSITIVE_INFINITY }));
}

function publicOf(text: string | undefined): KeyObject | null {
  try {
    const key = createPublicKey({
      key: Buffer.from(text ?? '', 'base64'),
      format: 'der',
      type: 'spki',
    });
    return key.asymmetricKeyType === 'ed25519' ? key : null;
  } catch {
    // No key: the note is none.
    return null;
  }
}

function textOf({ seq, hash, at, why }: Handover, before: KeyObject, next: KeyObject): string {
  const keys = [before, next].map((key) => key.export({ type: 'spki', format: 'der' }).toString('base64'));
  return `${[ORIGIN, seq, hash, at, why.replace(/\s+/g, ' '), ...keys].join('\n')}\n`;
}
