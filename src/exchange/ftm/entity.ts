import type { TimePoint } from '../../kernel/index.ts';

/**
 * One entity of FollowTheMoney as OpenSanctions publishes it, a line of `entities.ftm.json`, and as yente answers
 * it. All keys are always there. Values are text; links are ids in entity-typed properties.
 */
export interface FtmEntity {
  readonly id: string;
  readonly caption: string;
  /** A schema of FollowTheMoney: `Person`, `Organization`, `Sanction` … */
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly string[]>>;
  /** Ids of the lists (and `record` for the starter record) that say so; see `datasetOf`. */
  readonly datasets: readonly string[];
  /** Other ids that lead to this entity: the source keys of its records (`un-sc:QDe.132`). */
  readonly referents: readonly string[];
  /** Whether it is listed on the day asked about. */
  readonly target: boolean;
  /** When an observation of a list first and last showed it, and last showed it otherwise: 19 characters, UTC. */
  readonly first_seen: string | null;
  readonly last_seen: string | null;
  readonly last_change: string | null;
}

/** An entity and the entities that hang on it: a `Sanction` a listing, wallets, relations. */
export interface FtmMapped {
  readonly entity: FtmEntity;
  readonly related: readonly FtmEntity[];
}

/** An entity with what hangs on it inside its properties, under FollowTheMoney's reverse names (`sanctions`). */
export type FtmNested = Omit<FtmEntity, 'properties'> & {
  readonly properties: Readonly<Record<string, readonly (string | FtmEntity)[]>>;
};

/** What a mapping knows of a list beside its entries. */
export interface FtmListFacts {
  readonly url: string;
}

/** For which day an entity is mapped, and what is known of the lists. */
export interface FtmOptions {
  /** The day that the view was asked for; `null`: now. */
  readonly asOf: TimePoint | null;
  /** By list id; a list that is not there gives no `sourceUrl`. */
  readonly lists?: ReadonlyMap<string, FtmListFacts>;
}
