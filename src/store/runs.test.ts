import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { join, leave, type Run, seenAt } from './runs.ts';

const days = [
  '2020-01-01',
  '2020-01-02',
  '2020-01-03',
  '2020-01-04',
  '2020-01-05',
  '2020-01-06',
  '2020-01-07',
];

/** The slow and obvious way: which days hold the thing, cut into maximal runs. */
function runsOf(timeline: ReadonlyMap<string, boolean>): Run[] {
  const out: Run[] = [];
  let from: string | null = null;
  for (const at of [...timeline.keys()].sort()) {
    if (timeline.get(at) === true) from ??= at;
    else if (from !== null) {
      out.push({ from, to: at });
      from = null;
    }
  }
  if (from !== null) out.push({ from, to: null });
  return out;
}

function neighbours(timeline: ReadonlyMap<string, boolean>, at: string) {
  const known = [...timeline.keys()].filter((day) => day !== at).sort();
  return {
    before: known.filter((day) => day < at).at(-1) ?? null,
    after: known.find((day) => day > at) ?? null,
  };
}

const history = fc.uniqueArray(fc.tuple(fc.constantFrom(...days), fc.boolean()), { selector: ([at]) => at });

describe('runs', () => {
  it('come out the same as from the whole timeline, in whatever order snapshots join', () => {
    fc.assert(
      fc.property(history, (snapshots) => {
        const timeline = new Map<string, boolean>();
        let runs: readonly Run[] = [];
        for (const [at, present] of snapshots) {
          runs = join(runs, at, present, neighbours(timeline, at));
          timeline.set(at, present);
          expect(runs).toEqual(runsOf(timeline));
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('come back to what they were when a snapshot leaves again', () => {
    fc.assert(
      fc.property(history, fc.nat(), (snapshots, pick) => {
        fc.pre(snapshots.length > 0);
        const timeline = new Map(snapshots);
        const gone = snapshots[pick % snapshots.length]?.[0] ?? '';
        const runs = leave(runsOf(timeline), gone, neighbours(timeline, gone));
        timeline.delete(gone);
        expect(runs).toEqual(runsOf(timeline));
      }),
      { numRuns: 2000 },
    );
  });

  it('say at each moment what the last snapshot before it said', () => {
    fc.assert(
      fc.property(history, fc.constantFrom(...days), (snapshots, at) => {
        const timeline = new Map(snapshots);
        const last = [...timeline.keys()]
          .filter((day) => day <= at)
          .sort()
          .at(-1);
        expect(seenAt(runsOf(timeline), at)).toBe(last !== undefined && timeline.get(last) === true);
      }),
    );
  });

  it('are left untouched, and cost nothing, when a snapshot repeats its predecessor', () => {
    const runs = [{ from: '2020-01-01', to: null }];
    expect(join(runs, '2020-01-03', true, { before: '2020-01-01', after: null })).toBe(runs);
  });
});
