import { dateBounds, parseDate } from '../kernel/index.ts';
import type {
  AssessmentEntry,
  BodyEntry,
  Cited,
  CommitmentEntry,
  DocumentEntry,
  Due,
  EngagementEntry,
  EntityRef,
  EvidenceEntry,
  GuidelineEntry,
  HappeningEntry,
  MeetingEntry,
  SelfReportEntry,
  SeriesEntry,
} from '../store/index.ts';
import type { BodiesFile, EngagementFile } from './file-format.ts';
import { originOf } from './origin.ts';

/** Something wrong with a file: where in it, and what. */
export interface FileFault {
  readonly path: readonly PropertyKey[];
  readonly why: string;
}

/** The entries that a file holds, or what is wrong with it. */
export interface FileEntries {
  readonly entries: readonly (EngagementEntry | EvidenceEntry)[];
  readonly faults: readonly FileFault[];
}

/**
 * A series file as entries. Ids inside the file are made whole with the series' own (`us-pakistan/2024-05-10`). What
 * is known since when follows its sources: an entry could be known when the first of them was published.
 */
export function entriesOf(file: EngagementFile, groups: ReadonlyMap<string, EntityRef>): FileEntries {
  const reader = new FileReader(file, groups);
  const entries = [
    reader.series(),
    ...file.meetings.flatMap((meeting, at) => reader.meeting(meeting, at)),
    ...file.guidelines.map((one, at) => reader.guideline(one, at)),
    ...file.happenings.map((one, at) => reader.happening(one, at)),
    ...file.reports.map((one, at) => reader.report(one, at)),
    ...file.evidence.map((one, at) => reader.evidence(one, at)),
    ...file.assessments.map((one, at) => reader.assessment(one, at)),
  ];
  const seen = new Set<string>();
  for (const { id } of entries) {
    if (seen.has(id)) reader.fault([], `the id ${id} stands twice`);
    seen.add(id);
  }
  reader.checkReferences(seen);
  return { entries, faults: reader.faults };
}

/** The bodies file as entries. */
export function bodyEntriesOf(file: BodiesFile): FileEntries {
  const faults: FileFault[] = [];
  const ids = new Set(file.bodies.map(({ id }) => id));
  const entries = file.bodies.map((body, at): BodyEntry => {
    if (body.within !== undefined && !ids.has(body.within))
      faults.push({ path: ['bodies', at, 'within'], why: `no body "${body.within}" in this file` });
    const cited = body.sources.flatMap((id) => {
      const source = file.sources[id];
      if (source === undefined)
        faults.push({ path: ['bodies', at, 'sources'], why: `no source "${id}" in this file` });
      return source === undefined ? [] : [citedOf(source)];
    });
    return {
      kind: 'body',
      id: body.id,
      series: null,
      form: body.form,
      within: body.within ?? null,
      country: body.country ?? null,
      names: body.names.map(({ text, from, to }) => ({
        text,
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
      })),
      sources: cited,
      ...knownBy(cited, body.names[0]?.from ?? null),
    };
  });
  return { entries, faults };
}

type Part<K extends keyof EngagementFile> = EngagementFile[K] extends readonly (infer T)[] ? T : never;
type Document = Part<'meetings'>['documents'][number];

class FileReader {
  readonly faults: FileFault[] = [];
  readonly #file: EngagementFile;
  readonly #groups: ReadonlyMap<string, EntityRef>;
  readonly #references: { readonly path: readonly PropertyKey[]; readonly id: string }[] = [];

  constructor(file: EngagementFile, groups: ReadonlyMap<string, EntityRef>) {
    this.#file = file;
    this.#groups = groups;
  }

  fault(path: readonly PropertyKey[], why: string): void {
    this.faults.push({ path, why });
  }

