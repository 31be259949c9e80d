import type { ListInfo } from '../../kernel/index.ts';
import { listsError } from '../errors.ts';
import { isObject, type JsonObject, readJson } from '../json-file.ts';
import { keyedOnce, type PlacedRecord } from '../keyed-once.ts';
import { LIMITS, type Limits } from '../limits.ts';
import type { ListReader } from '../list-reader.ts';
import { onlyFile } from '../only-file.ts';
import type { ReadingLog } from '../reading-log.ts';
import { type Batches, snapshotOf } from '../snapshot.ts';
import type { SourceFile } from '../source-file.ts';
import { readNotice } from './notice.ts';

/** The notices of designations in the Federal Register. */
export const US_FEDERAL_REGISTER: ListInfo = {
  id: 'us-federal-register',
  title: 'Federal Register: notices of terrorist designations',
  authority: { id: 'us-state', name: 'United States Department of State', country: 'US' },
  effect:
    'Each notice gives a designation, an amendment or a revocation its legal effect; it is no list by itself.',
  url: 'https://www.federalregister.gov/agencies/state-department',
  licence: 'United States public domain',
  parts: ['main'],
  staleAfterDays: 7,
};

const ENVELOPE: ReadonlySet<string> = new Set([
  'count',
  'description',
  'total_pages',
  'next_page_url',
  'previous_page_url',
  'results',
  'errors',
]);

/**
 * Reads what the documents API of the Federal Register answers: a search with all its results on one page, a list
 * of documents, or one document. The key is the document number.
 */
export const usFederalRegister: ListReader = {
  info: US_FEDERAL_REGISTER,
  open: async (files, caps) => {
    const limits = { ...LIMITS, ...caps };
    const file = onlyFile(US_FEDERAL_REGISTER.id, files);
    documentsIn(await readJson(file, limits), file);
    return snapshotOf({
      list: US_FEDERAL_REGISTER.id,
      parts: US_FEDERAL_REGISTER.parts,
      published: null,
      read: (log) => readList(file, limits, log),
    });
  },
};

async function* readList(file: SourceFile, limits: Limits, log: ReadingLog): Batches {
  const onEnd = (sha256: string) => log.file(US_FEDERAL_REGISTER.parts, file.name, sha256);
  const documents = documentsIn(await readJson(file, limits, onEnd), file);
  const records = documents.flatMap((document, index): readonly PlacedRecord[] => {
    const place = { file: file.name, path: `result ${index + 1}` };
    const record = readNotice(document, { log, place });
    if (record !== null) return [{ record, place }];
    log.note('row-skipped', place, 'a document about no designation as FTO or SDGT');
    return [];
  });
  yield keyedOnce(records, file, limits);
}

/** Throws `ENT_LIST_OTHER` for another JSON, and `ENT_LIST_COUNT` for one page of several. */
function documentsIn(value: unknown, file: SourceFile): readonly JsonObject[] {
  const place = { file: file.name };
  const other = (why: string) =>
    listsError('ENT_LIST_OTHER', { list: US_FEDERAL_REGISTER.id, why }, { place });
  if (isObject(value) && typeof value.document_number === 'string') return [value];
  const results: unknown = isObject(value) ? value.results : value;
  if (!Array.isArray(results)) throw other('it has no list of results');
  if (isObject(value)) {
    const strange = Object.keys(value).find((name) => !ENVELOPE.has(name));
    if (strange !== undefined) {
      throw listsError('ENT_LIST_FIELD', { field: `field ${strange.slice(0, 80)}` }, { place });
    }
    const { count } = value;
    if (typeof count === 'number' && count !== results.length) {
      throw listsError('ENT_LIST_COUNT', { stated: count, read: results.length }, { place });
    }
  }
  return results.map((document: unknown) => {
    if (isObject(document) && typeof document.document_number === 'string') return document;
    throw other('its results are not documents with numbers');
  });
}
