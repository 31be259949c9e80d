import { tryParseDate } from '../../kernel/index.ts';
import { listsError } from '../errors.ts';
import { LIMITS, type Limits } from '../limits.ts';
import type { ListReader } from '../list-reader.ts';
import { onlyFile } from '../only-file.ts';
import type { ReadingLog } from '../reading-log.ts';
import { type Batches, snapshotOf } from '../snapshot.ts';
import type { SourceFile } from '../source-file.ts';
import { readXml } from '../xml.ts';
import { readEntry } from './entry.ts';
import { FORMAT, UN_SC } from './format.ts';

/** Reads the Security Council's consolidated XML. The key is the permanent reference (`QDe.132`). */
export const unSc: ListReader = {
  info: UN_SC,
  open: async (files, caps) => {
    const limits = { ...LIMITS, ...caps };
    const file = onlyFile(UN_SC.id, files);
    return snapshotOf({
      list: UN_SC.id,
      parts: UN_SC.parts,
      published: await publishedOf(file, limits),
      read: (log) => readList(file, limits, log),
    });
  },
};

/** The moment at which the file was made, from the root element. */
async function publishedOf(file: SourceFile, limits: Limits): Promise<string | null> {
  let generated: string | undefined;
  const onRoot = (attributes: Readonly<Record<string, string>>) => {
    generated = attributes.dateGenerated;
  };
  for await (const _ of readXml(file, limits, FORMAT, { onRoot })) break;
  if (generated === undefined) return null;
  if (tryParseDate(generated) !== null) return generated;
  const detail = { field: 'dateGenerated', value: generated, expected: 'a date' };
  throw listsError('ENT_LIST_VALUE', detail, { place: { file: file.name, line: 1 } });
}

async function* readList(file: SourceFile, limits: Limits, log: ReadingLog): Batches {
  const seen = new Set<string>();
  const onEnd = (sha256: string) => log.file(UN_SC.parts, file.name, sha256);
  for await (const elements of readXml(file, limits, FORMAT, { onEnd })) {
    yield elements.map((element) => {
      const record = readEntry(element, file.name, log);
      if (seen.has(record.key)) {
        const place = { file: file.name, line: element.line };
        throw listsError('ENT_LIST_KEY_TWICE', { key: record.key }, { place });
      }
      seen.add(record.key);
      return record;
    });
  }
  if (seen.size === 0) throw listsError('ENT_LIST_EMPTY', {}, { place: { file: file.name } });
}
