import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { type Example, exampleOf } from '../collection/example.ts';
import { match } from '../collection/match.ts';
import { ALGORITHM_NAMES } from './algorithms.ts';
import { Detail, unprocessable } from './detail.ts';
import { Parameters } from './parameters.ts';
import { datasetOf, json } from './search-routes.ts';

const PAGE = 5;
const MOST = 500;
const MOST_QUERIES = 100;
const THRESHOLD = 0.7;

const body = z.object({
  weights: z.record(z.string(), z.number()).default({}),
  config: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).default({}),
  queries: z.record(
    z.string().max(1000),
    z
      .object({
        id: z.string().nullish(),
        schema: z.string(),
        properties: z.record(z.string(), z.unknown()),
      })
      .nullable(),
  ),
});

/** `POST /match/{dataset}`, as yente 5.5 answers it; what was not understood is in `warnings` besides. */
export function matchRoute(app: FastifyInstance): void {
  app.post('/match/:dataset', { config: { action: 'screen', filtered: true } }, async (request, reply) => {
    const given = new Parameters(request.query);
    const limit = given.whole('limit', PAGE, MOST);
    const threshold = given.share('threshold', THRESHOLD);
    const cutoff = Math.min(given.share('cutoff', THRESHOLD), threshold);
    const algorithm = given.text('algorithm', 'best').toLowerCase().trim();
    const excludeIds = given.list('exclude_entity_ids', 50);
    const topics = given.list('topics');
    const dataset = await datasetOf(request);
    const narrowing = {
      ...given.narrowing(dataset.within),
      filters: topics.map((topic) => ['topics', topic] as const),
      operator: 'OR' as const,
      excludeIds,
    };
    const parsed = body.safeParse(request.body ?? {});
    if (!parsed.success) {
      throw unprocessable(
        ...parsed.error.issues.slice(0, 20).map((issue) => ({
          loc: ['body', ...issue.path.map((part) => (typeof part === 'number' ? part : String(part)))],
          msg: issue.message,
          type: issue.code,
        })),
      );
    }
    given.done();
    if (!ALGORITHM_NAMES.includes(algorithm))
      throw new Detail(400, `Invalid algorithm: ${algorithm.slice(0, 80)}`);
    const { queries, config } = parsed.data;
    const [unknown] = Object.keys(config);
    if (unknown !== undefined) {
      throw new Detail(
        400,
        `Invalid configuration parameter: ${unknown.slice(0, 80)} for algorithm ${algorithm}`,
      );
    }
    const asked = Object.entries(queries);
    if (asked.length > MOST_QUERIES) {
      throw new Detail(400, `Too many queries in one batch (limit: ${MOST_QUERIES})`);
    }
    const responses: string[] = [];
    for (const [name, query] of asked) {
      if (query === null) continue;
      const example = exampleOf(query);
      if ('why' in example) throw new Detail(400, `Cannot parse example entity: ${example.why}`);
      const { total, results } = match(dataset.collection, example, { narrowing, limit, threshold, cutoff });
      const shown = results.map(({ row, score, match: is, explanations }) => {
        const scored = JSON.stringify({ score, match: is, explanations });
        return `${dataset.collection.json(row).slice(0, -1)},${scored.slice(1)}`;
      });
      responses.push(`${JSON.stringify(name)}:${responseOf(example, total, shown)}`);
      // Others are let in between two queries of a batch.
      if (asked.length > 1) await new Promise(setImmediate);
    }
    reply.header('x-batch-size', String(responses.length));
    const answer = `{"responses":{${responses.join(',')}},"limit":${limit}}`;
    await request.marksIn(answer);
    return json(reply, answer);
  });
}

function responseOf(
  { id, schema, properties, warnings }: Example,
  total: number,
  results: readonly string[],
): string {
  const rest = JSON.stringify({
    total: { value: total, relation: 'eq' },
    query: { id, schema: schema.name, properties },
    ...(warnings.length === 0 ? {} : { warnings }),
  });
  return `{"status":200,"results":[${results.join(',')}],${rest.slice(1)}`;
}
