import { type Brief, listOr } from './brief.ts';
import { addDays } from './days-of.ts';
import type { Dossier } from './dossier.ts';
import { type Reminder, remindersOf } from './reminders.ts';

/** How far ahead a digest looks when nobody says, in days. */
export const DIGEST_DAYS = 60;

/** What is overdue, what falls due in the days ahead, what is stale, and what waits for a person. */
export function digestBrief(dossier: Dossier, days: number = DIGEST_DAYS): Brief {
  const { asOf } = dossier;
  const until = addDays(asOf, days);
  const all = remindersOf(dossier);
  const ahead = all.filter(({ past, from }) => !past && from <= until);
  const proposed = dossier.commitments.filter(
    ({ commitment }) => commitment.standing === 'proposed' && commitment.withdrawn === null,
  );
  const shaken = dossier.commitments.flatMap(({ assessments }) =>
    assessments.filter(({ current, restsOnWithdrawn }) => current && restsOnWithdrawn.length > 0),
  );
  return {
    title: `Reminders as of ${asOf}`,
    subtitle: dossier.series.map(({ title }) => title).join('; ') || 'No dialogue is in the record.',
    sections: [
      {
        heading: 'Overdue',
        blocks: [
          listOr(all.filter(({ kind, past }) => kind === 'due' && past).map(line), 'Nothing is overdue.'),
        ],
      },
      { heading: `In the next ${days} days`, blocks: [listOr(ahead.map(line), 'Nothing falls due.')] },
      {
        heading: 'Stale: nobody has looked since',
        blocks: [
          listOr(all.filter(({ kind, past }) => kind === 'review' && past).map(line), 'Nothing is stale.'),
        ],
      },
      {
        heading: 'Waiting for a person',
        blocks: [
          listOr(
            [
              ...(proposed.length === 0
                ? []
                : [`${proposed.length} promises and positions that a machine read are not confirmed`]),
              ...shaken.map(
                ({ assessment, restsOnWithdrawn }) =>
                  `${assessment.id} by ${assessment.assessor.name} rests on evidence that was taken back: ${restsOnWithdrawn.join(', ')}`,
              ),
            ],
            'Nothing waits.',
          ),
        ],
      },
    ],
    limits: [],
  };
}

function line({ from, title, lines, kind }: Reminder): string {
  return `${from}: ${title}${kind === 'review' ? `. ${lines.slice(0, MOST).join('; ')}${lines.length > MOST ? `; and ${lines.length - MOST} more` : ''}` : ''}`;
}

const MOST = 5;
