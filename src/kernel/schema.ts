/**
 * What kind of thing a source record is about, in FollowTheMoney's terms (followthemoney.tech): a
 * `LegalEntity` is a person or an organisation when the publisher does not say which.
 */
export const SCHEMAS = ['Person', 'Organization', 'LegalEntity', 'Vessel', 'Airplane'] as const;

/** One of {@link SCHEMAS}. */
export type Schema = (typeof SCHEMAS)[number];

/** Whether things of the two kinds can be the same thing. */
export function schemasAgree(a: Schema, b: Schema): boolean {
  if (a === b) return true;
  const legal = (schema: Schema) => schema === 'Person' || schema === 'Organization';
  return (a === 'LegalEntity' && legal(b)) || (b === 'LegalEntity' && legal(a));
}
