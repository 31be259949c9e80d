import { tryParseDate } from '../../kernel/index.ts';
import { listsError } from '../errors.ts';
import { LIMITS, type Limits } from '../limits.ts';
import type { ListReader } from '../list-reader.ts';
import { onlyFile } from '../only-file.ts';
import type { SourceFile } from '../source-file.ts';
import { readXml } from '../xml.ts';
import { xmlSnapshot } from '../xml-entries.ts';
import { readEntry } from './entry.ts';
import { FORMAT, UN_SC } from './format.ts';

/** Reads the Security Council's consolidated XML. The key is the permanent reference (`QDe.132`). */
export const unSc: ListReader = {
  info: UN_SC,
  open: async (files, caps) => {
    const limits = { ...LIMITS, ...caps };
    const file = onlyFile(UN_SC.id, files);
    const published = await publishedOf(file, limits);
    return xmlSnapshot({ info: UN_SC, file, limits, format: FORMAT, published, read: readEntry });
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
