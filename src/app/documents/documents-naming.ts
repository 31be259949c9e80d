import type { DocumentId, Store } from '../../store/index.ts';

/** Readings looked at together. */
const BATCH = 200;
const ENTITY = /"(ent-[0-9a-hjkmnp-tv-z]{16})"/g;

/**
 * Which documents were read to name which entities, in any of their readings: kept in memory, and only what was read
 * since is looked at again. A reading is made from what it names, so that whoever may not know of that may not have it.
 */
export class DocumentsNaming {
  readonly #store: Pick<Store, 'documents' | 'resolve'>;
  readonly #byEntity = new Map<string, Set<DocumentId>>();
  #seen = 0;
  #looking: Promise<void> = Promise.resolve();

  constructor(store: Pick<Store, 'documents' | 'resolve'>) {
    this.#store = store;
  }

  /** The documents that name any of some entities, by whatever id an entity went when they were read. */
  async naming(entities: ReadonlySet<string>): Promise<ReadonlySet<DocumentId>> {
    if (entities.size === 0) return new Set();
    // One look at a time; each goes on where the last one ended.
    this.#looking = this.#looking.catch(() => undefined).then(() => this.#look());
    await this.#looking;
    const found = new Set<DocumentId>();
    for (const [id, documents] of this.#byEntity) {
      if (entities.has(id) || entities.has((await this.#store.resolve(id)) ?? id))
        for (const document of documents) found.add(document);
    }
    return found;
  }

  async #look(): Promise<void> {
    for (;;) {
      const readings = await this.#store.documents.readingsAfter(this.#seen, BATCH);
      for (const { number, document, json } of readings) {
        for (const [, id = ''] of json.matchAll(ENTITY)) {
          const documents = this.#byEntity.get(id) ?? new Set<DocumentId>();
          this.#byEntity.set(id, documents.add(document));
        }
        this.#seen = number;
      }
      if (readings.length < BATCH) return;
    }
  }
}
