import type { z } from 'zod';
import type { OperationAction } from './actions.ts';

/** The methods that the API uses. */
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What a body is when it is not JSON that its schema describes. */
export type MediaKind = 'json' | 'form-data' | 'text' | 'events' | 'bytes';

/**
 * One thing that the API does: its address, who may ask for it, what goes in and what comes out. Server, command
 * line, page and the OpenAPI document all read the same one.
 */
export interface Operation<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> {
  readonly id: string;
  readonly method: Method;
  /** With `:name` where a parameter stands. */
  readonly path: string;
  readonly action: OperationAction;
  readonly summary: string;
  readonly tag: string;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  /** What the body is sent as. Default JSON. */
  readonly accepts?: MediaKind;
  readonly answer: Answer;
  /** What the answer is sent as. Default JSON. */
  readonly sends?: MediaKind;
  /** Of an answer that is no JSON: the media types that it may come as. Default: that of `sends`. */
  readonly media?: readonly string[];
  /** The status of an answer. Default 200. */
  readonly status?: 200 | 201 | 202 | 204;
}

/** Declares an operation; gives it back with its schemas' types. */
export function operation<
  P extends z.ZodType = z.ZodNever,
  Q extends z.ZodType = z.ZodNever,
  B extends z.ZodType = z.ZodNever,
  A extends z.ZodType = z.ZodUnknown,
>(declared: Operation<P, Q, B, A>): Operation<P, Q, B, A> {
  return declared;
}

/** What a caller gives, before defaults are filled in. */
export interface Asked<O extends Operation> {
  readonly params?: O extends Operation<infer P> ? z.input<P> : never;
  readonly query?: O extends Operation<z.ZodType, infer Q> ? z.input<Q> : never;
  readonly body?: O extends Operation<z.ZodType, z.ZodType, infer B> ? z.input<B> : never;
}

/** What an operation is answered with. */
export type Answered<O extends Operation> =
  O extends Operation<z.ZodType, z.ZodType, z.ZodType, infer A> ? z.output<A> : never;

/**
 * The address of an operation, with its parameters and query written in; every value is percent-encoded. Throws
 * `TypeError` when a parameter is missing, which is a fault of the caller's code.
 */
export function addressOf(
  { path }: Pick<Operation, 'path'>,
  params: Readonly<Record<string, string>> = {},
  query: Readonly<Record<string, unknown>> = {},
): string {
  const place = path.replace(/:([A-Za-z]+)/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new TypeError(`${path} needs ${name}`);
    return encodeURIComponent(value);
  });
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null) search.append(name, String(one));
    }
  }
  const text = search.toString();
  return text === '' ? place : `${place}?${text}`;
}
