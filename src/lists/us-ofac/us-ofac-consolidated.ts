import { LIMITS } from '../limits.ts';
import type { ListReader } from '../list-reader.ts';
import { onlyFile } from '../only-file.ts';
import { snapshotOf } from '../snapshot.ts';
import { distinct } from '../statements.ts';
import { CONSOLIDATED } from './list-info.ts';
import { publishedOf, readSdnXml } from './sdn-xml.ts';

/** Reads the Consolidated (non-SDN) list from its `sdnList` XML, as one part. */
export const usOfacConsolidated: ListReader = {
  info: CONSOLIDATED,
  open: async (files, caps) => {
    const limits = { ...LIMITS, ...caps };
    const file = onlyFile(CONSOLIDATED.id, files);
    const about = { list: CONSOLIDATED.id, parts: CONSOLIDATED.parts };
    return snapshotOf({
      ...about,
      published: await publishedOf(file, CONSOLIDATED.id, limits),
      read: (log) =>
        readSdnXml(file, about, limits, log, ({ key, schema, sdn, alt, add }) => [
          {
            key,
            part: 'main',
            ...(schema === undefined ? {} : { schema }),
            statements: distinct([...sdn, ...alt, ...add]),
          },
        ]),
    });
  },
};
