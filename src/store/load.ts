import { timePointMs } from '../kernel/index.ts';
import { describeList, describeSources } from './describe.ts';
import type { Db, Dialect } from './dialect.ts';
import { storeError } from './errors.ts';
import { heldSnapshot, Intake } from './intake.ts';
import { QUARANTINE_RULE } from './judge.ts';
import { hold, judgeAt, partAt, recordDecision, release, type Settling, settleAfter } from './settle.ts';
import type { LoadOptions, LoadReport, SnapshotInput, SnapshotTrailer } from './snapshot-input.ts';

/** Share by which a list may shrink in a year, or between two snapshots that are closer. */
const SHRINK_SHARE = 0.3;

/**
 * Loads one snapshot in one transaction (SPEC S3): refused input, a kill or a full disk leave the store as it
 * was. Throws `ENT_SNAPSHOT_SHRUNK`, `ENT_SNAPSHOT_CONFLICT`, `ENT_SNAPSHOT_DUPLICATE_KEY`, and whatever the
 * records throw.
 */
export function loadSnapshot(
  dialect: Dialect,
  input: SnapshotInput,
  options: LoadOptions,
): Promise<LoadReport> {
  return dialect.write((db) =>
    loadWithin(
      { dialect, db, list: input.list.id, rule: options.quarantine ?? QUARANTINE_RULE },
      input,
      options,
    ),
  );
}

async function loadWithin(on: Settling, input: SnapshotInput, options: LoadOptions): Promise<LoadReport> {
  const { db, dialect } = on;
  const { list, observed } = input;
  await describeList(db, list);
  const held = await heldSnapshot(db, list.id, observed);
  const fresh = input.parts.filter((part) => !held.parts.has(part));
  const forced = options.force;
  if (held.id !== null && held.state === 'held' && (fresh.length > 0 || forced !== undefined)) {
    await release(on, { id: held.id, observed });
  }
  const intake = await Intake.begin(on, input, held);
  let read = 0;
  for await (const batch of input.records) {
    for (const record of batch) await intake.add(record);
    read += batch.length;
    options.onProgress?.(read);
  }
  const counts = await intake.finish();
  const report = { list: list.id, observed, parts: counts };
  if (fresh.length === 0) {
    if (held.id === null || held.state !== 'held' || forced === undefined) {
      return { ...report, outcome: 'unchanged', reason: held.reason };
    }
    await recordDecision(db, held.id, { ...forced, at: options.now });
    await settleAfter(on, observed, [...held.parts.keys()]);
    return { ...report, outcome: 'loaded', reason: null };
  }

  if (forced === undefined) await refuseShrunk(on, input, counts, options.shrinkShare ?? SHRINK_SHARE);
  const trailer = input.trailer();
  const id = held.id ?? (await insertSnapshot(db, input, trailer, options));
  await dialect.insertMany(
    db,
    'snapshot_part',
    ['snapshot_id', 'part', 'sha256', 'file', 'records'],
    counts
      .filter(({ part }) => fresh.includes(part))
      .map(({ part, records }) => {
        const file = trailer.files.get(part);
        return [id, part, file?.sha256 ?? '', file?.name ?? '', records];
      }),
  );
  await describeSources(db, list.id, input.sources ?? []);

  const parts = [...held.parts.keys(), ...fresh];
  const reason = forced !== undefined ? null : await judgeAt(on, observed, parts);
  if (reason !== null) {
    await hold(on, { id, observed, parts }, reason);
    return { ...report, outcome: 'held', reason };
  }
  await settleAfter(on, observed, fresh);
  return { ...report, outcome: 'loaded', reason: null };
}

/** Only the primary part says how long a list is; the others hold what happens to be in their files. */
async function refuseShrunk(on: Settling, input: SnapshotInput, counts: LoadReport['parts'], share: number) {
  const primary = counts.find(({ part }) => part === input.list.parts[0]);
  if (primary === undefined) return;
  const { part, records } = primary;
  const { around } = await partAt(on, part, input.observed);
  if (around.before === null) return;
  const previous = await on.db
    .selectFrom('snapshot_part')
    .innerJoin('snapshot', 'snapshot.id', 'snapshot_part.snapshot_id')
    .select('records')
    .where('list_id', '=', input.list.id)
    .where('observed', '=', around.before)
    .where('part', '=', part)
    .executeTakeFirst();
  const before = previous?.records ?? 0;
  const years = (timePointMs(input.observed) - timePointMs(around.before)) / YEAR_MS;
  const allowed = Math.min(MOST_LOST, share * Math.max(1, years));
  if (records < before * (1 - allowed) && before - records >= FEWEST_LOST) {
    throw storeError('ENT_SNAPSHOT_SHRUNK', {
      list: input.list.id,
      part,
      before,
      after: records,
      share: allowed,
    });
  }
}

/** However long ago the last snapshot is, a list that lost this share is looked at by a person. */
const MOST_LOST = 0.7;
const YEAR_MS = 365.25 * 86_400_000;
/** A handful fewer is an ordinary week on a short list. */
const FEWEST_LOST = 5;

async function insertSnapshot(
  db: Db,
  input: SnapshotInput,
  trailer: SnapshotTrailer,
  options: LoadOptions,
): Promise<number> {
  const row = await db
    .insertInto('snapshot')
    .values({
      list_id: input.list.id,
      observed: input.observed,
      published: trailer.published,
      state: 'accepted',
      reason: null,
      loaded_at: options.now,
      decided_by: options.force?.by ?? null,
      decided_at: options.force === undefined ? null : options.now,
      decision_note: options.force?.note ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}
