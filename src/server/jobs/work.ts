import { statSync } from 'node:fs';
import type { FeedRunJson, JobJson, UpdateJson } from '../../contract/index.ts';
import type { Outcomes, Progresses, Task } from '../tasks/task.ts';

interface Jobs {
  readonly screen: JobJson;
  readonly update: UpdateJson;
  readonly feeds: FeedRunJson;
}

/** The kinds of work that outlive their request. */
export type JobKind = keyof Jobs;

/** A job of a kind, as it is told. */
export type JobOf<K extends JobKind> = Jobs[K];

/** What is done in a job of a kind. */
export type TaskOf<K extends JobKind> = Extract<Task, { readonly kind: K }>;

/** How work of a kind shows in its job. */
export interface Work<K extends JobKind> {
  /** Whether all who may start one see it, not its owner alone. */
  readonly shared: boolean;
  /** Whether it writes the record. */
  readonly writes: boolean;
  /** The fields of its own, before anything is done. */
  readonly nothing: Partial<JobOf<K>>;
  readonly during: (job: JobOf<K>, progress: Progresses[K]) => Partial<JobOf<K>>;
  readonly after: (job: JobOf<K>, task: TaskOf<K>, outcome: Outcomes[K]) => Partial<JobOf<K>>;
  /** What an error says, without paths of this machine. */
  readonly withoutPaths: (message: string, task: TaskOf<K>) => string;
}

const WORK: { readonly [K in JobKind]: Work<K> } = {
  screen: {
    shared: false,
    writes: false,
    nothing: {
      progress: { rows: 0, rowsPerSecond: 0, share: 0, secondsLeft: null },
      counts: null,
      result: null,
    },
    during: (_job, progress) => ({ progress }),
    after: ({ id, progress }, { output, outputFormat }, { rows, kept, counts }) => ({
      counts,
      progress: { ...progress, rows: rows + kept, share: 1, secondsLeft: 0 },
      result: { format: outputFormat, bytes: statSync(output).size, path: `/api/v1/jobs/${id}/result` },
    }),
    withoutPaths: (message, { input, output }) =>
      message.replaceAll(input, 'the input').replaceAll(output, 'the results'),
  },
  update: {
    shared: true,
    writes: true,
    nothing: { progress: { done: 0, of: 0, now: [] }, lists: [] },
    during: ({ progress, lists }, said) => {
      const { done, of, now } = progress;
      switch (said.said) {
        case 'lists':
          return { progress: { done, of: said.of, now } };
        case 'step':
          return {
            progress: {
              done,
              of,
              now: [...now.filter(({ list }) => list !== said.list), stepOf(said.list, said.step)],
            },
          };
        case 'list':
          return {
            progress: { done: done + 1, of, now: now.filter(({ list }) => list !== said.update.list) },
            lists: [...lists, said.update],
          };
      }
    },
    after: (_job, _task, lists) => ({
      progress: { done: lists.length, of: lists.length, now: [] },
      lists: [...lists],
    }),
    withoutPaths: (message, { addresses }) =>
      addresses === null ? message : message.replaceAll(addresses, 'the addresses'),
  },
  feeds: {
    shared: true,
    writes: true,
    nothing: { progress: { done: 0, of: 0, items: 0 }, feeds: [] },
    during: ({ progress, feeds }, said) => {
      switch (said.said) {
        case 'feeds':
          return { progress: { ...progress, of: said.of } };
        case 'item':
          return { progress: { ...progress, items: progress.items + 1 } };
        case 'feed':
          return { progress: { ...progress, done: progress.done + 1 }, feeds: [...feeds, said.report] };
      }
    },
    after: ({ progress }, _task, feeds) => ({
      progress: { ...progress, done: feeds.length, of: feeds.length },
      feeds: [...feeds],
    }),
    withoutPaths: (message) => message,
  },
};

/** How work of a kind shows in its job. */
export function workOf<K extends JobKind>(kind: K): Work<K> {
  return WORK[kind];
}

type Step = Extract<Progresses['update'], { said: 'step' }>['step'];

function stepOf(list: string, step: Step): UpdateJson['progress']['now'][number] {
  return {
    list,
    step: step.step,
    bytes: step.step === 'receiving' ? step.received : null,
    records: step.step === 'loading' ? step.records : null,
    why: step.step === 'waiting' ? step.reason : null,
  };
}
