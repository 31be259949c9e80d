import type { z } from 'zod';
import type { Fault } from './resolve.ts';

type Issue = z.core.$ZodIssue;

/**
 * Zod's issues as faults that a person who writes YAML understands: the deepest place that is wrong, the key
 * that is unknown or missing, and no talk of types. `value` is what was read.
 */
export function shapeFaults(issues: readonly Issue[], value: unknown): readonly Fault[] {
  return issues
    .flatMap((issue) => faultsOf(issue, []))
    .map((fault) => (isMissing(value, fault.path) ? { ...fault, why: 'is missing' } : fault));
}

function isMissing(value: unknown, path: readonly PropertyKey[]): boolean {
  return (
    path.reduce((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], value) === undefined
  );
}

function faultsOf(issue: Issue, parent: readonly PropertyKey[]): readonly Fault[] {
  const path = [...parent, ...issue.path];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: [...path, key], why: `unknown key "${key}"` }));
    case 'invalid_union':
      return closest(issue.errors).flatMap((inner) => faultsOf(inner, path));
    case 'invalid_key':
      return issue.issues.map((inner) => ({ path, why: `the key ${inner.message}` }));
    case 'invalid_type':
      return [{ path, why: `needs ${kind(issue)}` }];
    case 'invalid_value':
      return [{ path, why: `is none of ${issue.values.join(', ')}` }];
    case 'too_small':
      return [{ path, why: issue.origin === 'array' ? plain(issue, 'is empty') : issue.message }];
    default:
      return [{ path, why: issue.message }];
  }
}

/** Of a union's branches the one that the value was meant for: the one that got deepest before it failed. */
function closest(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  const depth = (issues: readonly Issue[]) => {
    const mistyped = issues.some((issue) => issue.code === 'invalid_type' && issue.path.length === 0);
    return mistyped ? -1 : Math.max(...issues.map((issue) => issue.path.length)) - unknownKeys(issues);
  };
  return [...branches].sort((a, b) => depth(b) - depth(a))[0] ?? [];
}

function unknownKeys(issues: readonly Issue[]): number {
  return issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 0), 0);
}

function kind(issue: z.core.$ZodIssueInvalidType): string {
  const names: Record<string, string> = { string: 'a text', array: 'a list', object: 'keys', record: 'keys' };
  return names[issue.expected] ?? issue.expected;
}

function plain(issue: Issue, fallback: string): string {
  return issue.message.startsWith('Too small') ? fallback : issue.message;
}
