import { formatDate, tryParseDate } from '../../kernel/index.ts';
import { listsError } from '../errors.ts';
import { LIMITS, type Limits } from '../limits.ts';
import type { ListReader } from '../list-reader.ts';
import { onlyFile } from '../only-file.ts';
import type { SourceFile } from '../source-file.ts';
import { readXml } from '../xml.ts';
import { xmlSnapshot } from '../xml-entries.ts';
import { readEntry } from './entry.ts';
import { EU_FSF, FORMAT } from './format.ts';

/** Reads the XML (1.1) of the Financial Sanctions File. The key is the EU reference number (`EU.3089.81`). */
export const euFsf: ListReader = {
  info: EU_FSF,
  open: async (files, caps) => {
    const limits = { ...LIMITS, ...caps };
    const file = onlyFile(EU_FSF.id, files);
    const published = await publishedOf(file, limits);
    return xmlSnapshot({ info: EU_FSF, file, limits, format: FORMAT, published, read: readEntry });
  },
};

/** The moment at which the file was made, from the root element. */
async function publishedOf(file: SourceFile, limits: Limits): Promise<string | null> {
  let generated: string | undefined;
  const onRoot = (attributes: Readonly<Record<string, string>>) => {
    generated = attributes.generationDate;
  };
  for await (const _ of readXml(file, limits, FORMAT, { onRoot })) break;
  if (generated === undefined) return null;
  const date = tryParseDate(generated);
  if (date !== null) return formatDate(date);
  const detail = { field: 'generationDate', value: generated, expected: 'a date' };
  throw listsError('ENT_LIST_VALUE', detail, { place: { file: file.name, line: 1 } });
}
