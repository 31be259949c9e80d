import { LISTS, listReader } from '../lists/index.ts';
import { appError } from './errors.ts';
import { LIST_ADDRESSES, type ListAddress } from './list-addresses.ts';

/**
 * The lists to update: those named, else all that can be read here. A list without a line in the table of addresses
 * can only be loaded by hand. `addresses` are those of one's own (a mirror) and go before the table's. Throws
 * `ENT_LIST_UNKNOWN`.
 */
export function toUpdate(
  names: readonly string[],
  addresses: ReadonlyMap<string, ListAddress> = new Map(),
): readonly ListAddress[] {
  const ids = names.length > 0 ? [...new Set(names)] : LISTS.map(({ info }) => info.id);
  return ids.map((id) => {
    const { info } = listReader(id);
    return (
      addresses.get(id) ??
      LIST_ADDRESSES.find(({ list }) => list === id) ?? {
        list: id,
        files: [],
        everyDays: info.staleAfterDays,
        cadence: '',
        terms: info.licence,
        byHand: `No address is known; see ${info.url}`,
      }
    );
  });
}

/**
 * Reads a file of addresses of one's own: a JSON object whose keys are lists and whose values are the addresses of
 * their files, in the order and formats of the table. Throws `ENT_ADDRESSES` and `ENT_LIST_UNKNOWN`.
 */
export function readAddresses(text: string): ReadonlyMap<string, ListAddress> {
  const lists = Object.entries(objectIn(text));
  return new Map(
    lists.map(([list, urls]): [string, ListAddress] => {
      const [line] = toUpdate([list]);
      if (line === undefined || !Array.isArray(urls) || urls.length === 0 || !urls.every(isText))
        throw appError('ENT_ADDRESSES', { why: `"${list}" needs a list of addresses, ["https://…"]` });
      const files = urls.map((url, index) => ({
        url,
        format: line.files[index]?.format ?? ('any' as const),
      }));
      const { token: _, byHand: __, access: ___, ...kept } = line;
      return [list, { ...kept, files }];
    }),
  );
}

function objectIn(text: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw appError('ENT_ADDRESSES', { why: 'it is not JSON' }, { cause });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw appError('ENT_ADDRESSES', { why: 'it is not an object whose keys are lists' });
  return value as Readonly<Record<string, unknown>>;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
