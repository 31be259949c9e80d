import { isAction, isRole } from './action.ts';
import { type Clearance, NO_CLEARANCE, PURPOSES, type Purpose, type Subject } from './subject.ts';
import { parseTlp } from './tlp.ts';

/** An account as it is kept: names in texts, a clearance in JSON. */
export interface KeptAccount {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly clearance: Readonly<Record<string, unknown>>;
}

/** The subject of an account that came by a key or a session. What is not understood grants nothing. */
export function subjectOf(
  account: KeptAccount,
  key: string | null = null,
  scopes: readonly string[] | null = null,
): Subject {
  return {
    kind: key === null ? 'person' : 'key',
    id: account.id,
    name: account.name,
    key,
    roles: account.roles.filter(isRole),
    scopes: scopes === null ? null : scopes.filter(isAction),
    clearance: clearanceOf(account.clearance),
  };
}

/** Reads a clearance; a field that is missing or not understood clears for nothing. */
export function clearanceOf(kept: Readonly<Record<string, unknown>>): Clearance {
  const own = (field: string) => (Object.hasOwn(kept, field) ? kept[field] : undefined);
  const text = (field: string) => {
    const value = own(field);
    return typeof value === 'string' ? value : null;
  };
  const texts = (field: string) => {
    const value = own(field);
    return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
  };
  return {
    tlp: parseTlp(text('tlp') ?? '') ?? NO_CLEARANCE.tlp,
    organisation: text('organisation'),
    clientOf: texts('clientOf'),
    state: text('state'),
    caveats: texts('caveats'),
    purposes: texts('purposes').filter((item): item is Purpose =>
      (PURPOSES as readonly string[]).includes(item),
    ),
  };
}
