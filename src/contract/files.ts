import { z } from 'zod';
import { operation } from './operation.ts';
import { timePoint } from './scalars.ts';

const file = z.object({
  digest: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .meta({ description: 'As `lists` has it of each part of a snapshot.' }),
});

/** Files of the archive: the bytes that publishers sent, by their digest. */
export const FILE_OPERATIONS = {
  keptFile: operation({
    id: 'keptFile',
    method: 'GET',
    path: '/api/v1/files/:digest',
    action: 'read',
    tag: 'lists',
    summary: 'Where a fetched file came from, and which snapshots were loaded from it',
    params: file,
    answer: z.object({
      sha256: z.string(),
      size: z.number().int(),
      mediaType: z.string().nullable(),
      keptAt: z.string(),
      fetches: z
        .array(
          z.object({
            source: z.string(),
            url: z.string(),
            at: z.string(),
            status: z.number().int().nullable(),
          }),
        )
        .readonly(),
      snapshots: z
        .array(
          z.object({
            list: z.string(),
            observed: timePoint,
            state: z.enum(['accepted', 'held', 'rejected']),
            parts: z.array(z.string()).readonly(),
          }),
        )
        .readonly(),
    }),
  }),
  keptFileContent: operation({
    id: 'keptFileContent',
    method: 'GET',
    path: '/api/v1/files/:digest/content',
    action: 'export',
    tag: 'lists',
    summary: 'The file itself, byte for byte as it was received',
    params: file,
    answer: z.string(),
    sends: 'bytes',
  }),
} as const;
