import {
  type Comparison,
  compareStatements,
  engagementError,
  type HeldItem,
  isPromise,
  type Statement,
  statementOf,
  statementOfFacts,
} from '../engagement/index.ts';
import type { Clocks } from '../kernel/index.ts';
import type { CommitmentEntry, DocumentEntry, Engagement, Recorded, Store } from '../store/index.ts';
import { type Gazetteer, type Reading, readReport } from '../wire/index.ts';
import { cachedGazetteer } from './cached-gazetteer.ts';

/** A statement to compare: one that the record holds, by its id or its meeting's, or a text from outside. */
export type StatementInput =
  | { readonly id: string }
  | { readonly text: string; readonly title: string; readonly published?: string };

/**
 * What changed from the earlier statement to the later, each held or given as a text. A document of the record is
 * compared by its confirmed promises where it has any, else by what a machine reads in it; where its text is not held,
 * by the facts noted. `engagement` is where documents are read, when names are to be those of a state before. Throws `ENT_ENGAGEMENT_UNKNOWN`, and what reading a text throws.
 */
export async function compareDocuments(
  store: Store,
  before: StatementInput,
  after: StatementInput,
  { knownAt }: Pick<Clocks, 'knownAt'>,
  engagement: Engagement = store.engagement,
): Promise<Comparison> {
  const names = await cachedGazetteer(store, { asOf: null, knownAt });
  const [a, b] = await Promise.all([
    statementFrom(engagement, before, names, knownAt),
    statementFrom(engagement, after, names, knownAt),
  ]);
  return compareStatements(a, b);
}

/** One statement as it is compared. */
export async function statementFrom(
  engagement: Engagement,
  input: StatementInput,
  names: Gazetteer,
  knownAt: Clocks['knownAt'],
): Promise<Statement> {
  if ('id' in input)
    return heldStatement(engagement, await documentNamed(engagement, input.id, knownAt), names, knownAt);
  const reading = readReport(input.text, {
    gazetteer: names,
    ...(input.published === undefined ? {} : { publishedHint: input.published }),
  });
  return statementOf(reading, {
    title: reading.document.headline ?? input.title,
    date: reading.document.reference?.value ?? null,
    standing: isReport(reading) ? 'secondary' : 'primary',
    held: 'text',
    warnings: [],
    parties: [...new Set(reading.commitments.flatMap(({ parties }) => parties))].sort(),
    items: null,
    groups: [],
  });
}

/** The document of an id, or of a meeting the one that the parties themselves issued, else the first. */
async function documentNamed(
  engagement: Engagement,
  id: string,
  knownAt: Clocks['knownAt'],
): Promise<Recorded<DocumentEntry>> {
  const entry = await engagement.entry(id, knownAt);
  if (entry?.kind === 'document') return entry;
  if (entry?.kind === 'meeting' && entry.series !== null) {
    const documents = (await engagement.entries(['document'], [entry.series], knownAt)).filter(
      ({ meeting, withdrawn }) => meeting === id && withdrawn === null,
    );
    const found = documents.find(({ standing }) => standing === 'primary') ?? documents[0];
    if (found !== undefined) return found;
  }
  throw engagementError('ENT_ENGAGEMENT_UNKNOWN', { kind: 'document', id });
}

async function heldStatement(
  engagement: Engagement,
  document: Recorded<DocumentEntry>,
  names: Gazetteer,
  knownAt: Clocks['knownAt'],
): Promise<Statement> {
  const series = document.series === null ? [] : [document.series];
  const entries = await engagement.entries(['series', 'commitment'], series, knownAt);
  const parties = entries.flatMap((entry) => (entry.kind === 'series' ? entry.parties : []));
  const said = entries.filter(
    (entry): entry is Recorded<CommitmentEntry> =>
      entry.kind === 'commitment' &&
      entry.document === document.id &&
      entry.withdrawn === null &&
      entry.standing !== 'rejected',
  );
  const facts = {
    title: document.title,
    date: document.date,
    standing: document.standing,
    warnings: document.warnings,
    parties,
    groups: document.names.groups,
  };
  if (document.text === null)
    return statementOfFacts({ ...facts, items: said.map(itemOf) }, document.names.said);
  const reading = readReport(document.text, { gazetteer: names, publishedHint: document.date.slice(0, 10) });
  const confirmed = said.some(({ standing }) => standing === 'confirmed');
  return statementOf(reading, {
    ...facts,
    held: 'text',
    items: confirmed ? said.map(itemOf) : null,
    groups: [],
  });
}

function itemOf(entry: CommitmentEntry): HeldItem {
  const { id, text, verbatim, obligors, act, binding, topic, measurable, why, groups, beneficiaries, span } =
    entry;
  return {
    id,
    kind: isPromise(entry) ? 'promise' : 'position',
    text,
    verbatim,
    parties: obligors,
    act,
    binding,
    topic,
    measurable,
    why,
    groups,
    about: beneficiaries,
    span: span === null ? null : { start: span.start, end: span.end },
  };
}

function isReport({ document }: Reading): boolean {
  return document.agency !== null || document.syndicated;
}
