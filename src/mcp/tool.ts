import type { z } from 'zod';
import type { Marked } from '../app/index.ts';
import type { Action, Subject } from '../policy/index.ts';
import type { AuditEvent } from '../store/index.ts';
import type { DeskRecord } from './desk.ts';

/** What a tool answers from. */
export interface Asking {
  readonly subject: Subject;
  readonly record: DeskRecord;
  readonly marked: Marked;
  readonly now: () => Date;
}

/** A tool's answer, with what the audit log is told where that is more than the question and the answer's hash. */
export interface ToolAnswer<T> {
  readonly answer: T;
  readonly entry?: Pick<AuditEvent, 'asked' | 'result' | 'markings'>;
}

/** One tool: what a model is told of it, who may ask it, what goes in and what comes out. */
export interface Tool<I extends z.ZodObject = z.ZodObject, O extends z.ZodObject = z.ZodObject> {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly action: Action;
  readonly input: I;
  readonly output: O;
  readonly run: (given: z.output<I>, asking: Asking) => Promise<ToolAnswer<z.output<O>>>;
}

/** Declares a tool; the compiler holds it to its schemas. */
export function tool<I extends z.ZodObject, O extends z.ZodObject>(declared: Tool<I, O>): Tool<I, O> {
  return declared;
}
