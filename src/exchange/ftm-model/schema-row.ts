/** A row of the table of schemata; see `tables/schemata.ts` for how properties are written. */
export interface SchemaRow {
  readonly extends?: readonly string[];
  /** Nothing is of this schema alone. */
  readonly abstract?: true;
  /** Left out: things of it can be matched. */
  readonly matchable?: false;
  readonly caption?: readonly string[];
  /** The properties at the two ends, where things of it link others. */
  readonly edge?: readonly [source: string, target: string];
  readonly properties: string;
}
