import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Code, Name } from '../../parts/name.tsx';

/** What an entry was about: the name and the days of a screening, or the address that was asked. */
export interface AskedSummary {
  readonly name: string | null;
  readonly asOf: string | null;
  readonly knownAt: string | null;
  /** Method and address of anything but a screening. */
  readonly address: string | null;
}

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(value: unknown): Fields {
  return value !== null && typeof value === 'object' ? (value as Fields) : {};
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** Reads what an entry's `asked` says; it is kept in the asker's own words, so nothing of its shape is relied on. */
export function summaryOf(asked: unknown): AskedSummary {
  const { screening, route, method, params, name } = fieldsOf(asked);
  if (screening !== undefined) {
    const { query, scope } = fieldsOf(screening);
    const { asOf, knownAt } = fieldsOf(fieldsOf(scope).clocks);
    return {
      name: textOf(fieldsOf(query).name),
      asOf: textOf(asOf),
      knownAt: textOf(knownAt),
      address: null,
    };
  }
  const place = textOf(route)?.replace(
    /:([A-Za-z]+)/g,
    (whole, key: string) => textOf(fieldsOf(params)[key]) ?? whole,
  );
  return {
    name: textOf(name),
    asOf: null,
    knownAt: null,
    address: place === undefined ? null : [textOf(method), place].filter((part) => part !== null).join(' '),
  };
}

/** One line of what was asked. */
export function Asked({ asked }: { readonly asked: unknown }) {
  const { t } = useTranslation();
  const { name, asOf, knownAt, address } = summaryOf(asked);
  return (
    <Text component="div" size="sm" style={{ overflowWrap: 'anywhere' }}>
      {name !== null && <Name text={name} />} {address !== null && <Code text={address} />}
      {asOf !== null && (
        <>
          {' '}
          · {t('clocks.asOf')} <Code text={asOf} />
        </>
      )}
      {knownAt !== null && (
        <>
          {' '}
          · {t('clocks.knownAt')} <Code text={knownAt} />
        </>
      )}
    </Text>
  );
}
