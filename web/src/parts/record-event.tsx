import { Badge, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Answered } from '../../../src/contract/index.ts';
import type { Operations } from '../api/addresses.ts';
import { AnchorLink } from './anchor-link.tsx';
import { Code, Name } from './name.tsx';

/** One event in the life of an entry. */
export type RecordEvent = Answered<Operations['history']>['events'][number];

const COLOR: Partial<Record<RecordEvent['kind'], string>> = {
  listed: 'red',
  relisted: 'red',
  delisted: 'gray',
  'programme-added': 'orange',
  'programme-removed': 'gray',
};

/** What happened, to which entry, when it took effect and which snapshot showed it; a change as before and after. */
export function RecordEventLine({ event }: { readonly event: RecordEvent }) {
  const { t } = useTranslation();
  return (
    <li style={{ paddingBlock: 5, borderBlockEnd: '1px solid var(--mantine-color-default-border)' }}>
      <Badge variant="light" color={COLOR[event.kind] ?? 'blue'} tt="none" me={8}>
        {t(`recordEvent.${event.kind}`)}
      </Badge>
      <AnchorLink to="/entities/$id" params={{ id: `${event.list}:${event.reference}` }}>
        <Code text={`${event.list}:${event.reference}`} />
      </AnchorLink>{' '}
      {event.name !== null && event.name !== event.before && event.name !== event.after && (
        <>
          <Name text={event.name} /> ·{' '}
        </>
      )}
      {event.property !== null && <span>{t(`property.${event.property}`, event.property)} </span>}
      {event.before !== null && (
        <del>
          <Name text={event.before} />
        </del>
      )}{' '}
      {event.after !== null && (
        <ins>
          <Name text={event.after} />
        </ins>
      )}
      <Text size="xs" c="dimmed">
        {t(event.when.basis === 'stated' ? 'recordEvent.stated' : 'recordEvent.inferred')}{' '}
        <Code text={event.when.date} /> · {t('recordEvent.seen')} <Code text={event.seen} />
      </Text>
    </li>
  );
}
