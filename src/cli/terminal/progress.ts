import type { Io } from './io.ts';

/** A line on a terminal's stderr that says how far a long work has come. Elsewhere it is silent. */
export interface Progress {
  readonly update: (done: number) => void;
  readonly end: () => void;
}

/** Starts a progress line. `total` gives a share and the time left; without it the rate alone is shown. */
export function startProgress(io: Io, label: string, unit: string, total: number | null = null): Progress {
  if (!io.terminal.err) return { update: () => undefined, end: () => undefined };
  const started = io.now().getTime();
  let drawn = 0;
  return {
    update: (done) => {
      const now = io.now().getTime();
      if (now - drawn < REDRAW_MS) return;
      drawn = now;
      const rate = done / Math.max((now - started) / 1000, 0.001);
      const left = total === null || rate === 0 ? '' : `, ${Math.ceil((total - done) / rate)} s left`;
      const share = total === null ? '' : ` of ${total.toLocaleString('en')}`;
      io.err(
        `\r\u001b[2K${label}: ${done.toLocaleString('en')}${share} ${unit}, ${Math.round(rate).toLocaleString('en')} a second${left}`,
      );
    },
    end: () => {
      if (drawn > 0) io.err('\r\u001b[2K');
    },
  };
}

const REDRAW_MS = 100;
