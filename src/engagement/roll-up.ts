import type { AssessmentResult, CommitmentEntry, Recorded, SelfReportEntry } from '../store/index.ts';
import { RESULTS } from './rules.ts';
import { type CommitmentView, newestByAssessor } from './views.ts';

/** What one assessor found of one party's promises. */
export interface AssessorTotals {
  readonly assessor: string;
  readonly assessed: number;
  readonly results: Readonly<Record<AssessmentResult, number>>;
  /** Mean of -1, 0 and 1 over what was scored; `null` where nothing was. What is not scored counts for nothing. */
  readonly meanScore: number | null;
  readonly scored: number;
}

/** Where one party's promises stand, with how much of them anybody looked at. */
export interface RollUp {
  readonly party: string;
  /** Confirmed by a person; only these are counted. */
  readonly promises: number;
  /** Read by a machine and waiting for a person. */
  readonly proposed: number;
  readonly open: number;
  readonly overdue: number;
  readonly stale: number;
  readonly unmeasurable: number;
  /** "9 of 14 assessed": promises that have a current assessment of this party. */
  readonly coverage: { readonly assessed: number; readonly of: number; readonly words: string };
  /** One row an assessor; nothing averages them. */
  readonly assessors: readonly AssessorTotals[];
  /** Promises on which current assessments of this party differ. */
  readonly disagreements: readonly string[];
}

/**
 * Rolls up the promises of each party (SPEC R1 to R4). Every count is over promises that a person confirmed, not over
 * positions; a promise that several parties made counts for each.
 */
export function rollUp(views: readonly CommitmentView[]): readonly RollUp[] {
  const all = views.filter(({ promise, commitment }) => promise && commitment.withdrawn === null);
  const promises = all.filter(({ commitment }) => commitment.standing === 'confirmed');
  const proposed = all.filter(({ commitment }) => commitment.standing === 'proposed');
  const parties = [
    ...new Set([...promises, ...proposed].flatMap(({ commitment }) => commitment.obligors)),
  ].sort();
  return parties.map((party) => {
    const own = promises.filter(({ commitment }) => commitment.obligors.includes(party));
    const stateOf = (view: CommitmentView) => view.agreement.find((one) => one.party === party)?.state;
    const assessed = own.filter((view) => (stateOf(view) ?? 'not-assessed') !== 'not-assessed').length;
    return {
      party,
      promises: own.length,
      proposed: proposed.filter(({ commitment }) => commitment.obligors.includes(party)).length,
      open: own.filter(({ open }) => open).length,
      overdue: own.filter(({ due }) => due.state === 'overdue').length,
      stale: own.filter(({ stale }) => stale).length,
      unmeasurable: own.filter(({ commitment }) => !commitment.measurable).length,
      coverage: { assessed, of: own.length, words: `${assessed} of ${own.length} assessed` },
      assessors: totalsOf(party, own),
      disagreements: own
        .filter((view) => stateOf(view) === 'disagree')
        .map(({ commitment }) => commitment.id),
    };
  });
}

function totalsOf(party: string, views: readonly CommitmentView[]): readonly AssessorTotals[] {
  const current = views.flatMap((view) => newestByAssessor(party, view.assessments));
  const names = [...new Set(current.map(({ assessment }) => assessment.assessor.name))].sort();
  return names.map((assessor) => {
    const own = current.map(({ assessment }) => assessment).filter((one) => one.assessor.name === assessor);
    const scores = own.flatMap(({ score }) => (score === null ? [] : [score]));
    return {
      assessor,
      assessed: own.length,
      results: Object.fromEntries(
        RESULTS.map((result) => [result, own.filter((one) => one.result === result).length]),
      ) as Record<AssessmentResult, number>,
      meanScore:
        scores.length === 0 ? null : scores.reduce<number>((sum, score) => sum + score, 0) / scores.length,
      scored: scores.length,
    };
  });
}

