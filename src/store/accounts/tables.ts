/** People and programs that may ask, as kysely sees them; in the ledger. */
export interface AccountTables {
  account: AccountTable;
  api_key: ApiKeyTable;
  session: SessionTable;
  sign_in_failure: SignInFailureTable;
}

export interface AccountTable {
  id: string;
  name: string;
  /** JSON array of role names. */
  roles: string;
  /** JSON object; the policy reads it. */
  clearance: string;
  /** As `password.ts` writes it; null for an account that signs in by key only. */
  password: string | null;
  /** Base 32; null where no second factor is set. */
  totp: string | null;
  /** The last time step whose code was used, so that none is used twice. */
  totp_step: number | null;
  created_at: string;
  created_by: string;
  disabled_at: string | null;
}

export interface ApiKeyTable {
  id: string;
  account_id: string;
  label: string;
  /** SHA-256 of the whole key. */
  hash: string;
  /** JSON array of actions; null for all that the account's roles hold. */
  scopes: string | null;
  created_at: string;
  created_by: string;
  expires_at: string | null;
  revoked_at: string | null;
}

export interface SessionTable {
  /** SHA-256 of the token in the cookie. */
  hash: string;
  account_id: string;
  created_at: string;
  seen_at: string;
  expires_at: string;
}

export interface SignInFailureTable {
  /** SHA-256 of the name that was tried, whether there is such an account or not. */
  name_hash: string;
  failures: number;
  locked_until: string;
}
