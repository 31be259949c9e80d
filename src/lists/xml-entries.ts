import type { ListInfo, RecordPart } from '../kernel/index.ts';
import { listsError } from './errors.ts';
import type { Limits } from './limits.ts';
import type { OpenSnapshot } from './list-reader.ts';
import type { ReadingLog } from './reading-log.ts';
import { type Batches, snapshotOf } from './snapshot.ts';
import type { SourceFile } from './source-file.ts';
import { readXml, type XmlElement, type XmlFormat } from './xml.ts';

/** How the entries of an XML list are read. */
export interface XmlEntries {
  readonly file: SourceFile;
  readonly limits: Limits;
  readonly format: XmlFormat;
  /** The parts of the list that the file holds. */
  readonly parts: readonly string[];
  /** Reads one element that the format hands out: its entry, several of one element, or `null` for none. */
  readonly read: (element: XmlElement, log: ReadingLog) => RecordPart | readonly RecordPart[] | null;
}

/** A list that comes as one XML file, recognised and ready to be read by {@link xmlEntries}. */
export function xmlSnapshot(about: {
  readonly info: ListInfo;
  readonly file: SourceFile;
  readonly limits: Limits;
  readonly format: XmlFormat;
  readonly published: string | null;
  /** Reads one element of the file so named. */
  readonly read: (element: XmlElement, file: string, log: ReadingLog) => RecordPart | null;
}): OpenSnapshot {
  const { info, file, limits, format, published, read } = about;
  const { id: list, parts } = info;
  return snapshotOf({
    list,
    parts,
    published,
    read: (log) =>
      xmlEntries({ file, limits, format, parts, read: (element) => read(element, file.name, log) }, log),
  });
}

/** The entries of a file, each key once. Throws `ENT_LIST_KEY_TWICE`, and `ENT_LIST_EMPTY` when there is none. */
export async function* xmlEntries(entries: XmlEntries, log: ReadingLog): Batches {
  const { file, limits, format, parts, read } = entries;
  const seen = new Set<string>();
  const onEnd = (sha256: string) => log.file(parts, file.name, sha256);
  for await (const elements of readXml(file, limits, format, { onEnd })) {
    yield elements.flatMap((element) => {
      const made = read(element, log);
      const records: readonly RecordPart[] = made === null ? [] : [made].flat();
      for (const { key } of records) {
        const place = { file: file.name, line: element.line };
        if (seen.has(key)) throw listsError('ENT_LIST_KEY_TWICE', { key }, { place });
        seen.add(key);
      }
      return records;
    });
  }
  if (seen.size === 0) throw listsError('ENT_LIST_EMPTY', {}, { place: { file: file.name } });
}
