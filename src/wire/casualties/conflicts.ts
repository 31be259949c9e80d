import type { Casualty, Conflict } from '../reading.ts';

/** How many figures back a repetition is looked for. */
const REACH = 60;
/** Most contradictions of one text. */
const MOST = 50;

/**
 * Where a text contradicts itself about how many died or were hurt (SPEC.md, N7): two named sources give figures
 * for one event that cannot both be the whole. A part of a figure, and a figure told as an update of an earlier
 * one, contradict nothing; figures of other people ("13 militants", "4 soldiers") are not compared.
 */
export function conflictsIn(casualties: readonly Casualty[]): readonly Conflict[] {
  const out: Conflict[] = [];
  const whole = casualties.filter(({ part, update, event }) => !part && !update && event !== null);
  for (const [at, one] of whole.entries()) {
    for (const other of whole.slice(at + 1, at + 20)) {
      if (out.length >= MOST) return out;
      if (one.event !== other.event || one.kind !== other.kind || !comparable(one, other)) continue;
      if (!apart(one, other)) continue;
      out.push({ about: one.kind, event: one.event, items: [one, other] });
    }
  }
  return out;
}

function comparable(a: Casualty, b: Casualty): boolean {
  if (sourceOf(a) === sourceOf(b)) return false;
  if (a.category === b.category) return true;
  const both = a.source !== null && b.source !== null;
  return both && (a.category === 'people' || b.category === 'people');
}

function sourceOf({ source }: Casualty): string {
  return source?.entity ?? source?.text.toLowerCase() ?? '';
}

function apart(a: Casualty, b: Casualty): boolean {
  return (a.high !== null && a.high < b.low) || (b.high !== null && b.high < a.low);
}

/** Each figure once: a headline's, with nobody who says so, is the body's that somebody gives. */
export function distinctCasualties(casualties: readonly Casualty[]): readonly Casualty[] {
  const out: Casualty[] = [];
  for (const one of casualties) {
    let at = out.length - 1;
    const from = Math.max(0, out.length - REACH);
    while (at >= from && !isSame(out[at], one)) at -= 1;
    const held = at < from ? undefined : out[at];
    if (held === undefined) out.push(one);
    else if (held.source === null && one.source !== null) out[at] = one;
  }
  return out;
}

function isSame(held: Casualty | undefined, one: Casualty): boolean {
  return (
    held !== undefined &&
    held.event === one.event &&
    held.kind === one.kind &&
    held.category === one.category &&
    held.low === one.low &&
    held.high === one.high &&
    (held.source === null || one.source === null || sourceOf(held) === sourceOf(one))
  );
}
