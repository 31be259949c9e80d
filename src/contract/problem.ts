import { z } from 'zod';

/** The one shape of an error under `/api/v1`: problem details (RFC 9457), with the product's own code. */
export const problem = z.object({
  type: z.string().meta({ description: 'A page about this kind of problem, or about:blank.' }),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  code: z.string().meta({ description: 'Stable; docs/reference/errors.md has them all.' }),
  instance: z.string().optional(),
  requestId: z.string(),
  /** Where in the request something is wrong. */
  faults: z.array(z.object({ where: z.string(), what: z.string() })).optional(),
});

/** See {@link problem}. */
export type Problem = z.infer<typeof problem>;

/** The media type of a {@link problem}. */
export const PROBLEM_TYPE = 'application/problem+json';
