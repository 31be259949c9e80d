import { z } from 'zod';
import { operation } from './operation.ts';

/** The words of a report, whatever it came as, and what it says of itself; ready to be read and kept. */
export const received = z.object({
  text: z.string(),
  format: z.string().meta({ description: 'text, html, pdf, eml …' }),
  extent: z.enum(['whole', 'summary', 'headline']),
  url: z.string().nullable(),
  guid: z.string().nullable().meta({ description: "The publisher's own id of it." }),
  headline: z.string().nullable(),
  publisher: z.string().nullable(),
  agency: z.string().nullable(),
  author: z.string().nullable(),
  language: z.string().nullable(),
  dates: z.array(z.object({ kind: z.string(), value: z.string(), where: z.string() })).readonly(),
  notes: z.array(z.string()).readonly().meta({ description: 'What was taken out, cut off or not read.' }),
  original: z
    .object({ text: z.string(), cut: z.boolean().meta({ description: 'Whether more followed.' }) })
    .nullable()
    .meta({
      description:
        'What the words were taken from, with its tags or headers; null for what is no text, such as a PDF.',
    }),
});

/** See {@link received}. */
export type ReceivedJson = z.infer<typeof received>;

/** How a report comes in that is not pasted. Neither keeps it nor reads it: that is for whoever sees its words. */
export const RECEIVE_OPERATIONS = {
  receiveFile: operation({
    id: 'receiveFile',
    method: 'POST',
    path: '/api/v1/documents/file',
    action: 'document',
    tag: 'documents',
    summary: 'The words of a file: text, page, PDF or mail',
    body: z.object({ file: z.string().meta({ description: 'The file.', format: 'binary' }) }),
    accepts: 'form-data',
    answer: received,
  }),
  receivePage: operation({
    id: 'receivePage',
    method: 'POST',
    path: '/api/v1/documents/page',
    action: 'propose',
    tag: 'documents',
    summary: 'Fetch a report at an address of the public web; private addresses are refused',
    body: z.strictObject({ url: z.string().min(1).max(2000) }),
    answer: received,
  }),
} as const;
