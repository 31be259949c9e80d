import { z } from 'zod';
import { cited, dueView, evidenceTally } from './dialogue.ts';
import { wireEvent } from './reading.ts';
import { planTotals, rollUp } from './roll-up.ts';
import { bound, clocks, edtf } from './scalars.ts';

const texts = z.array(z.string()).readonly();
const party = z
  .string()
  .regex(/^[A-Za-z][A-Za-z-]{1,19}$/)
  .meta({ description: 'A country code, or UN, FATF.' });

/** Whose next meeting it is. */
export const agendaQuery = z.strictObject({ a: party, b: party, ...clocks.shape });

const round = z.object({
  id: z.string(),
  title: z.string(),
  date: edtf,
  place: z.object({ text: z.string().nullable(), country: z.string().nullable() }).nullable(),
  status: z.enum(['held', 'planned']),
  delegates: z
    .array(
      z.object({
        party: z.string(),
        role: z.enum(['head', 'member']),
        name: z.string().nullable(),
        office: z.string(),
        body: z.string().nullable(),
        acting: z.boolean(),
      }),
    )
    .readonly(),
  documents: z
    .array(
      z.object({
        id: z.string(),
        title: z.string(),
        date: edtf,
        standing: z.enum(['primary', 'secondary']),
        held: z.enum(['text', 'facts']),
        warnings: texts,
      }),
    )
    .readonly(),
});

const side = z.object({
  listed: z.enum(['listed', 'unclear', 'not-listed']),
  since: z.string().nullable(),
  lines: z
    .array(
      z.object({
        list: z.string(),
        authority: z.string(),
        reference: z.string().nullable(),
        status: z.enum(['listed', 'unclear']),
        since: z.string(),
        basis: bound.shape.basis,
        programmes: texts,
        name: z.string().nullable(),
        from: z.enum(['list', 'record']),
        sources: texts,
      }),
    )
    .readonly(),
  names: texts,
});

/** What two parties should have before them when they next meet: the shape of `entente agenda --json`. */
export const agendaAnswer = z.object({
  parties: z.tuple([z.string(), z.string()]).readonly(),
  asOf: z.string(),
  knownAt: z.string().nullable(),
  series: z.array(z.object({ id: z.string(), title: z.string() })).readonly(),
  rounds: z.array(round).readonly(),
  next: round.nullable(),
  since: z.string().nullable(),
  listsCompared: z.boolean().meta({ description: 'Whether the lists of both are known here.' }),
  groups: z
    .array(
      z.object({
        entity: z.string(),
        caption: z.string(),
        sides: z.record(z.string(), side).readonly(),
        listedBy: z.string(),
        first: z.string().nullable(),
      }),
    )
    .readonly(),
  groupCounts: z.record(z.string(), z.number()).readonly(),
  promises: z
    .array(
      z.object({
        id: z.string(),
        text: z.string(),
        verbatim: z.boolean(),
        made: z.string().nullable(),
        meeting: z.string().nullable(),
        obligors: texts,
        act: z.string(),
        binding: z.string(),
        topic: z.string(),
        measurable: z.boolean(),
        why: z.string(),
        due: dueView,
        evidence: evidenceTally,
        findings: z
          .array(
            z.object({
              assessor: z.string(),
              of: z.string(),
              result: z.string(),
              confidence: z.string(),
              date: z.string(),
              replied: z.boolean(),
            }),
          )
          .readonly(),
        agreement: z
          .array(
            z.object({
              party: z.string(),
              assessors: z.number(),
              state: z.enum(['not-assessed', 'one-assessor', 'agree', 'disagree']),
            }),
          )
          .readonly(),
        lastKnown: z.string().nullable(),
        reviewBy: z.string().nullable(),
        stale: z.boolean(),
        overdue: z.boolean(),
        proposed: z.boolean(),
      }),
    )
    .readonly(),
  rollUp: z.array(rollUp).readonly(),
  plans: z.array(planTotals).readonly(),
  incidents: z
    .array(
      z.object({
        date: z.string().nullable(),
        type: wireEvent.shape.type,
        subtype: z.string().nullable(),
        place: z.string().nullable(),
        country: z.string().nullable(),
        quote: z.string(),
        killed: z.number().nullable(),
        words: z
          .array(
            z.object({
              kind: z.enum(['claim', 'denial', 'accusation', 'report']),
              by: z.string().nullable(),
              about: z.string().nullable(),
              hedge: z.string().nullable(),
              quote: z.string(),
            }),
          )
          .readonly(),
        source: z.string(),
        standing: z.enum(['machine-read', 'confirmed']),
      }),
    )
    .readonly(),
  accusations: z
    .array(
      z.object({
        accuser: z.string().nullable(),
        accused: z.string(),
        of: z.string(),
        act: z.string(),
        hedge: z.string().nullable(),
        quote: z.string(),
        denial: z.string().nullable(),
        source: z.string(),
      }),
    )
    .readonly(),
  changes: z
    .array(
      z.object({
        date: z.string(),
        basis: bound.shape.basis,
        country: z.string(),
        list: z.string(),
        authority: z.string(),
        reference: z.string().nullable(),
        entity: z.string(),
        caption: z.string(),
        what: z.enum(['listed', 'no-longer-listed', 'programme-added', 'programme-removed']),
        programme: z.string().nullable(),
        name: z.string().nullable(),
      }),
    )
    .readonly(),
  lists: z
    .array(
      z.object({
        list: z.string(),
        title: z.string(),
        country: z.string(),
        observed: z.string().nullable(),
        stale: z.boolean(),
      }),
    )
    .readonly(),
  sources: z.array(cited).readonly(),
  limits: texts,
});
