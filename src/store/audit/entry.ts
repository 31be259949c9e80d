import { createHash } from 'node:crypto';
import type { TimePoint } from '../../kernel/index.ts';
import type { RecordState } from './record-state.ts';

/** A value that JSON can hold. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json | undefined };

/** What an answer was made from: enough to make it again. */
export interface AuditBasis {
  /** The version of the matching rules. */
  readonly rules: string;
  readonly lists: readonly { readonly id: string; readonly observed: TimePoint; readonly records: number }[];
  /** Which snapshots and judgements the record rested on. */
  readonly record: RecordState;
}

/** One thing that was asked, as the caller enters it. */
export interface AuditEvent {
  /** When it was asked, an instant in UTC with milliseconds. */
  readonly at: string;
  readonly subject: {
    readonly id: string;
    readonly name: string;
    readonly kind: string;
    readonly key: string | null;
  };
  /** Where it came in. */
  readonly channel: 'http' | 'mcp' | 'command-line' | 'server';
  readonly action: string;
  readonly verdict: 'permit' | 'deny';
  /** Why it was denied; empty when it was not. */
  readonly reasons: readonly string[];
  /** What was asked, in the caller's own words; large things by their hash. */
  readonly asked: Json;
  /** `null` where the answer rests on no list. */
  readonly basis: AuditBasis | null;
  /** SHA-256 of the answer's bytes and how many results it had; `null` where nothing was answered. */
  readonly result: { readonly sha256: string; readonly count: number | null } | null;
  /** Markings of what the entry tells of, in writing: the entry may be read by those who meet them all. */
  readonly markings: readonly string[];
  /** The request's id, the same as in the operational log; `null` where there is none. */
  readonly request: string | null;
}

/** An entry of the chain. */
export interface AuditEntry extends AuditEvent {
  readonly seq: number;
  readonly id: string;
  /** SHA-256 of the entry's text, which the next entry states. */
  readonly hash: string;
}

/** What a caller gets when its entry is kept. */
export interface AuditReceipt {
  readonly id: string;
  readonly seq: number;
  readonly hash: string;
}

/** The hash before the first entry. */
export const GENESIS = '0'.repeat(64);

/** SHA-256 of a text's UTF-8 bytes, in hexadecimal. */
export function hashText(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The text of an entry that is hashed and kept. */
export function entryText(
  event: AuditEvent,
  place: { readonly seq: number; readonly id: string; readonly prev: string },
  basis: string | null,
): string {
  const { at, subject, channel, action, verdict, reasons, asked, result, markings, request } = event;
  const { seq, id, prev } = place;
  return JSON.stringify({
    v: 1,
    seq,
    id,
    prev,
    at,
    subject,
    channel,
    action,
    verdict,
    reasons,
    asked,
    basis,
    result,
    markings,
    request,
  });
}

/** The text of an entry, read: `basis` is the hash under which what it was answered from is kept. */
export interface EntryText extends Omit<AuditEvent, 'basis'> {
  readonly v: 1;
  readonly seq: number;
  readonly id: string;
  readonly prev: string;
  readonly basis: string | null;
}
