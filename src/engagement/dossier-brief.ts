import { type Brief, listOr, type Section, tableOr } from './brief.ts';
import type { Dossier } from './dossier.ts';
import { officeHistory } from './office-history.ts';
import { planWords } from './plan-words.ts';
import { planTotals, rollUp } from './roll-up.ts';
import type { AssessmentView, CommitmentView } from './views.ts';

/** All that the record holds of some series, as a paper: rounds, promises with everything about them, who held what office. */
export function dossierBrief(dossier: Dossier): Brief {
  const totals = planTotals(dossier.commitments);
  return {
    title: dossier.series.map(({ title }) => title).join('; '),
    subtitle: `As of ${dossier.asOf}${dossier.knownAt === null ? '' : `, as known on ${dossier.knownAt.slice(0, 10)}`}. Parties: ${[...new Set(dossier.series.flatMap(({ parties }) => parties))].join(', ')}.`,
    sections: [
      {
        heading: 'Rounds',
        blocks: [
          tableOr(
            ['date', 'what', 'documents'],
            dossier.meetings.map((meeting) => [
              meeting.date,
              meeting.title,
              dossier.documents
                .filter((document) => document.meeting === meeting.id)
                .map(
                  ({ id, title, standing, text }) =>
                    `${title} [${id}], ${standing}, ${text === null ? 'facts noted' : 'text held'}`,
                )
                .join('; '),
            ]),
            'No round is in the record.',
          ),
        ],
      },
      {
        heading: 'Where it stands',
        blocks: [
          listOr(
            rollUp(dossier.commitments).map(
              ({ party, promises, proposed, open, overdue, stale, coverage }) =>
                `${party}: ${promises} promises, ${open} open, ${overdue} overdue, ${stale} stale; ${coverage.words}${proposed === 0 ? '' : `; ${proposed} more wait for a person`}.`,
            ),
            'Nobody has promised anything in the record.',
          ),
          ...(totals.length === 0 ? [] : [listOr(totals.flatMap(planWords), '')]),
          listOr(
            dossier.happenings
              .filter(({ form }) => form === 'status')
              .map(({ date, status, text }) => `${date}: ${status ?? ''}. ${text}`),
            'No change of status is in the record.',
          ),
        ],
      },
      ...dossier.commitments.map(commitmentSection),
      {
        heading: 'Who held what office',
        blocks: [
          listOr(
            officeHistory(dossier).map(
              ({ party, office, holders }) =>
                `${party}, ${office}: ${holders.map(({ name, date, acting, office: then }) => `${name ?? 'not named'}${acting ? ' (acting)' : ''} on ${date}${then === office ? '' : `, as ${then}`}`).join('; ')}`,
            ),
            'Nobody is named.',
          ),
        ],
      },
    ],
    limits: [],
  };
}

/** One promise or position with everything about it: nothing replaced or taken back is left out. */
export function commitmentSection(view: CommitmentView): Section {
  const { commitment, made, due, evidence, assessments, happenings, selfReports, stale, lastKnown } = view;
  return {
    heading: `${commitment.verbatim ? `“${commitment.text}”` : commitment.text} [${commitment.id}]`,
    blocks: [
      listOr(
        [
          `${commitment.obligors.join(', ')}: ${commitment.act}${view.promise ? `, ${commitment.binding}` : ''}; made ${made ?? 'on an unknown day'}; ${commitment.standing}${commitment.note === null ? '' : ` (${commitment.note})`}`,
          ...(commitment.withdrawn === null
            ? []
            : [`TAKEN BACK on ${commitment.withdrawn.known.slice(0, 10)}: ${commitment.withdrawn.why}`]),
          ...(view.promise
            ? [
                `${commitment.measurable ? 'measurable' : 'not measurable'}: ${commitment.why}`,
                due.to === null ? 'no due date' : `due by ${due.to} (${due.state})`,
                view.open ? 'open' : 'not open',
                ...(stale ? [`stale: nothing known since ${lastKnown}`] : []),
              ]
            : []),
          ...(commitment.predecessor === null
            ? []
            : [`${commitment.predecessor.how} ${commitment.predecessor.id}`]),
          ...view.successors.map((id) => `followed by ${id}`),
          ...Object.entries(evidence)
            .filter(([, { pieces }]) => pieces > 0)
            .map(
              ([stance, { pieces, origins }]) =>
                `evidence: ${pieces} ${stance}, from ${origins} ${origins === 1 ? 'origin' : 'origins'}`,
            ),
          ...happenings.map(
            ({ date, form, text, by }) => `${date}: ${form}${by === null ? '' : ` by ${by}`}: ${text}`,
          ),
          ...selfReports.map(
            ({ date, party, count, text }) =>
              `${date}: ${party} says of itself${count === null ? '' : ` ${count.done} of ${count.of}`}: ${text}`,
          ),
          ...assessments.flatMap(assessmentLines),
        ],
        '',
      ),
    ],
  };
}

function assessmentLines(view: AssessmentView): readonly string[] {
  const { assessment, current, supersededBy, replies, restsOnWithdrawn } = view;
  const { date, assessor, of, result, count, confidence, guideline, reasons } = assessment;
  const standing = current
    ? ''
    : supersededBy !== null
      ? ` [replaced by ${supersededBy}]`
      : ` [taken back: ${assessment.withdrawn?.why ?? ''}]`;
  return [
    `${date}: ${assessor.name} on ${of}: ${result}${count === null ? '' : `, ${count.done} of ${count.of}`}, ${confidence} confidence, by ${guideline.id} version ${guideline.version}${standing} [${assessment.id}]`,
    ...reasons.map(
      ({ text, evidence }) => `because: ${text}${evidence.length === 0 ? '' : ` (${evidence.join(', ')})`}`,
    ),
    ...(restsOnWithdrawn.length === 0
      ? []
      : [`rests on evidence that was taken back: ${restsOnWithdrawn.join(', ')}`]),
    ...replies.map(
      ({ reply, late }) =>
        `${reply.date}: ${reply.by} replies${late ? ' (after its window)' : ''}: ${reply.text}`,
    ),
  ];
}
