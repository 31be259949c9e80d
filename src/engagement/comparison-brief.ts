import { type Brief, listOr, type Section, tableOr } from './brief.ts';
import type { Comparison, ItemComparison, StatementHead, SubjectChanges } from './compare-statements.ts';
import type { Subject } from './statement.ts';
import { SUBJECT_KINDS, type SubjectKind } from './statement-kinds.ts';

const PLURAL: Readonly<Record<SubjectKind, string>> = {
  group: 'Groups',
  forum: 'Fora and bodies',
  instrument: 'Instruments and programmes',
  topic: 'Topics',
  figure: 'Figures',
  state: 'Other states',
};

/** A comparison as a paper: what was added and dropped, what became of each promise, the sentences side by side. */
export function comparisonBrief(comparison: Comparison): Brief {
  const { before, after, counts } = comparison;
  return {
    title: 'What changed between two statements',
    subtitle: `${headWords(before)} → ${headWords(after)}`,
    sections: [
      subjects(comparison),
      {
        heading: 'Promises',
        blocks: [
          {
            kind: 'text',
            text: `${counts['carried-over']} carried over unchanged, ${counts.narrowed} narrowed, ${counts.widened} widened, ${counts.strengthened} strengthened, ${counts.weakened} weakened, ${counts.dropped} dropped (${counts.droppedWithoutAWord} without a word), ${counts.added} added. One promise may be several of these.`,
          },
          itemTable(
            comparison.items.filter(({ kind }) => kind === 'promise'),
            'Neither makes a promise.',
          ),
        ],
      },
      {
        heading: 'Said without a promise',
        blocks: [
          itemTable(
            comparison.items.filter(({ kind }) => kind === 'position'),
            'Neither takes a position.',
          ),
        ],
      },
      {
        heading: 'Sentences side by side',
        blocks: [
          tableOr(
            ['earlier', 'later'],
            comparison.sentences.map(({ before: a, after: b }) => [a?.quote ?? '—', b?.quote ?? '—']),
            'No sentence is held of either.',
          ),
        ],
      },
    ],
    limits: [
      ...comparison.limits,
      'Promises are matched by what they are about, by rules; a person should read both.',
    ],
  };
}

/** A statement's title, date and standing in one phrase. */
export function headWords({ title, date, standing, held }: StatementHead): string {
  return `${title}${date === null ? '' : ` (${date})`}, ${standing === 'primary' ? 'the parties’ own' : 'a report'}, ${held === 'text' ? 'text held' : 'facts noted'}`;
}

function subjects({ subjects: changes }: Comparison): Section {
  return {
    heading: 'Added and dropped',
    blocks: SUBJECT_KINDS.map((kind) => listOr([subjectLine(kind, changes[kind])], '')),
  };
}

/** What of one kind came, went and stayed, in a line. */
export function subjectLine(kind: SubjectKind, { added, dropped, kept }: SubjectChanges): string {
  const parts = [
    added.length === 0 ? '' : `added ${added.map(label).join(', ')}`,
    dropped.length === 0 ? '' : `dropped ${dropped.map(label).join(', ')}`,
    kept.length === 0 ? '' : `kept ${kept.map(({ after }) => label(after)).join(', ')}`,
  ].filter((part) => part !== '');
  return `${PLURAL[kind]}: ${parts.length === 0 ? 'none in either' : parts.join('; ')}`;
}

/** A name; what stands only in the reporter's own words says so. */
function label({ label: name, byParties }: Subject): string {
  return byParties ? name : `${name} (in the report’s own words)`;
}

function itemTable(items: readonly ItemComparison[], nothing: string) {
  return tableOr(
    ['what became of it', 'earlier', 'later'],
    items.map((item) => [
      changeLine(item),
      item.before === null ? '—' : worded(item.before),
      item.after === null
        ? item.stillSpokenOf === null
          ? '—'
          : `still spoken of: “${item.stillSpokenOf.quote}”`
        : worded(item.after),
    ]),
    nothing,
  );
}

/** What became of a promise, and why that is said of it. */
export function changeLine({ changes, gained, lost, force, stillSpokenOf, kind }: ItemComparison): string {
  const dropped =
    changes.includes('dropped') && stillSpokenOf === null && kind === 'promise' ? ' without a word' : '';
  return [
    `${changes.join(', ')}${dropped}`,
    gained.length === 0 ? '' : `gained ${gained.join(', ')}`,
    lost.length === 0 ? '' : `lost ${lost.join(', ')}`,
    ...force,
  ]
    .filter((part) => part !== '')
    .join('; ');
}

function worded({
  text,
  verbatim,
  parties,
  act,
  binding,
  kind,
}: NonNullable<ItemComparison['before']>): string {
  return `${verbatim ? `“${text}”` : text} (${parties.join(', ')}: ${act}${kind === 'promise' ? `, ${binding}` : ''})`;
}
