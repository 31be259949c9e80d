import { anyDate } from '../dated.ts';
import { listsError } from '../errors.ts';
import { LIMITS, type Limits } from '../limits.ts';
import type { ListReader } from '../list-reader.ts';
import { looksLikeXml } from '../looks-like-xml.ts';
import { onlyFile } from '../only-file.ts';
import { snapshotOf } from '../snapshot.ts';
import type { SourceFile } from '../source-file.ts';
import { readXml } from '../xml.ts';
import { xmlSnapshot } from '../xml-entries.ts';
import { openCsv, readCsvRows, reportedOn } from './csv-rows.ts';
import { readDesignation } from './designation.ts';
import { FORMAT, UK_SANCTIONS } from './format.ts';

/** Reads the UK Sanctions List from its XML or its CSV, alike. The key is the unique ID (`AQD0079`). */
export const ukSanctions: ListReader = {
  info: UK_SANCTIONS,
  open: async (files, caps) => {
    const limits = { ...LIMITS, ...caps };
    const file = onlyFile(UK_SANCTIONS.id, files);
    if (!(await looksLikeXml(file, limits))) {
      const table = await openCsv(file, limits);
      return snapshotOf({
        list: UK_SANCTIONS.id,
        parts: UK_SANCTIONS.parts,
        published: reportedOn(table),
        read: (log) => readCsvRows(table, log),
      });
    }
    return xmlSnapshot({
      info: UK_SANCTIONS,
      file,
      limits,
      format: FORMAT,
      published: await publishedOf(file, limits),
      read: (element, name, log) =>
        element.name === 'Designation' ? readDesignation(element, name, log) : null,
    });
  },
};

/** The day on which the file was made, which stands before the designations; `null` where it does not. */
async function publishedOf(file: SourceFile, limits: Limits): Promise<string | null> {
  for await (const [first] of readXml(file, limits, FORMAT)) {
    if (first?.name !== 'DateGenerated') return null;
    const printed = first.text.trim();
    const day = anyDate(printed) ?? anyDate(printed.slice(0, 'YYYY-MM-DD'.length));
    if (day !== null) return day;
    const detail = { field: 'DateGenerated', value: printed, expected: 'a date' };
    throw listsError('ENT_LIST_VALUE', detail, { place: { file: file.name, line: first.line } });
  }
  return null;
}
