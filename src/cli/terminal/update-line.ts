import type { UpdateStep } from '../../app/index.ts';
import type { Io } from './io.ts';

/** A line on a terminal's stderr that says what is going on for each list under way. Elsewhere it is silent. */
export interface UpdateLine {
  readonly update: (list: string, step: UpdateStep) => void;
  readonly end: () => void;
}

const REDRAW_MS = 100;
/** A list that has not moved for so long is done or waits for others; what moves is shown. */
const SHOWN_MS = 3000;

/** Starts the line. */
export function showUpdate(io: Io): UpdateLine {
  if (!io.terminal.err) return { update: () => undefined, end: () => undefined };
  const steps = new Map<string, { readonly text: string; readonly until: number }>();
  let drawn = 0;
  return {
    update: (list, step) => {
      const now = io.now().getTime();
      const shown = step.step === 'waiting' ? step.seconds * 1000 : SHOWN_MS;
      steps.set(list, { text: `${list} ${textOf(step)}`, until: now + shown });
      if (now - drawn < REDRAW_MS) return;
      drawn = now;
      const texts = [...steps.values()].filter(({ until }) => until > now).map(({ text }) => text);
      io.err(`\r\u001b[2K${texts.join(' · ').slice(0, io.terminal.columns - 1)}`);
    },
    end: () => {
      if (drawn > 0) io.err('\r\u001b[2K');
    },
  };
}

function textOf(step: UpdateStep): string {
  switch (step.step) {
    case 'receiving':
      return step.total === null
        ? megabytes(step.received)
        : `${megabytes(step.received)} of ${megabytes(step.total)}`;
    case 'waiting':
      return `again in ${Math.ceil(step.seconds)} s`;
    case 'loading':
      return `${step.records.toLocaleString('en')} records`;
  }
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
