import type { Jobs } from './jobs/jobs.ts';
import type { LiveRecord } from './live/live-record.ts';
import type { Settings } from './settings.ts';

/** What the routes are made over. */
export interface Serving {
  readonly record: LiveRecord;
  readonly jobs: Jobs;
  readonly now: () => Date;
  readonly settings: Settings;
}
