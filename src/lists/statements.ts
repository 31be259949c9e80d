import { type NameKind, type Statement, type Strength, statementKey } from '../kernel/index.ts';
import { scriptOf } from '../text/index.ts';

/** Qualifiers of a statement; those without text are left out. */
export type Details = Readonly<Record<string, string | null | undefined>>;

/** What a statement may have beside its property, value and place. */
export interface Extras {
  /** The text as printed; kept only when it differs from the value. */
  readonly original?: string | undefined;
  /** BCP 47, for a name whose language the source states. */
  readonly language?: string | undefined;
  readonly detail?: Details | undefined;
}

type Draft = { -readonly [K in keyof Statement]: Statement[K] };

/** Makes a statement, leaving out what is empty. */
export function statement(
  property: Statement['property'],
  value: string,
  place: string,
  extras?: Extras,
): Statement {
  return draft(property, value, place, extras);
}

/** Makes a name, with its script where it has letters. */
export function nameStatement(
  value: string,
  kind: NameKind,
  strength: Strength,
  place: string,
  extras?: Extras,
): Statement {
  const made = draft('name', value, place, extras);
  const script = scriptOf(value);
  if (script !== 'Zyyy' && script !== 'Zzzz') made.script = script;
  if (extras?.language !== undefined) made.language = extras.language;
  made.kind = kind;
  made.strength = strength;
  return made;
}

// Hundreds of thousands of statements are made in one reading: filling one object in is half the time of
// spreading several into it.
function draft(property: Statement['property'], value: string, place: string, extras?: Extras): Draft {
  const made: Draft = { property, value, place };
  if (extras === undefined) return made;
  const { original } = extras;
  if (original !== undefined && original !== value) made.original = original;
  const detail = extras.detail === undefined ? undefined : filled(extras.detail);
  if (detail !== undefined) made.detail = detail;
  return made;
}

/** The statements without those that say the same thing twice, in their order. */
export function distinct(statements: readonly Statement[]): readonly Statement[] {
  const heads = new Set(statements.map(({ property, value }) => `${property}\n${value}`));
  if (heads.size === statements.length) return statements;
  return [...new Map(statements.map((one) => [statementKey(one), one])).values()];
}

function filled(detail: Details): Readonly<Record<string, string>> | undefined {
  const made: Record<string, string> = {};
  let any = false;
  for (const name in detail) {
    const text = detail[name];
    if (text === undefined || text === null || text === '') continue;
    made[name] = text;
    any = true;
  }
  return any ? made : undefined;
}
