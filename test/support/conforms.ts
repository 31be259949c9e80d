import { expect } from 'vitest';
import type { z } from 'zod';
import { API, type OperationName } from '../../src/contract/index.ts';
import type { Reply } from './served.ts';

/** The answer of an operation, held to its status and its schema. */
export function conforms(name: OperationName, reply: Reply): any {
  expect({ status: reply.status, text: reply.status < 300 ? '' : reply.text }).toEqual({
    status: API[name].status ?? 200,
    text: '',
  });
  return (API[name].answer as z.ZodType).parse(reply.json());
}
