import { formatSourceKey } from '../../kernel/index.ts';
import type { KnownRecord, KnownStatement } from '../../store/index.ts';
import { ftmDates } from './dates.ts';
import type { FtmEntity } from './entity.ts';
import { hangingId } from './ids.ts';
import { PropertyBag } from './property-bag.ts';

type Carried = Pick<FtmEntity, 'datasets' | 'first_seen' | 'last_seen' | 'last_change'>;

/** The wallet that a statement tells of, held by the entity. */
export function walletOf(
  id: string,
  record: KnownRecord,
  { value, detail = {} }: KnownStatement,
  carried: Carried,
): FtmEntity {
  const bag = new PropertyBag().add('publicKey', value).add('currency', detail.currency).add('holder', id);
  return {
    id: hangingId('wallet', record.list, record.reference, value),
    caption: value,
    schema: 'CryptoWallet',
    properties: bag.values,
    referents: [],
    target: false,
    ...carried,
  };
}

/** The relation that the starter record tells of, where the other side is an entity of the record too. */
export function relationOf(
  id: string,
  record: KnownRecord,
  { value, detail = {}, validFrom, validTo }: KnownStatement,
  carried: Carried,
): FtmEntity | null {
  if (detail.entity === undefined || detail.type === undefined) return null;
  const role = detail.type.replaceAll('-', ' ');
  const bag = new PropertyBag()
    .add('subject', id)
    .add('object', detail.entity)
    .add('role', detail.subject === undefined ? role : `${role} (of its part ${detail.subject})`)
    .add('startDate', ...(validFrom === undefined ? [] : ftmDates(validFrom)))
    .add('endDate', ...(validTo === undefined ? [] : ftmDates(validTo)));
  return {
    id: hangingId('link', formatSourceKey(record), detail.type, value, detail.subject ?? ''),
    caption: role,
    schema: 'UnknownLink',
    properties: bag.values,
    referents: [],
    target: false,
    ...carried,
  };
}
