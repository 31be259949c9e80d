import { type RecordPart, type Statement, tryParseDate } from '../../kernel/index.ts';
import { kindOfAlias } from '../also-known.ts';
import { listsError } from '../errors.ts';
import { isObject, type JsonObject } from '../json-file.ts';
import { distinct, statement } from '../statements.ts';
import { type At, tidy } from '../tidy.ts';
import { type NoticeAction, namesAdded, readTitle } from './title.ts';

/** The fields that the API gives of a document, as its reference of 2025 has them. */
const FIELDS: ReadonlySet<string> = new Set(
  'abstract action agencies agency_names body_html_url cfr_references citation comment_url comments_close_on correction_of corrections dates disposition_notes docket_id docket_ids dockets document_number effective_on end_page excerpts executive_order_notes executive_order_number explanation full_text_xml_url html_url images images_metadata json_url mods_url not_received_for_publication page_length page_views pdf_url presidential_document_number proclamation_number public_inspection_pdf_url publication_date raw_text_url regulation_id_number_info regulation_id_numbers regulations_dot_gov_info regulations_dot_gov_url significant signing_date start_page subtype title toc_doc toc_subject topics type volume'.split(
    ' ',
  ),
);

const TYPES: ReadonlySet<string> = new Set([
  'Notice',
  'Rule',
  'Proposed Rule',
  'Presidential Document',
  'Correction',
  'Sunshine Act Document',
  'Uncategorized Document',
]);

/** Older documents are numbered `E8-3456`, `C1-2019-05565` and `94-12345` too. */
const NUMBER = /^(?:[A-Z]\d{1,2}-(?:\d{4}-)?|\d{2,4}-)\d{1,6}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The property of the day on which a notice takes effect; a review changes nothing. */
const EFFECTS: Readonly<Record<NoticeAction, Statement['property'] | null>> = {
  designation: 'listedOn',
  amendment: 'amendedOn',
  review: null,
  revocation: 'delistedOn',
};

/**
 * Reads a document. The key is its number (`2019-05565`). A designation takes effect on the day of its publication,
 * unless the register states another. Those whom the notice is about are `linkedTo`, not names: a notice is
 * evidence, and no listing of its own. `null` for a document that is no notice about a designation as a Foreign
 * Terrorist Organization or a Specially Designated Global Terrorist. Throws `ENT_LIST_FIELD`, `ENT_LIST_VALUE` and
 * `ENT_LIST_ROW`.
 */
