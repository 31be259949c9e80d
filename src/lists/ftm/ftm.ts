import type { ListInfo, RecordPart } from '../../kernel/index.ts';
import { listsError } from '../errors.ts';
import { LIMITS, type Limits } from '../limits.ts';
import type { ListReader } from '../list-reader.ts';
import { onlyFile } from '../only-file.ts';
import { readText } from '../read-text.ts';
import type { ReadingLog } from '../reading-log.ts';
import { type Batches, snapshotOf } from '../snapshot.ts';
import type { SourceFile } from '../source-file.ts';
import { readEntity } from './entity-line.ts';

const PREFIX = /^ftm[:-]([a-z0-9][a-z0-9_-]{0,60})$/;
const BATCH = 200;

/**
 * The reader of a FollowTheMoney dataset under a name of the user's own: `ftm:<name>`. The list's id is `ftm-<name>`
 * with `-` for `_`. `undefined` for a text that names no such dataset.
 */
export function ftmReader(id: string): ListReader | undefined {
  const name = PREFIX.exec(id)?.[1];
  if (name === undefined) return undefined;
  const info = ftmList(name.replaceAll('_', '-'));
  return {
    info,
    open: async (files, caps) => {
      const limits = { ...LIMITS, ...caps };
      const file = onlyFile(info.id, files);
      await refuseOther(info, file, limits);
      return snapshotOf({
        list: info.id,
        parts: info.parts,
        published: null,
        read: (log) => readLines(info, file, limits, log),
      });
    },
  };
}

function ftmList(name: string): ListInfo {
  return {
    id: `ftm-${name}`,
    title: `FollowTheMoney dataset ${name}`,
    authority: { id: `ftm-${name}`, name: `Publisher of the dataset ${name}`, country: 'ZZ' },
    effect: 'Being in this dataset; what that means is for its publisher to say.',
    url: '',
    licence: 'as its publisher states',
    parts: ['main'],
    staleAfterDays: 7,
  };
}

/** A file whose first line is no entity is of another kind, which is worth saying before a long reading. */
async function refuseOther(info: ListInfo, file: SourceFile, limits: Limits): Promise<void> {
  for await (const { text, line } of linesOf(file, limits)) {
    if (text.trim() === '') continue;
    if (!text.trimStart().startsWith('{')) {
      const why = 'its first line is no JSON object; entities come one a line (entities.ftm.json)';
      throw listsError('ENT_LIST_OTHER', { list: info.id, why }, { place: { file: file.name, line } });
    }
    return;
  }
  throw listsError('ENT_LIST_EMPTY', {}, { place: { file: file.name } });
}

async function* readLines(info: ListInfo, file: SourceFile, limits: Limits, log: ReadingLog): Batches {
  const seen = new Set<string>();
  let batch: RecordPart[] = [];
  const onEnd = (sha256: string) => log.file(info.parts, file.name, sha256);
  for await (const { text, line } of linesOf(file, limits, onEnd)) {
    if (text.trim() === '') continue;
    const place = { file: file.name, line };
    const record = readEntity(text, { log, place });
    if (seen.has(record.key)) throw listsError('ENT_LIST_KEY_TWICE', { key: record.key }, { place });
    seen.add(record.key);
    if (seen.size > limits.records) {
      throw listsError('ENT_LIST_TOO_LARGE', { what: 'records', cap: limits.records }, { place });
    }
    batch.push(record);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

async function* linesOf(
  file: SourceFile,
  limits: Limits,
  onEnd?: (sha256: string) => void,
): AsyncGenerator<{ readonly text: string; readonly line: number }, void, undefined> {
  let rest = '';
  let line = 0;
  for await (const piece of readText(file, limits, onEnd)) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    for (const text of lines) {
      line += 1;
      yield { text, line };
    }
    if (rest.length > limits.text) {
      const place = { file: file.name, line: line + 1 };
      throw listsError('ENT_LIST_TOO_LARGE', { what: 'characters of one line', cap: limits.text }, { place });
    }
  }
  if (rest !== '') yield { text: rest, line: line + 1 };
}
