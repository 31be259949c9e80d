import { groupBy } from '../kernel/index.ts';
import type { Db, Dialect } from './dialect.ts';

/**
 * Works out every entity's canonical id afresh from the judgements that stand: the records of one connected
 * set resolve to the entity of lowest (rank, seq) among them, so a pinned id leads, then the oldest (SPEC E3).
 * A link that would bring together two records judged to be different is passed over (SPEC E5): persons' links
 * are laid first, then rules' in the order in which they judged.
 */
export async function rejoin(dialect: Dialect, db: Db): Promise<void> {
  const standing = await db
    .selectFrom('same_as')
    .innerJoin('source_record as left', 'left.id', 'left_record')
    .innerJoin('source_record as right', 'right.id', 'right_record')
    .select(['same_as.id', 'verdict', 'judged_by', 'left.entity_id as left', 'right.entity_id as right'])
    .where('verdict', '!=', 'unsure')
    .where('withdrawn_at', 'is', null)
    .orderBy('same_as.id')
    .execute();
  const sets = new EntitySets(standing.filter(({ verdict }) => verdict === 'different'));
  const links = standing.filter(({ verdict }) => verdict === 'same');
  const byRule = ({ judged_by }: { readonly judged_by: string }) => judged_by.startsWith('rule:');
  for (const link of [...links.filter((row) => !byRule(row)), ...links.filter(byRule)]) sets.join(link);

  const current = await db.selectFrom('entity').select(['id', 'canonical', 'rank', 'seq']).execute();
  const order = new Map(current.map(({ id, rank, seq }) => [id, rank * 1e12 + seq]));
  const canonical = new Map<string, string>();
  for (const set of sets.all()) {
    const first = set.reduce((a, b) => ((order.get(a) ?? 0) <= (order.get(b) ?? 0) ? a : b));
    for (const id of set) canonical.set(id, first);
  }
  const changed = current
    .map(({ id, canonical: held }) => ({ id, held, wanted: canonical.get(id) ?? id }))
    .filter(({ held, wanted }) => held !== wanted);
  await dialect.updateMany(
    db,
    'entity',
    ['id'],
    ['canonical'],
    changed.map(({ id, wanted }) => [wanted, id]),
  );
}

interface Link {
  readonly left: string;
  readonly right: string;
}

/** Sets of entity ids that grow together, of which some must stay apart. */
class EntitySets {
  readonly #up = new Map<string, string>();
  /** By the leader of a set: ids that must not come into it. */
  readonly #foes = new Map<string, readonly string[]>();

  constructor(apart: readonly Link[]) {
    for (const { left, right } of apart) {
      this.#foes.set(left, [...(this.#foes.get(left) ?? []), right]);
      this.#foes.set(right, [...(this.#foes.get(right) ?? []), left]);
    }
  }

  join({ left, right }: Link): void {
    const [one, other] = [this.#leader(left), this.#leader(right)];
    if (one === other) return;
    const foes = this.#foes.get(one) ?? [];
    if (foes.some((foe) => this.#leader(foe) === other)) return;
    this.#up.set(one, other);
    if (foes.length > 0) this.#foes.set(other, [...(this.#foes.get(other) ?? []), ...foes]);
  }

  all(): Iterable<readonly string[]> {
    const members = [...new Set([...this.#up.keys(), ...this.#up.values()])];
    return groupBy(members, (id) => this.#leader(id)).values();
  }

  #leader(id: string): string {
    let top = id;
    for (let up = this.#up.get(top); up !== undefined; up = this.#up.get(top)) top = up;
    if (top !== id) this.#up.set(id, top);
    return top;
  }
}
