/** The audit chain, as kysely sees it; in the ledger. */
export interface AuditTables {
  audit_entry: AuditEntryTable;
  audit_basis: AuditBasisTable;
  audit_checkpoint: AuditCheckpointTable;
  audit_key: AuditKeyTable;
}

export interface AuditEntryTable {
  seq: number;
  id: string;
  at: string;
  subject: string;
  action: string;
  verdict: string;
  /** The JSON text that was hashed, which holds the columns too. */
  body: string;
  hash: string;
}

export interface AuditBasisTable {
  hash: string;
  /** JSON: what answers were made from. The same for many entries, and so kept once. */
  body: string;
}

export interface AuditCheckpointTable {
  seq: number;
  kind: 'regular' | 'cut';
  at: string;
  note: string;
}

export interface AuditKeyTable {
  number: number;
  seq: number;
  at: string;
  /** The note that both keys signed. */
  note: string;
}
