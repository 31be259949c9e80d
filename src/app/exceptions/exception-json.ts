import type { ExceptionRow } from './exception-rows.ts';

/** An exception in the shape that the API and `--json` give. */
export function exceptionJson({ exception, standing, changes, questionNow }: ExceptionRow) {
  const { subject, stage: _, ...rest } = exception;
  return {
    ...rest,
    standing,
    query: subject.query,
    watch: subject.watch,
    changes,
    questionNow: questionNow === null ? null : { ...questionNow },
  };
}
