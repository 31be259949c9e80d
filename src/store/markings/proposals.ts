import type { Selectable } from 'kysely';
import { newId } from '../accounts/secret.ts';
import type { Dialect } from '../dialect.ts';
import type { MarkedKind, MarkingAct } from './marked.ts';
import type { MarkingProposalTable } from './tables.ts';

/** What can be proposed about a marking, and what it is about. */
export type ProposedAct =
  | { readonly act: 'set'; readonly marking: string }
  /** `target` is the number of the marking that is to be taken off. */
  | { readonly act: 'remove'; readonly target: number }
  /** `to` is an organisation. */
  | { readonly act: 'release'; readonly to: string };

/** An act on a marking that waits for another person's word, or had it. */
export interface MarkingProposal {
  readonly id: string;
  readonly kind: MarkedKind;
  readonly object: string;
  readonly proposed: ProposedAct;
  /** The account by id, so that its clearance can be looked up when somebody agrees. */
  readonly by: { readonly id: string; readonly name: string };
  readonly at: string;
  readonly why: string;
  readonly decided:
    | (MarkingAct & {
        /** `withdrawn` also where another turned it down. */
        readonly verdict: 'approved' | 'withdrawn';
      })
    | null;
}

/** What waits for a second person: added, and decided once. */
export class MarkingProposals {
  readonly #dialect: Dialect;

  constructor(dialect: Dialect) {
    this.#dialect = dialect;
  }

  /** Adds a proposal and gives it back with its id, which says nothing. */
  async add(proposal: Omit<MarkingProposal, 'id' | 'decided'>): Promise<MarkingProposal> {
    const { kind, object, proposed, by, at, why } = proposal;
    const id = newId('prp');
    await this.#dialect.write(async (db) => {
      await db
        .insertInto('marking_proposal')
        .values({
          id,
          act: proposed.act,
          kind,
          object,
          marking: proposed.act === 'set' ? proposed.marking : null,
          target: proposed.act === 'remove' ? proposed.target : null,
          given_to: proposed.act === 'release' ? proposed.to : null,
          by_id: by.id,
          by_name: by.name,
          at,
          why,
          verdict: null,
          decided_by: null,
          decided_at: null,
          decided_why: null,
        })
        .execute();
    });
    return { id, ...proposal, decided: null };
  }

  /** One by its id, or `null`. */
  async find(id: string): Promise<MarkingProposal | null> {
    const row = await this.#dialect.db
      .selectFrom('marking_proposal')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst();
    return row === undefined ? null : proposalOf(row);
  }

  /** Those that nobody decided yet, oldest first. */
  async waiting(): Promise<readonly MarkingProposal[]> {
    const rows = await this.#dialect.db
      .selectFrom('marking_proposal')
      .selectAll()
      .where('verdict', 'is', null)
      .orderBy('at')
      .orderBy('id')
      .execute();
    return rows.map(proposalOf);
  }

  /** Decides one; whether it still waited. Of two who decide at the same moment one is told that it did not. */
  decide(id: string, verdict: 'approved' | 'withdrawn', { by, at, why }: MarkingAct): Promise<boolean> {
    return this.#dialect.write(async (db) => {
      const { numUpdatedRows } = await db
        .updateTable('marking_proposal')
        .set({ verdict, decided_by: by, decided_at: at, decided_why: why })
        .where('id', '=', id)
        .where('verdict', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    });
  }
}

function proposalOf(row: Selectable<MarkingProposalTable>): MarkingProposal {
  const { id, object, at, why } = row;
  return {
    id,
    kind: row.kind as MarkedKind,
    object,
    proposed: proposedOf(row),
    by: { id: row.by_id, name: row.by_name },
    at,
    why,
    decided:
      row.verdict === null
        ? null
        : {
            verdict: row.verdict === 'approved' ? 'approved' : 'withdrawn',
            by: row.decided_by ?? '',
            at: row.decided_at ?? '',
            why: row.decided_why ?? '',
          },
  };
}

function proposedOf({ act, marking, target, given_to }: Selectable<MarkingProposalTable>): ProposedAct {
  if (act === 'remove') return { act, target: target ?? 0 };
  if (act === 'release') return { act, to: given_to ?? '' };
  return { act: 'set', marking: marking ?? '' };
}
