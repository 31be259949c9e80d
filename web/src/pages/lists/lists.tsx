import { Badge, Group, Table, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answered } from '../../../../src/contract/index.ts';
import type { Operations } from '../../api/addresses.ts';
import { addressOf, ask } from '../../api/ask.ts';
import { AnchorLink } from '../../parts/anchor-link.tsx';
import { Code } from '../../parts/name.tsx';
import { Page } from '../../parts/page.tsx';
import { Answer, Empty } from '../../parts/states.tsx';
import { ListDetails } from './list-details.tsx';
import { ListUpdates, useMayLoad } from './list-updates.tsx';

type ListRow = Answered<Operations['lists']>['lists'][number];

/** Every list, what is held of it and how old that is. */
export function ListsPage() {
  const { t } = useTranslation();
  const lists = useQuery({ queryKey: ['lists'], queryFn: ({ signal }) => ask('lists', { signal }) });
  const { list: chosen } = useSearch({ from: '/lists' });
  const [wanted, setWanted] = useState('');
  const mayLoad = useMayLoad();
  return (
    <Page title={t('lists.title')} lead={t('lists.lead')} json={addressOf('lists')}>
      {mayLoad && <ListUpdates />}
      <TextInput
        className="no-print"
        mb="sm"
        maw={360}
        value={wanted}
        onChange={(event) => setWanted(event.currentTarget.value)}
        label={t('lists.filter')}
      />
      <Answer query={lists}>
        {(data) => {
          const shown = data.lists.filter((list) =>
            `${list.id} ${list.title} ${list.authority.name}`.toLowerCase().includes(wanted.toLowerCase()),
          );
          const open = data.lists.find(({ id }) => id === chosen);
          return (
            <>
              {open !== undefined && <ListDetails list={open} />}
              {shown.length === 0 ? <Empty title={t('lists.none')} /> : <ListsTable lists={shown} />}
            </>
          );
        }}
      </Answer>
    </Page>
  );
}

function ListsTable({ lists }: { readonly lists: readonly ListRow[] }) {
  const { t } = useTranslation();
  return (
    <Table.ScrollContainer minWidth={620}>
      <Table striped>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('lists.list')}</Table.Th>
            <Table.Th>{t('lists.authority')}</Table.Th>
            <Table.Th>{t('lists.held')}</Table.Th>
            <Table.Th>{t('lists.observed')}</Table.Th>
            <Table.Th>{t('lists.next')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lists.map((list) => (
            <Table.Tr key={list.id}>
              <Table.Td>
                <AnchorLink to="/lists" search={{ list: list.id }} size="sm">
                  {list.title}
                </AnchorLink>
                <Text size="xs" c="dimmed">
                  <Code text={list.id} />
                </Text>
              </Table.Td>
              <Table.Td>
                {list.authority.name} <Code text={`(${list.authority.country})`} />
              </Table.Td>
              <Table.Td>
                <Freshness list={list} />
              </Table.Td>
              <Table.Td>
                {list.observed === null ? '—' : <Code text={list.observed} />}
                {list.ageDays !== null && (
                  <Text size="xs" c="dimmed">
                    {t('lists.age', { count: list.ageDays })}
                  </Text>
                )}
              </Table.Td>
              <Table.Td>
                <Due list={list} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

/** When to look again, and how the last look ended: one that failed is said, not left out. */
export function Due({ list }: { readonly list: ListRow }) {
  const { t } = useTranslation();
  const { nextDue, due, lastAttempt } = list;
  const failure = lastAttempt?.failure ?? null;
  return (
    <>
      {due ? (
        <Text size="sm" fw={600}>
          {t('lists.dueNow')}
        </Text>
      ) : (
        <Text size="sm">{nextDue === null ? '—' : <Code text={nextDue.slice(0, 10)} />}</Text>
      )}
      {failure !== null && (
        <Text size="xs" c="var(--mantine-color-error)">
          {t('lists.lastFailed')} <Code text={lastAttempt?.at.slice(0, 10) ?? ''} />: {failure.reason}
        </Text>
      )}
    </>
  );
}

const FRESH = { fresh: ['green', '●'], stale: ['yellow', '◐'], 'not held': ['gray', '○'] } as const;

function Freshness({ list }: { readonly list: ListRow }) {
  const { t } = useTranslation();
  const [color, sign] = FRESH[list.freshness];
  return (
    <Group gap={6} wrap="wrap">
      <Badge color={color} variant="light" tt="none" leftSection={<span aria-hidden="true">{sign}</span>}>
        {t(`lists.${list.freshness}`)}
      </Badge>
      {list.accepted > 0 && <Text size="sm">{t('lists.snapshots', { count: list.accepted })}</Text>}
      {list.waiting > 0 && (
        <Text size="sm" c="var(--mantine-color-error)">
          {t('lists.waiting', { count: list.waiting })}
        </Text>
      )}
    </Group>
  );
}
