import { z } from 'zod';

/** A moment that a question is about: a day `YYYY-MM-DD`, or an instant with its zone. */
export const moment = z
  .string()
  .max(40)
  .regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2}))?$/)
  .meta({ description: 'A day (YYYY-MM-DD) or an instant with its zone.', examples: ['2025-08-11'] });

/** A point on the time line as the record keeps it: `YYYY-MM-DD`, or an instant in UTC. */
export const timePoint = z.string().meta({ description: 'YYYY-MM-DD, or an instant in UTC.' });

/** A date as precise as its source: a subset of EDTF (ISO 8601-2). */
export const edtf = z
  .string()
  .max(80)
  .meta({ description: 'EDTF: 2015, 2015-03, 2015-03-27, 1965~, 1960/1965, ../1965-03.' });

/** The two clocks of a question. */
export const clocks = z.strictObject({
  asOf: moment.optional().meta({ description: 'As it held on this day, in the world and in law.' }),
  knownAt: moment.optional().meta({ description: 'As this record knew it on this day.' }),
});

/** The known-time clock alone. */
export const knownAt = clocks.pick({ knownAt: true });

/** An entity id (`ent-…`) or a source key (`un-sc:QDe.132`). */
export const idOrKey = z
  .string()
  .min(1)
  .max(300)
  .meta({ description: 'An entity id (ent-…) or a source key (un-sc:QDe.132).' });

/** A list's id, as `lists` names it. */
export const listId = z
  .string()
  .max(80)
  .regex(/^[a-z][a-z0-9-]*$/);

/** Where the next page begins; opaque, and good while the record changes. */
export const cursor = z.string().min(1).max(400).meta({ description: 'From `next` of the page before.' });

/** How many items of a page. */
export const pageQuery = z.strictObject({
  cursor: cursor.optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});

/** One value or several of a query's parameter that may be repeated. */
export function several<T extends z.ZodType>(item: T) {
  return z.union([item.transform((one) => [one]), z.array(item).max(200)]);
}

/** A yes or no in a query string. */
export const flag = z.union([
  z.boolean(),
  z.enum(['true', '1', 'false', '0']).transform((text) => text === 'true' || text === '1'),
]);

/** A body that lists, as answers name it. */
export const authority = z.object({
  id: z.string(),
  name: z.string(),
  country: z.string().meta({ description: 'ISO 3166-1 alpha-2, or UN, EU.' }),
});

/** Where an interval in the world begins or ends, and on what that rests. */
export const bound = z.object({ date: edtf, basis: z.enum(['stated', 'inferred']) });

/** One time that a target was on a list; `to` is `null` while it is. */
export const episode = z.object({ from: bound, to: bound.nullable() });

/** Whether a target is listed on the day asked about. */
export const listingStatus = z.enum(['listed', 'unclear', 'delisted', 'not-yet']);
