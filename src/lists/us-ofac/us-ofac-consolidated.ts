import type { RecordPart } from '../../kernel/index.ts';
import { LIMITS } from '../limits.ts';
import type { ListReader } from '../list-reader.ts';
import { xmlRoot } from '../looks-like-xml.ts';
import { onlyFile } from '../only-file.ts';
import { snapshotOf } from '../snapshot.ts';
import { distinct } from '../statements.ts';
import { ADVANCED_ROOT } from './advanced/format.ts';
import { readAdvanced } from './advanced/read-advanced.ts';
import { issuedOn } from './advanced/references.ts';
import { ADVANCED_PART, CONSOLIDATED } from './list-info.ts';
import { publishedOf, readSdnXml, type XmlEntry } from './sdn-xml.ts';

const [MAIN] = CONSOLIDATED.parts;

/**
 * Reads the Consolidated (non-SDN) list from its `sdnList` XML, as one part, or from its advanced XML, which has a
 * second part for what it alone says.
 */
export const usOfacConsolidated: ListReader = {
  info: CONSOLIDATED,
  open: async (files, caps) => {
    const limits = { ...LIMITS, ...caps };
    const list = CONSOLIDATED.id;
    const file = onlyFile(list, files);
    if ((await xmlRoot(file, limits)) === ADVANCED_ROOT) {
      const source = { file, list, limits };
      return snapshotOf({
        list,
        parts: CONSOLIDATED.parts,
        published: await issuedOn(source),
        read: (log) =>
          readAdvanced(source, CONSOLIDATED.parts, log, (entry) =>
            entry.advanced.length === 0
              ? [mainPart(entry)]
              : [mainPart(entry), { key: entry.key, part: ADVANCED_PART, statements: entry.advanced }],
          ),
      });
    }
    const about = { list, parts: [MAIN] };
    return snapshotOf({
      ...about,
      published: await publishedOf(file, list, limits),
      read: (log) => readSdnXml(file, about, limits, log, (entry) => [mainPart(entry)]),
    });
  },
};

function mainPart({ key, schema, sdn, alt, add }: XmlEntry): RecordPart {
  return {
    key,
    part: MAIN,
    ...(schema === undefined ? {} : { schema }),
    statements: distinct([...sdn, ...alt, ...add]),
  };
}