export function readNotice(document: JsonObject, around: At): RecordPart | null {
  const strange = Object.keys(document).find((name) => !FIELDS.has(name));
  if (strange !== undefined) {
    throw listsError('ENT_LIST_FIELD', { field: `field ${strange.slice(0, 80)}` }, { place: around.place });
  }
  const key = textOf(document, 'document_number', around);
  if (!NUMBER.test(key)) throw badValue('document_number', key, 'one like 2019-05565', around);
  const at: At = { log: around.log, place: { ...around.place, path: `document ${key}` } };
  const type = textOf(document, 'type', at);
  if (type !== '' && !TYPES.has(type)) throw badValue('type', type, [...TYPES].join(', '), at);
  const title = textOf(document, 'title', at);
  if (title === '') throw listsError('ENT_LIST_ROW', { why: `${key} has no title` }, { place: at.place });
  const published = day(document, 'publication_date', at);
  if (published === null) throw badValue('publication_date', '', 'a day', at);

  const said = readTitle(title);
  if (said === null || (type !== '' && type !== 'Notice' && type !== 'Correction')) return null;
  const stated = day(document, 'effective_on', at);
  const effect = stated ?? published;
  const { action, programmes, targets } = said;
  const property = EFFECTS[action];
  const abstract = textOf(document, 'abstract', at);
  const excerpts = textOf(document, 'excerpts', at);
  const added = action === 'amendment' ? namesAdded(`${abstract}\n${excerpts}`) : [];
  const one = (name: string, into: Statement['property'], detailType?: string) => {
    const value = textOf(document, name, at);
    return value === '' ? [] : [statement(into, value, name, { detail: { type: detailType } })];
  };
  return {
    key,
    part: 'main',
    statements: distinct([
      statement('title', title, 'title'),
      statement('note', action, 'title', { detail: { type: 'action' } }),
      ...programmes.map((programme) => statement('programme', programme, 'title')),
      ...(property === null
        ? []
        : [
            statement(property, effect, stated === null ? 'publication_date' : 'effective_on', {
              detail: { basis: stated === null ? 'day of publication' : 'stated' },
            }),
          ]),
      ...targets.flatMap(({ name, others }) => [
        linked(name, { role: 'target', kind: 'primary' }, action, effect),
        ...others.map(({ text, kind }) => linked(text, { role: 'target', kind, of: name }, action, effect)),
      ]),
      ...added.map((name) =>
        linked(name, { role: 'alias added', kind: kindOfAlias(name), of: targets[0]?.name }, action, effect),
      ),
      statement('note', published, 'publication_date', { detail: { type: 'publication date' } }),
      ...one('signing_date', 'note', 'signing date'),
      ...one('citation', 'reference'),
      ...one('html_url', 'reference', 'page'),
      ...one('raw_text_url', 'reference', 'full text'),
      ...docketsOf(document, at),
      ...agenciesOf(document, at).map((name) => statement('authority', name, 'agencies')),
      ...(abstract === '' ? [] : [statement('remarks', abstract, 'abstract')]),
      ...(excerpts === '' ? [] : [statement('remarks', excerpts, 'excerpts')]),
    ]),
  };
}

function linked(
  name: string,
  detail: Readonly<Record<string, string | undefined>>,
  action: NoticeAction,
  effect: string,
): Statement {
  const made = statement('linkedTo', name, 'title', { detail: { ...detail, action } });
  if (action === 'revocation') return { ...made, validTo: effect };
  return action === 'designation' || detail.role === 'alias added' ? { ...made, validFrom: effect } : made;
}

function textOf(document: JsonObject, name: string, at: At): string {
  const value = document[name] ?? '';
  if (typeof value === 'string') return tidy(value, at);
  throw badValue(name, JSON.stringify(value), 'a text', at);
}

function day(document: JsonObject, name: string, at: At): string | null {
  const value = textOf(document, name, at);
  if (value === '') return null;
  if (DAY.test(value) && tryParseDate(value) !== null) return value;
  throw badValue(name, value, 'a day like 2019-03-22', at);
}

function docketsOf(document: JsonObject, at: At): readonly Statement[] {
  const { docket_ids: ids = [] } = document;
  if (!Array.isArray(ids)) throw badValue('docket_ids', JSON.stringify(ids), 'a list', at);
  return ids.flatMap((id: unknown) => {
    if (typeof id !== 'string') throw badValue('docket_ids', JSON.stringify(id), 'texts', at);
    const value = tidy(id, at);
    return value === '' ? [] : [statement('reference', value, 'docket_ids', { detail: { type: 'docket' } })];
  });
}

/** The names of the agencies; a department without a page of its own has only a raw name. */
function agenciesOf(document: JsonObject, at: At): readonly string[] {
  const { agencies = [] } = document;
  if (!Array.isArray(agencies)) throw badValue('agencies', JSON.stringify(agencies), 'a list', at);
  return agencies.flatMap((agency: unknown) => {
    if (!isObject(agency)) throw badValue('agencies', JSON.stringify(agency), 'objects', at);
    const name = textOf(agency, agency.name === undefined ? 'raw_name' : 'name', at);
    return name === '' ? [] : [name];
  });
}

function badValue(field: string, value: string, expected: string, { place }: At) {
  return listsError('ENT_LIST_VALUE', { field, value: value ?? '', expected }, { place });
}
