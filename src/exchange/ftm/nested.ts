import { groupBy, wordTable } from '../../kernel/index.ts';
import type { FtmMapped, FtmNested } from './entity.ts';

/** The name that the model gives to a link read from its other end, by the schema that links. */
const REVERSE = wordTable<string>({
  Sanction: 'sanctions',
  CryptoWallet: 'cryptoWallets',
  UnknownLink: 'unknownLinkTo',
});

/** Puts what hangs on an entity inside it, as yente's `/entities/{id}` answers. */
export function nested({ entity, related }: FtmMapped): FtmNested {
  const inside = groupBy(related, ({ schema }) => REVERSE[schema] ?? schema);
  return { ...entity, properties: { ...entity.properties, ...Object.fromEntries(inside) } };
}
