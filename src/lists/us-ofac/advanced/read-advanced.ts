import type { RecordPart } from '../../../kernel/index.ts';
import { listsError } from '../../errors.ts';
import type { ReadingLog } from '../../reading-log.ts';
import type { Batches } from '../../snapshot.ts';
import { readXml } from '../../xml.ts';
import { ListWatch } from '../which-list.ts';
import { PARTIES_FORMAT } from './format.ts';
import { type AdvancedEntry, readParty } from './party.ts';
import { type AdvancedFile, readReferences } from './references.ts';

/**
 * Reads `SDN_ADVANCED.XML` or `CONS_ADVANCED.XML`, giving each entry to `lay` to lay out in the parts of the
 * list. It goes over the file twice: what a party refers to stands before it and behind it. Throws as
 * {@link readParty} does, `ENT_LIST_KEY_TWICE`, `ENT_LIST_EMPTY`, and `ENT_LIST_OTHER` when the entries are those
 * of the other OFAC list.
 */
export async function* readAdvanced(
  source: AdvancedFile,
  parts: readonly string[],
  log: ReadingLog,
  lay: (entry: AdvancedEntry) => readonly RecordPart[],
): Batches {
  const { file, list, limits } = source;
  const references = await readReferences(source, log);
  const watch = new ListWatch();
  const seen = new Set<string>();
  const onEnd = (sha256: string) => log.file(parts, file.name, sha256);
  for await (const elements of readXml(file, limits, { ...PARTIES_FORMAT, list }, { onEnd })) {
    const batch: RecordPart[] = [];
    for (const element of elements) {
      const place = { file: file.name, line: element.line, path: element.name };
      const entry = readParty(element, references, { log, place });
      if (seen.has(entry.key)) throw listsError('ENT_LIST_KEY_TWICE', { key: entry.key }, { place });
      seen.add(entry.key);
      watch.entry(entry.programmes);
      batch.push(...lay(entry));
    }
    yield batch;
  }
  const place = { file: file.name };
  if (seen.size === 0) throw listsError('ENT_LIST_EMPTY', {}, { place });
  for (const key of references.listings.keys()) {
    if (seen.has(key)) continue;
    log.note('orphan-row', place, `an entry lists party ${key.slice(0, 20)}, which the file does not have`);
  }
  watch.check(list, file.name);
}
