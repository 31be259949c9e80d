import { Button, Group, Table, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask.ts';
import { AnchorLink } from '../../parts/anchor-link.tsx';
import { Code, Name } from '../../parts/name.tsx';
import { Failed } from '../../parts/states.tsx';
import { TallTable } from '../../parts/tall-table.tsx';
import type { WatchedName, WatchJson } from './watch-json.ts';

/** The names of a watch list with what the last run found of each; hit ones first. */
export function WatchNames({ data }: { readonly data: WatchJson }) {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState('');
  const sought = wanted.trim().toLowerCase();
  const shown = data.names
    .filter(({ name, reference }) => `${name} ${reference ?? ''}`.toLowerCase().includes(sought))
    .sort((a, b) => Number(b.hits.length > 0) - Number(a.hits.length > 0));
  const hit = data.names.filter(({ hits }) => hits.length > 0).length;
  return (
    <section aria-label={t('watch.names')}>
      <Title order={2} size="h4" mt="md">
        {t('watch.names')}
      </Title>
      <Group justify="space-between" align="flex-end" gap="sm" mb="xs">
        <Text size="sm" c="dimmed" role="status">
          {t('watch.count', { count: data.names.length, hit })}
        </Text>
        <TextInput
          className="no-print"
          size="xs"
          label={t('watch.find')}
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
        />
      </Group>
      {shown.length === 0 ? (
        <Text>{t('watch.noneFound')}</Text>
      ) : (
        <TallTable
          rows={shown}
          keyOf={({ id }) => String(id)}
          minWidth={620}
          head={
            <Table.Tr>
              <Table.Th>{t('screen.name')}</Table.Th>
              <Table.Th>{t('watch.reference')}</Table.Th>
              <Table.Th>{t('watch.hits')}</Table.Th>
              <Table.Th>{t('watch.added')}</Table.Th>
              <Table.Th>
                <span className="sr-only">{t('watch.remove')}</span>
              </Table.Th>
            </Table.Tr>
          }
          cells={(name) => <NameCells name={name} ran={data.lastRun?.at ?? null} />}
        />
      )}
    </section>
  );
}

function NameCells({ name, ran }: { readonly name: WatchedName; readonly ran: string | null }) {
  const { t, i18n } = useTranslation();
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () => ask('unwatch', { params: { id: name.id } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['watch'] }),
  });
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent' });
  const said = ['schema', 'birthDate', 'country'].flatMap((field) =>
    typeof name.query[field] === 'string' ? [name.query[field]] : [],
  );
  return (
    <>
      <Table.Td>
        <AnchorLink to="/screen" search={{ q: name.name }} size="sm">
          <Name text={name.name} />
        </AnchorLink>
        {said.length > 0 && (
          <Text size="xs" c="dimmed">
            <Code text={said.join(' · ')} />
          </Text>
        )}
      </Table.Td>
      <Table.Td>{name.reference === null ? '—' : <Code text={name.reference} />}</Table.Td>
      <Table.Td>
        {name.hits.map((hit) => (
          <Text size="sm" key={hit.entity}>
            <AnchorLink to="/entities/$id" params={{ id: hit.entity }} size="sm">
              <Name text={hit.caption} />
            </AnchorLink>{' '}
            <Code text={percent.format(hit.score)} />{' '}
            <Text span size="xs" c="dimmed">
              <Name text={hit.matched} /> · <Code text={hit.record} />
            </Text>
          </Text>
        ))}
        {name.hits.length === 0 && (
          <Text size="sm" c="dimmed">
            {t(ran === null || name.addedAt > ran ? 'watch.notAsked' : 'watch.noHit')}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <Code text={name.addedAt.slice(0, 10)} />
        <Text size="xs" c="dimmed">
          {name.addedBy}
        </Text>
      </Table.Td>
      <Table.Td>
        <Button
          className="no-print"
          size="compact-xs"
          variant="default"
          loading={remove.isPending}
          onClick={() => remove.mutate()}
          aria-label={`${t('watch.remove')}: ${name.name}`}
        >
          {t('watch.remove')}
        </Button>
        {remove.error !== null && <Failed error={remove.error} />}
      </Table.Td>
    </>
  );
}
