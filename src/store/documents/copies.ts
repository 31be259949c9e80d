import type { TimePoint } from '../../kernel/index.ts';
import type { Db, Dialect } from '../dialect.ts';
import type { Guard } from '../files/files.ts';
import type { CopyLink } from './document.ts';
import type { DocumentId } from './document-id.ts';
import { documentError } from './errors.ts';

/** What a document's copies are found by, as it is kept. */
export interface SketchRow {
  /** In the order of keeping. */
  readonly seq: number;
  readonly id: DocumentId;
  readonly sketch: Uint8Array;
}

const THOUSAND = 1000;
const BATCH = 20_000;

/**
 * Which documents are printings of one story. Exact and near copies share an origin, the document that was known
 * first; documents that only quote the same words are linked and do not (SPEC DO7).
 */
export class Copies {
  readonly #dialect: Dialect;
  readonly #guard: Guard;

  constructor(dialect: Dialect, guard: Guard) {
    this.#dialect = dialect;
    this.#guard = guard;
  }

  /** Keeps what was found of a document, with the sketch of its text; what was found before of the same pair is replaced. */
  record(
    document: DocumentId,
    sketch: Uint8Array,
    links: readonly Pick<CopyLink, 'of' | 'kind' | 'shares'>[],
    about: { readonly rules: string; readonly at: TimePoint },
  ): Promise<void> {
    return this.#guard('recording copies', () =>
      this.#dialect.write(async (db) => {
        const row = await db
          .selectFrom('document')
          .select('sha256')
          .where('id', '=', document)
          .executeTakeFirst();
        if (row === undefined) throw documentError('ENT_DOCUMENT_UNKNOWN', { id: document });
        await db.updateTable('document_text').set({ sketch }).where('sha256', '=', row.sha256).execute();
        await db.deleteFrom('document_copy').where('document_id', '=', document).execute();
        for (const { of, kind, shares } of links) {
          await db
            .insertInto('document_copy')
            .values({
              document_id: document,
              of_id: of,
              kind,
              share: Math.round(shares[0] * THOUSAND),
              share_of: Math.round(shares[1] * THOUSAND),
              rules: about.rules,
              found_at: about.at,
            })
            .execute();
          if (kind !== 'shared-text') await joinOrigins(db, document, of);
        }
      }),
    );
  }

  /** The links of a document, to earlier ones and from later ones. */
  async of(document: DocumentId): Promise<readonly CopyLink[]> {
    const rows = await this.#dialect.db
      .selectFrom('document_copy')
      .selectAll()
      .where((by) => by.or([by('document_id', '=', document), by('of_id', '=', document)]))
      .orderBy('found_at')
      .orderBy('document_id')
      .execute();
    return rows.map((row) => ({
      document: row.document_id,
      of: row.of_id,
      kind: row.kind,
      shares: [row.share / THOUSAND, row.share_of / THOUSAND],
      rules: row.rules,
      at: row.found_at,
    }));
  }

  /** The documents of an origin, by when they were known. */
  async origin(copyOf: DocumentId): Promise<readonly DocumentId[]> {
    const rows = await this.#dialect.db
      .selectFrom('document')
      .select('id')
      .where('copy_of', '=', copyOf)
      .orderBy('first_known')
      .orderBy('seq')
      .execute();
    return rows.map(({ id }) => id);
  }

  /** The sketches of all documents kept after one, in that order, some thousands at a time. */
  async *sketches(after = 0): AsyncGenerator<readonly SketchRow[], void, undefined> {
    for (let last = after; ; ) {
      const rows = await this.#dialect.arrays<readonly [number, string, Uint8Array]>(
        this.#dialect.db
          .selectFrom('document')
          .innerJoin('document_text', 'document_text.sha256', 'document.sha256')
          .select(['seq', 'id', 'sketch'])
          .where('seq', '>', last)
          .where('sketch', 'is not', null)
          .orderBy('seq')
          .limit(BATCH),
      );
      if (rows.length === 0) return;
      yield rows.map(([seq, id, sketch]) => ({ seq, id, sketch }));
      last = rows.at(-1)?.[0] ?? last;
    }
  }

  /** Documents whose copies were never looked for, in the order of keeping. */
  async unsketched(limit: number): Promise<readonly DocumentId[]> {
    const rows = await this.#dialect.db
      .selectFrom('document')
      .innerJoin('document_text', 'document_text.sha256', 'document.sha256')
      .select('id')
      .where('sketch', 'is', null)
      .orderBy('seq')
      .limit(limit)
      .execute();
    return rows.map(({ id }) => id);
  }
}

/** Makes two documents' origins one: that which was known first leads. */
export async function joinOrigins(db: Db, one: DocumentId, other: DocumentId): Promise<void> {
  const rows = await db
    .selectFrom('document')
    .select('copy_of')
    .distinct()
    .where('id', 'in', [one, other])
    .execute();
  const origins = rows.map(({ copy_of }) => copy_of);
  const first = await db
    .selectFrom('document')
    .select('id')
    .where('copy_of', 'in', origins)
    .orderBy('first_known')
    .orderBy('seq')
    .limit(1)
    .executeTakeFirstOrThrow();
  await db.updateTable('document').set({ copy_of: first.id }).where('copy_of', 'in', origins).execute();
}
