import { tryParseDate } from '../../kernel/index.ts';
import { listsError } from '../errors.ts';
import { LIMITS, type Limits } from '../limits.ts';
import type { ListReader } from '../list-reader.ts';
import { onlyFile } from '../only-file.ts';
import { snapshotOf } from '../snapshot.ts';
import type { SourceFile } from '../source-file.ts';
import { readXml } from '../xml.ts';
import { xmlEntries } from '../xml-entries.ts';
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
      read: (log) =>
        xmlEntries(
          {
            file,
            limits,
            format: FORMAT,
            parts: UN_SC.parts,
            read: (element) => readEntry(element, file.name, log),
          },
          log,
        ),
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