/** How many items of a party's plans somebody counts as done. */
export interface PlanCount {
  readonly by: string;
  /** A reviewer's count, or the party's own. They stand side by side and are never merged. */
  readonly basis: 'assessment' | 'self-report';
  readonly party: string;
  readonly done: number;
  /** Items of the plans that were counted. */
  readonly counted: number;
  /** Items of all plans that stood on the day. */
  readonly items: number;
  readonly date: string;
  /** "26 of 27", and what is not counted. */
  readonly words: string;
  readonly plans: readonly {
    readonly commitment: string;
    readonly done: number;
    readonly of: number;
    readonly date: string;
  }[];
  /** What it counts as done. */
  readonly rule: string;
}

/** A party's plans on a day: how many items they have, and who counts how many as done. */
export interface PlanTotals {
  readonly party: string;
  readonly plans: readonly { readonly commitment: string; readonly text: string; readonly items: number }[];
  readonly items: number;
  /** Empty while nobody has counted: nothing is known, and nothing is not zero. */
  readonly counts: readonly PlanCount[];
}

/**
 * The counts of plans with items on the day of the views (SPEC R5): each reviewer's newest count of every plan, added
 * up, with how many items it covers; and beside it each party's newest own count, whatever it counts as done.
 */
export function planTotals(views: readonly CommitmentView[]): readonly PlanTotals[] {
  const plans = views.filter(({ commitment }) => commitment.items !== null && commitment.withdrawn === null);
  const parties = [...new Set(plans.flatMap(({ commitment }) => commitment.obligors))].sort();
  return parties.map((party) => {
    const own = plans.filter(({ commitment }) => commitment.obligors.includes(party));
    const items = own.reduce((sum, { commitment }) => sum + (commitment.items ?? 0), 0);
    return {
      party,
      plans: own.map(({ commitment }) => ({
        commitment: commitment.id,
        text: commitment.text,
        items: commitment.items ?? 0,
      })),
      items,
      counts: [...reviewed(party, own, items), ...selfCounted(party, own, items)],
    };
  });
}

function reviewed(party: string, plans: readonly CommitmentView[], items: number): readonly PlanCount[] {
  const counts = plans.flatMap(({ commitment, assessments }) =>
    newestByAssessor(party, assessments).flatMap(({ assessment }) =>
      assessment.count === null ? [] : [{ commitment, assessment, count: assessment.count }],
    ),
  );
  const names = [...new Set(counts.map(({ assessment }) => assessment.assessor.name))].sort();
  return names.map((by) => {
    const own = counts.filter(({ assessment }) => assessment.assessor.name === by);
    const done = own.reduce((sum, { count }) => sum + count.done, 0);
    const counted = own.reduce((sum, { count }) => sum + count.of, 0);
    const newest = own.reduce((a, b) => (a.assessment.date >= b.assessment.date ? a : b));
    return {
      by,
      basis: 'assessment',
      party,
      done,
      counted,
      items,
      date: newest.assessment.date,
      words: words(done, counted, items),
      plans: own.map(({ commitment, assessment, count }) => ({
        commitment: commitment.id,
        ...count,
        date: assessment.date,
      })),
      rule: newest.assessment.reasons.map(({ text }) => text).join(' '),
    };
  });
}

function selfCounted(
  party: string,
  plans: readonly {
    readonly commitment: Recorded<CommitmentEntry>;
    readonly selfReports: readonly Recorded<SelfReportEntry>[];
  }[],
  items: number,
): readonly PlanCount[] {
  const reports = [...new Set(plans.flatMap(({ selfReports }) => selfReports))].filter(
    (report) => report.party === party && report.count !== null && report.withdrawn === null,
  );
  const newest = reports.reduce<Recorded<SelfReportEntry> | null>(
    (best, report) => (best === null || best.date < report.date ? report : best),
    null,
  );
  if (newest?.count == null) return [];
  const { done, of } = newest.count;
  return [
    {
      by: party,
      basis: 'self-report',
      party,
      done,
      counted: of,
      items,
      date: newest.date,
      words: words(done, of, items),
      plans: [],
      rule: newest.text,
    },
  ];
}

function words(done: number, counted: number, items: number): string {
  return counted === items
    ? `${done} of ${items}`
    : `${done} of ${counted}; ${items - counted} of ${items} items not counted`;
}
