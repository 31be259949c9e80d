import type { KeyObject } from 'node:crypto';
import type { Db } from '../dialect.ts';
import { keyId, type ReadCheckpoint, readCheckpoint } from './checkpoint.ts';
import { type EntryText, GENESIS, hashText } from './entry.ts';
import { type ReadHandover, readHandover, type Trusted, trustedThrough } from './handover.ts';

/** What a check of the chain found. */
export interface AuditReport {
  readonly entries: number;
  readonly from: string | null;
  readonly to: string | null;
  /** The newest entry: what a checkpoint of now would state. */
  readonly head: { readonly seq: number; readonly hash: string };
  readonly checkpoints: number;
  /** How often another key took over. */
  readonly keyChanges: number;
  /** The last entry that was taken away by rule; 0 when none was. */
  readonly cutTo: number;
  readonly faults: readonly string[];
}

const PAGE = 5000;
const MOST_FAULTS = 100;

/**
 * Works the whole chain out afresh: every hash, every link, every column, every signature; and, given a note that
 * was kept elsewhere, that the chain still holds what the note says.
 */
export async function verifyChain(
  db: Db,
  given: readonly KeyObject[],
  kept: string | null,
): Promise<AuditReport> {
  const faults: string[] = [];
  const fault = (text: string) => {
    if (faults.length < MOST_FAULTS) faults.push(text);
  };
  const handovers = await handoversOf(db, fault);
  const trusted = trustedThrough(handovers, given);
  const checkpoints = await checkpointsOf(db, trusted, fault);
  const cut = checkpoints.filter(({ kind }) => kind === 'cut').at(-1);
  const bases = new Set<string>();
  for (const { hash, body } of await db.selectFrom('audit_basis').selectAll().execute()) {
    if (hashText(body) === hash) bases.add(hash);
    else fault(`what answers rest on was altered (${hash.slice(0, 12)})`);
  }
  const expected = new Map([...handovers, ...checkpoints].map((one) => [one.seq, one.hash]));
  let [seq, hash] = [cut?.seq ?? 0, cut?.hash ?? GENESIS];
  let [entries, from, to]: [number, string | null, string | null] = [0, null, null];
  for (;;) {
    const rows = await db
      .selectFrom('audit_entry')
      .selectAll()
      .where('seq', '>', entries === 0 ? -1 : seq)
      .orderBy('seq')
      .limit(PAGE)
      .execute();
    for (const row of rows) {
      const text = read(row.body);
      if (row.seq !== seq + 1) fault(`entries ${seq + 1} to ${row.seq - 1} are missing`);
      if (hashText(row.body) !== row.hash) fault(`entry ${row.seq} was altered: its hash is another`);
      if (text === null) fault(`entry ${row.seq} cannot be read`);
      else {
        if (text.prev !== hash) fault(`entry ${row.seq} does not follow the entry before it`);
        const same =
          text.seq === row.seq &&
          text.id === row.id &&
          text.at === row.at &&
          text.subject.id === row.subject &&
          text.action === row.action &&
          text.verdict === row.verdict;
        if (!same) fault(`entry ${row.seq} was altered: its columns differ from its text`);
        if (text.basis !== null && !bases.has(text.basis))
          fault(`what entry ${row.seq} rests on is missing or altered`);
      }
      const stated = expected.get(row.seq);
      if (stated !== undefined && stated !== row.hash)
        fault(`entry ${row.seq} is not the one that the checkpoint states`);
      [seq, hash] = [row.seq, row.hash];
      from ??= row.at;
      to = row.at;
      entries += 1;
    }
    if (rows.length < PAGE) break;
  }
  const last = checkpoints.at(-1);
  if (last !== undefined && last.seq > seq) fault(`the chain ends at ${seq}, before checkpoint ${last.seq}`);
  if (kept !== null) await compareKept(db, kept, trusted, cut?.seq ?? 0, fault);
  return {
    entries,
    from,
    to,
    head: { seq, hash },
    checkpoints: checkpoints.length,
    keyChanges: handovers.length,
    cutTo: cut?.seq ?? 0,
    faults,
  };
}

async function handoversOf(db: Db, fault: (text: string) => void): Promise<readonly ReadHandover[]> {
  const rows = await db.selectFrom('audit_key').selectAll().orderBy('number').execute();
  return rows.flatMap((row) => {
    const read = readHandover(row.note);
    if (read?.seq === row.seq && read.at === row.at) return [read];
    fault(`the change of keys at entry ${row.seq} was altered`);
    return [];
  });
}

/** A note as a trusted key signed it while it was the one that signs. */
function readTrusted(note: string, trusted: readonly Trusted[]): ReadCheckpoint | null {
  const read = readCheckpoint(
    note,
    trusted.map(({ key }) => key),
  );
  if (read === null) return null;
  const until = trusted.find(({ key }) => keyId(key) === read.key)?.until ?? 0;
  return { ...read, signed: read.signed && read.seq <= until };
}

async function checkpointsOf(
  db: Db,
  trusted: readonly Trusted[],
  fault: (text: string) => void,
): Promise<readonly ReadCheckpoint[]> {
  const rows = await db.selectFrom('audit_checkpoint').selectAll().orderBy('seq').execute();
  return rows.flatMap((row) => {
    const read = readTrusted(row.note, trusted);
    if (read === null || read.seq !== row.seq || read.kind !== row.kind || read.at !== row.at) {
      fault(`checkpoint ${row.seq} was altered`);
      return [];
    }
    if (!read.signed) {
      fault(`checkpoint ${row.seq} is not signed by a key that is trusted here (${read.key})`);
      return [];
    }
    return [read];
  });
}

async function compareKept(
  db: Db,
  note: string,
  trusted: readonly Trusted[],
  cutTo: number,
  fault: (text: string) => void,
): Promise<void> {
  const kept = readTrusted(note, trusted);
  if (kept?.signed !== true)
    return fault('the note that was kept is not signed by a key that is trusted here');
  if (kept.seq <= cutTo) return;
  const row = await db
    .selectFrom('audit_entry')
    .select('hash')
    .where('seq', '=', kept.seq)
    .executeTakeFirst();
  if (row?.hash !== kept.hash)
    fault(`the chain does not hold entry ${kept.seq} as the note of ${kept.at} has it`);
}

function read(body: string): EntryText | null {
  try {
    return JSON.parse(body) as EntryText;
  } catch {
    // Reported by the caller as a fault of that entry.
    return null;
  }
}
