import { accountError } from './errors.ts';
import type { AccountTable } from './tables.ts';

/** A person or program that may ask. What its roles and clearance mean is the policy's. */
export interface Account {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly clearance: Readonly<Record<string, unknown>>;
  readonly hasPassword: boolean;
  readonly hasTotp: boolean;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly disabledAt: string | null;
}

/** Who holds a valid key or session. */
export interface Holder {
  readonly account: Account;
  /** The id of the API key; `null` for a session. */
  readonly key: string | null;
  /** Actions that the key is narrowed to; `null` for all. */
  readonly scopes: readonly string[] | null;
}

/** An account as its row has it. */
export function accountOf(row: AccountTable): Account {
  return {
    id: row.id,
    name: row.name,
    roles: JSON.parse(row.roles),
    clearance: JSON.parse(row.clearance),
    hasPassword: row.password !== null,
    hasTotp: row.totp !== null,
    createdAt: row.created_at,
    createdBy: row.created_by,
    disabledAt: row.disabled_at,
  };
}

/** Names are compared in lower case, so that no two look alike but for case. Throws `ENT_ACCOUNT_NAME`. */
export function accountName(text: string): string {
  const name = text.trim().toLowerCase();
  if (!/^[a-z0-9][a-z0-9._@-]{0,79}$/.test(name)) throw accountError('ENT_ACCOUNT_NAME', { name: text });
  return name;
}
