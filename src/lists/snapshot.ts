import type { RecordPart } from '../kernel/index.ts';
import { listsError } from './errors.ts';
import type { OpenSnapshot } from './list-reader.ts';
import { ReadingLog } from './reading-log.ts';

/** Batches of records, as a reader yields them. */
export type Batches = AsyncGenerator<readonly RecordPart[], void, undefined>;

/** Makes an {@link OpenSnapshot} of a way to read it; each reading gets a log of its own. */
export function snapshotOf(about: {
  readonly list: string;
  readonly parts: readonly string[];
  readonly published: string | null;
  readonly read: (log: ReadingLog) => Batches;
}): OpenSnapshot {
  const { list, parts, published } = about;
  let log = new ReadingLog();
  let whole = false;
  return {
    list,
    parts,
    published,
    notes: () => log.notes(),
    trailer: () => {
      if (!whole) throw listsError('ENT_LIST_UNREAD', { list });
      return { published, files: log.files };
    },
    records: async function* () {
      const own = new ReadingLog();
      log = own;
      whole = false;
      yield* about.read(own);
      whole = true;
    },
  };
}
