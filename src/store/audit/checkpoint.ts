import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/**
 * A signed statement that the chain had this entry at this place. `cut` says also that everything up to it was
 * taken away, by rule, and that the chain goes on from this hash.
 */
export interface Checkpoint {
  readonly kind: 'regular' | 'cut';
  readonly seq: number;
  readonly hash: string;
  readonly at: string;
  /** Why it was cut; empty for a regular one. */
  readonly why: string;
}

const ORIGIN = 'entente audit checkpoint v1';
const MOST = 4000;

/**
 * Writes and signs a checkpoint as a note of plain lines: origin, kind, place, hash, moment, reason, then an empty
 * line and the Ed25519 signature with the key's id. Keep one elsewhere, and nobody can shorten the chain unseen.
 */
export function signCheckpoint(checkpoint: Checkpoint, key: KeyObject): string {
  const text = textOf(checkpoint);
  const signature = sign(null, Buffer.from(text), key).toString('base64');
  return `${text}\n— ${keyId(createPublicKey(key))} ${signature}\n`;
}

/** A checkpoint that was read, and whether one of the trusted keys signed it. */
export interface ReadCheckpoint extends Checkpoint {
  readonly key: string;
  readonly signed: boolean;
}

/** Reads a note; `null` when it is none. */
export function readCheckpoint(note: string, trusted: readonly KeyObject[]): ReadCheckpoint | null {
  if (note.length > MOST) return null;
  const [origin, kind, seq, hash, at, why, empty, mark, ...rest] = note.split('\n');
  const [, key = '', signature = ''] = /^— ([0-9a-f]{16}) ([A-Za-z0-9+/=]+)$/.exec(mark ?? '') ?? [];
  if (origin !== ORIGIN || (kind !== 'regular' && kind !== 'cut') || empty !== '' || rest.length > 1)
    return null;
  if (!/^\d{1,15}$/.test(seq ?? '') || !/^[0-9a-f]{64}$/.test(hash ?? '') || key === '') return null;
  const checkpoint: Checkpoint = {
    kind,
    seq: Number(seq),
    hash: hash ?? '',
    at: at ?? '',
    why: why ?? '',
  };
  const signer = trusted.find((one) => keyId(one) === key);
  const signed =
    signer !== undefined &&
    verify(null, Buffer.from(textOf(checkpoint)), signer, Buffer.from(signature, 'base64'));
  return { ...checkpoint, key, signed };
}

/** A public key's short name: the first 16 hexadecimal digits of the SHA-256 of its SPKI form. */
export function keyId(key: KeyObject): string {
  return createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16);
}

function textOf({ kind, seq, hash, at, why }: Checkpoint): string {
  return `${[ORIGIN, kind, seq, hash, at, why.replace(/\s+/g, ' ')].join('\n')}\n`;
}
