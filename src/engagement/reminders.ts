import { dateBounds, groupBy, parseDate } from '../kernel/index.ts';
import { addDays } from './days-of.ts';
import type { Dossier } from './dossier.ts';
import { dueWindow } from './due.ts';

/** Something that falls on a day and that somebody should be reminded of. */
export interface Reminder {
  /** The same for the same thing, whenever it is asked: a calendar then updates and does not double. */
  readonly uid: string;
  readonly kind: 'meeting' | 'due' | 'review' | 'reply';
  /** First and last day, both included. */
  readonly from: string;
  readonly to: string;
  readonly title: string;
  readonly lines: readonly string[];
  /** Ids of what it is about. */
  readonly about: readonly string[];
  readonly past: boolean;
}

/**
 * What falls due: meetings planned, due dates of open promises, the days on which open promises should be looked at
 * again (one reminder a series and day), and windows for a reply. In the order of their days.
 */
export function remindersOf(dossier: Dossier): readonly Reminder[] {
  const { asOf } = dossier;
  const seriesTitle = new Map(dossier.series.map(({ id, title }) => [id, title]));
  const open = dossier.commitments.filter((view) => view.open);
  const found: Reminder[] = [];
  for (const meeting of dossier.meetings) {
    if (meeting.status !== 'planned' || meeting.withdrawn !== null) continue;
    const bounds = dateBounds(parseDate(meeting.date));
    if (bounds.from === null || bounds.to === null) continue;
    const to = addDays(bounds.to.slice(0, 10), -1);
    found.push({
      uid: `meeting-${meeting.id}`,
      kind: 'meeting',
      from: bounds.from.slice(0, 10),
      to,
      title: meeting.title,
      lines: [seriesTitle.get(meeting.series ?? '') ?? ''],
      about: [meeting.id],
      past: to < asOf,
    });
  }
  for (const { commitment } of open) {
    const window = dueWindow(commitment.due, asOf);
    if (window === null) continue;
    found.push({
      uid: `due-${commitment.id}-${window.to}`,
      kind: 'due',
      from: window.to,
      to: window.to,
      title: `Due: ${short(commitment.text)}`,
      lines: [
        `${commitment.obligors.join(', ')}: ${commitment.text}`,
        ...(window.from === window.to ? [] : [`Window from ${window.from} to ${window.to}.`]),
      ],
      about: [commitment.id],
      past: window.to < asOf,
    });
  }
  const reviews = groupBy(
    open.filter(({ reviewBy }) => reviewBy !== null),
    ({ commitment, reviewBy }) => `${commitment.series}\n${reviewBy}`,
  );
  for (const views of reviews.values()) {
    const [first] = views;
    if (first === undefined || first.reviewBy === null) continue;
    const { commitment, reviewBy } = first;
    const title = seriesTitle.get(commitment.series ?? '') ?? commitment.series ?? '';
    found.push({
      uid: `review-${commitment.series}-${reviewBy}`,
      kind: 'review',
      from: reviewBy,
      to: reviewBy,
      title: `Look again at ${views.length} open ${views.length === 1 ? 'promise' : 'promises'}: ${title}`,
      lines: views.map(
        (view) =>
          `${view.commitment.obligors.join(', ')}: ${short(view.commitment.text)} (known last: ${view.lastKnown})`,
      ),
      about: views.map((view) => view.commitment.id),
      past: reviewBy < asOf,
    });
  }
  for (const { commitment, assessments } of dossier.commitments)
    for (const { assessment, current, replies, replyWindow } of assessments) {
      if (!current || assessment.replyUntil === null || replies.length > 0 || replyWindow !== 'open')
        continue;
      found.push({
        uid: `reply-${assessment.id}`,
        kind: 'reply',
        from: assessment.replyUntil,
        to: assessment.replyUntil,
        title: `${assessment.of} may reply until today: ${short(commitment.text)}`,
        lines: [`${assessment.assessor.name}: ${assessment.result}`],
        about: [assessment.id],
        past: false,
      });
    }
  return found.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.uid < b.uid ? -1 : 1));
}

function short(text: string): string {
  const characters = [...text.replace(/\s+/g, ' ')];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : characters.join('');
}

const LONGEST = 90;
