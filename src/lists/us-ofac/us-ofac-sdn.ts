import type { RecordPart } from '../../kernel/index.ts';
import { listsError } from '../errors.ts';
import { LIMITS, type Limits } from '../limits.ts';
import type { ListReader } from '../list-reader.ts';
import { looksLikeXml, xmlRoot } from '../looks-like-xml.ts';
import { snapshotOf } from '../snapshot.ts';
import type { SourceFile } from '../source-file.ts';
import { ADVANCED_ROOT } from './advanced/format.ts';
import type { AdvancedEntry } from './advanced/party.ts';
import { readAdvanced } from './advanced/read-advanced.ts';
import { issuedOn } from './advanced/references.ts';
import { ADVANCED_PART, SDN, SDN_PARTS, type SdnFilePart } from './list-info.ts';
import { readSdnSet } from './sdn-csv.ts';
import { partsOf, sdnPartOf } from './sdn-files.ts';
import { publishedOf, readSdnXml, type XmlEntry } from './sdn-xml.ts';

/**
 * Reads the SDN list from any of the files of its CSV set, from its `sdnList` XML or from its advanced XML. All
 * give the same statements wherever they print the same fact, so that a store may change from one to the other;
 * only the raw remarks differ, of which the XML keeps what has no element of its own, and the places of strong
 * aliases, which the advanced XML does not number as the others do.
 */
export const usOfacSdn: ListReader = {
  info: SDN,
  open: async (files, caps) => {
    const limits = { ...LIMITS, ...caps };
    const [first] = files;
    if (first === undefined) throw wrongFiles('there are none');
    if (files.length === 1 && (await looksLikeXml(first, limits))) {
      const advanced = (await xmlRoot(first, limits)) === ADVANCED_ROOT;
      return advanced ? openAdvanced(first, limits) : openXml(first, limits);
    }
    return openSet(files, limits);
  },
};

async function openXml(file: SourceFile, limits: Limits) {
  const published = await publishedOf(file, SDN.id, limits);
  // The XML holds what all files of the set hold, remarks uncut: it says of each part what is, or is not, there.
  const about = { list: SDN.id, parts: SDN_PARTS };
  return snapshotOf({ ...about, published, read: (log) => readSdnXml(file, about, limits, log, inParts) });
}

async function openAdvanced(file: SourceFile, limits: Limits) {
  const source = { file, list: SDN.id, limits };
  return snapshotOf({
    list: SDN.id,
    parts: SDN.parts,
    published: await issuedOn(source),
    read: (log) => readAdvanced(source, SDN.parts, log, inAllParts),
  });
}

async function openSet(files: readonly SourceFile[], limits: Limits) {
  const set = new Map<SdnFilePart, SourceFile>();
  for (const file of files) {
    if (await looksLikeXml(file, limits)) {
      throw wrongFiles('it is XML, which comes alone', file);
    }
    const part = await sdnPartOf(file, limits);
    const other = set.get(part);
    if (other !== undefined) throw wrongFiles(`it is ${part}, and so is ${other.name}`, file);
    set.set(part, file);
  }
  return snapshotOf({
    list: SDN.id,
    parts: partsOf(set),
    published: null,
    read: (log) => readSdnSet(set, limits, log),
  });
}

function inParts({ key, schema, sdn, alt, add }: XmlEntry): readonly RecordPart[] {
  const parts: RecordPart[] = [
    { key, part: 'sdn', ...(schema === undefined ? {} : { schema }), statements: sdn },
  ];
  if (alt.length > 0) parts.push({ key, part: 'alt', statements: alt });
  if (add.length > 0) parts.push({ key, part: 'add', statements: add });
  return parts;
}

function inAllParts(entry: AdvancedEntry): readonly RecordPart[] {
  const { key, advanced } = entry;
  return advanced.length === 0
    ? inParts(entry)
    : [...inParts(entry), { key, part: ADVANCED_PART, statements: advanced }];
}

function wrongFiles(why: string, file?: SourceFile) {
  const options = file === undefined ? {} : { place: { file: file.name } };
  return listsError('ENT_LIST_FILES', { list: SDN.id, why }, options);
}