  checkReferences(ids: ReadonlySet<string>): void {
    for (const { path, id } of this.#references)
      if (!ids.has(id)) this.fault(path, `nothing in this file is ${id}`);
  }

  series(): SeriesEntry {
    const { id, title, parties, reviewMonths, about } = this.#file;
    const sources = this.#cited(about, ['about']);
    return {
      kind: 'series',
      id,
      series: id,
      title,
      parties,
      reviewMonths: reviewMonths ?? null,
      sources,
      ...knownBy(sources, null),
    };
  }

  meeting(
    meeting: Part<'meetings'>,
    at: number,
  ): readonly (MeetingEntry | DocumentEntry | CommitmentEntry)[] {
    const path = ['meetings', at];
    const id = this.#id(meeting.id);
    const sources = this.#cited(meeting.sources, [...path, 'sources']);
    const entry: MeetingEntry = {
      kind: 'meeting',
      id,
      series: this.#file.id,
      title: meeting.title,
      date: meeting.date,
      place:
        meeting.place === undefined
          ? null
          : { text: meeting.place.text ?? null, country: meeting.place.country ?? null },
      status: meeting.status,
      delegates: meeting.delegates.map((one) => ({
        party: one.party,
        role: one.role,
        name: one.name ?? null,
        office: one.office,
        body: one.body ?? null,
        acting: one.acting,
      })),
      sources,
      ...knownBy(sources, meeting.date),
    };
    return [
      entry,
      ...meeting.documents.flatMap((one, index) => this.#document(one, id, [...path, 'documents', index])),
    ];
  }

  #document(document: Document, meeting: string, path: readonly PropertyKey[]) {
    const id = this.#id(document.id);
    const sources = this.#cited(document.sources, [...path, 'sources']);
    const known = knownBy(sources, document.date);
    const entry: DocumentEntry = {
      kind: 'document',
      id,
      series: this.#file.id,
      meeting,
      form: document.form,
      title: document.title,
      issuers: document.issuers,
      date: document.date,
      language: document.language,
      standing: document.standing,
      version: 1,
      translationOf: null,
      sha256: null,
      text: null,
      warnings: document.warnings,
      names: { groups: this.#named(document.groups, [...path, 'groups']), said: document.mentions },
      sources,
      ...known,
    };
    const says = document.says.map((said, index): CommitmentEntry => {
      const at = [...path, 'says', index];
      if (said.predecessor !== undefined) this.#refer(said.predecessor.id, [...at, 'predecessor']);
      return {
        kind: 'commitment',
        id: this.#id(said.id),
        series: this.#file.id,
        meeting,
        document: id,
        text: said.quote ?? said.text ?? '',
        verbatim: said.quote !== undefined,
        span: null,
        obligors: said.parties ?? this.#file.parties,
        beneficiaries: said.to ?? [],
        act: said.act,
        binding: said.binding,
        measurable: said.measurable,
        why: said.why,
        due: said.due === undefined ? null : dueOf(said.due),
        topic: said.topic,
        groups: this.#named(said.groups, [...at, 'groups']),
        items: said.items ?? null,
        predecessor:
          said.predecessor === undefined
            ? null
            : { id: this.#id(said.predecessor.id), how: said.predecessor.how },
        reviewMonths: said.reviewMonths ?? null,
        standing: 'confirmed',
        note: said.note ?? null,
        sources,
        ...known,
      };
    });
    return [entry, ...says];
  }

  guideline(one: Part<'guidelines'>, at: number): GuidelineEntry {
    const sources = this.#cited(one.sources, ['guidelines', at, 'sources']);
    const { version, title, text, date } = one;
    return {
      kind: 'guideline',
      ...this.#own(one.id),
      version,
      title,
      text,
      date,
      sources,
      ...knownBy(sources, date),
    };
  }

  happening(one: Part<'happenings'>, at: number): HappeningEntry {
    const sources = this.#cited(one.sources, ['happenings', at, 'sources']);
    if (one.commitment !== undefined) this.#refer(one.commitment, ['happenings', at, 'commitment']);
    return {
      kind: 'happening',
      ...this.#own(one.id),
      form: one.form,
      commitment: one.commitment === undefined ? null : this.#id(one.commitment),
      by: one.by ?? null,
      status: one.status ?? null,
      text: one.text,
      date: one.date,
      sources,
      ...knownBy(sources, one.date),
    };
  }

  report(one: Part<'reports'>, at: number): SelfReportEntry {
    const sources = this.#cited(one.sources, ['reports', at, 'sources']);
    for (const id of one.commitments) this.#refer(id, ['reports', at, 'commitments']);
    return {
      kind: 'self-report',
      ...this.#own(one.id),
      commitments: one.commitments.map((id) => this.#id(id)),
      party: one.party,
      count: one.count ?? null,
      text: one.text,
      date: one.date,
      sources,
      ...knownBy(sources, one.date),
    };
  }

  evidence(one: Part<'evidence'>, at: number): EvidenceEntry {
    const path = ['evidence', at];
    this.#refer(one.commitment, [...path, 'commitment']);
    const [source = { publisher: '', title: '' }] = this.#cited([one.source], [...path, 'source']);
    const { stance, text, date, reliability, credibility } = one;
    return {
      kind: 'evidence',
      id: this.#id(one.id),
      series: this.#file.id,
      commitment: this.#id(one.commitment),
      stance,
      text,
      date,
      source,
      archiveSha256: null,
      retrieved: null,
      collector: 'the starter record',
      reliability,
      credibility,
      origin: one.origin ?? originOf(source, null),
      standing: 'confirmed',
      ...knownBy([source], date),
    };
  }

  assessment(one: Part<'assessments'>, at: number): AssessmentEntry {
    const path = ['assessments', at];
    const sources = this.#cited(one.sources, [...path, 'sources']);
    this.#refer(one.commitment, [...path, 'commitment']);
    this.#refer(one.guideline.id, [...path, 'guideline']);
    if (one.supersedes !== undefined) this.#refer(one.supersedes, [...path, 'supersedes']);
    for (const { evidence } of one.reasons) for (const id of evidence) this.#refer(id, [...path, 'reasons']);
    return {
      kind: 'assessment',
      ...this.#own(one.id),
      commitment: this.#id(one.commitment),
      of: one.of,
      assessor: { name: one.assessor.name, party: one.assessor.party ?? null },
      guideline: { id: this.#id(one.guideline.id), version: one.guideline.version },
      result: one.result,
      score: null,
      count: one.count ?? null,
      confidence: one.confidence,
      reasons: one.reasons.map(({ text, evidence }) => ({
        text,
        evidence: evidence.map((id) => this.#id(id)),
      })),
      date: one.date,
      replyUntil: null,
      supersedes: one.supersedes === undefined ? null : this.#id(one.supersedes),
      sources,
      ...knownBy(sources, one.date),
    };
  }

  #id(id: string): string {
    return `${this.#file.id}/${id}`;
  }

  #own(id: string) {
    return { id: this.#id(id), series: this.#file.id };
  }

  #refer(id: string, path: readonly PropertyKey[]): void {
    this.#references.push({ path, id: this.#id(id) });
  }

  #cited(ids: readonly string[], path: readonly PropertyKey[]): readonly Cited[] {
    return ids.flatMap((id) => {
      const source = this.#file.sources[id];
      if (source === undefined) this.fault(path, `no source "${id}" in this file`);
      return source === undefined ? [] : [citedOf(source)];
    });
  }

  #named(slugs: readonly string[], path: readonly PropertyKey[]): readonly EntityRef[] {
    return slugs.flatMap((slug) => {
      const group = this.#groups.get(slug);
      if (group === undefined) this.fault(path, `no group "${slug}" in the record`);
      return group === undefined ? [] : [group];
    });
  }
}

function citedOf({ publisher, title, date, url, via }: EngagementFile['sources'][string]): Cited {
  return {
    publisher,
    title,
    ...(date === undefined ? {} : { date }),
    ...(url === undefined ? {} : { url }),
    ...(via === undefined ? {} : { via }),
  };
}

function dueOf(due: NonNullable<Document['says'][number]['due']>): Due {
  if ('date' in due) return { kind: 'date', date: due.date };
  if ('to' in due) return { kind: 'window', from: due.from, to: due.to };
  return { kind: 'recurring', from: due.from, everyMonths: due.everyMonths };
}

/**
 * When a thing could be known: when the first of its sources was out, and not before it was so; without a dated source,
 * the last day that its own date may mean.
 */
function knownBy(sources: readonly Cited[], date: string | null): { readonly known?: string } {
  const out = sources
    .flatMap((source) => (source.date === undefined ? [] : [lastDayOf(source.date)]))
    .sort()[0];
  if (date === null) return out === undefined ? {} : { known: out };
  const first = dateBounds(parseDate(date)).from?.slice(0, 10);
  if (out === undefined) return { known: lastDayOf(date) };
  return { known: first !== undefined && first > out ? first : out };
}

function lastDayOf(date: string): string {
  const end = dateBounds(parseDate(date)).to ?? date;
  return new Date(Date.parse(`${end.slice(0, 10)}T00:00:00.000Z`) - 86_400_000).toISOString().slice(0, 10);
}
