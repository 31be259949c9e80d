import { Anchor, Button, FileInput, Group, Table, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answered } from '../../../../src/contract/index.ts';
import type { Operations } from '../../api/addresses.ts';
import { ask } from '../../api/ask.ts';
import { AnchorLink } from '../../parts/anchor-link.tsx';
import { Code } from '../../parts/name.tsx';
import { Failed } from '../../parts/states.tsx';
import { useMayLoad, useUpdate } from './list-updates.tsx';

type ListRow = Answered<Operations['lists']>['lists'][number];

/** One list: what it is and who publishes it, its snapshots, and the form that loads one from files. */
export function ListDetails({ list }: { readonly list: ListRow }) {
  const { t } = useTranslation();
  const update = useUpdate();
  const mayLoad = useMayLoad();
  return (
    <section aria-label={list.title} style={{ marginBlockEnd: 20 }}>
      <Title order={2} size="h4">
        {list.title}
      </Title>
      <Text size="sm">{list.effect}</Text>
      <Text size="sm" c="dimmed">
        {t('lists.licence')}: {list.licence} ·{' '}
        {/^https?:/.test(list.url) && (
          <Anchor href={list.url} target="_blank" rel="noreferrer" size="sm">
            {t('lists.publisher')}
          </Anchor>
        )}{' '}
        ·{' '}
        <AnchorLink to="/changes" search={{ list: list.id }} size="sm">
          {t('place.changes')}
        </AnchorLink>
      </Text>
      {list.snapshots.length > 0 && (
        <Table.ScrollContainer minWidth={520}>
          <Table captionSide="top">
            <Table.Caption>{t('lists.snapshotsOf')}</Table.Caption>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('lists.observedOn')}</Table.Th>
                <Table.Th>{t('lists.publishedOn')}</Table.Th>
                <Table.Th>{t('lists.state')}</Table.Th>
                <Table.Th>{t('lists.files')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {[...list.snapshots].reverse().map((snapshot) => (
                <Table.Tr key={snapshot.observed}>
                  <Table.Td>
                    <Code text={snapshot.observed} />
                  </Table.Td>
                  <Table.Td>
                    <Code text={snapshot.published ?? '—'} />
                  </Table.Td>
                  <Table.Td>
                    {t(`snapshot.${snapshot.state}`)}
                    {snapshot.reason !== null && (
                      <Text size="xs" c="dimmed">
                        {snapshot.reason}
                      </Text>
                    )}
                  </Table.Td>
                  <Table.Td>
                    {snapshot.parts.map((part) => (
                      <Text key={part.part} size="xs">
                        <Code text={`${part.file} · ${part.records} · ${part.sha256.slice(0, 12)}`} />
                      </Text>
                    ))}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {mayLoad && (
        <Group className="no-print" gap="sm" my="xs">
          <Button
            variant="default"
            size="compact-sm"
            loading={update.isPending}
            onClick={() => update.mutate({ lists: [list.id] })}
          >
            {t('update.one')}
          </Button>
          {update.data !== undefined && (
            <Text size="sm" role="status">
              {t('update.started')}
            </Text>
          )}
        </Group>
      )}
      {update.error !== null && <Failed error={update.error} />}
      {list.readable && mayLoad && <LoadForm list={list.id} />}
    </section>
  );
}

function LoadForm({ list }: { readonly list: string }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [files, setFiles] = useState<File[]>([]);
  const [observed, setObserved] = useState('');
  const load = useMutation({
    mutationFn: () => {
      const form = new FormData();
      form.set('observed', observed);
      for (const file of files) form.append('file', file);
      return ask('loadSnapshot', { params: { list }, body: form as never });
    },
    onSuccess: async () => {
      setFiles([]);
      await client.invalidateQueries();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    load.mutate();
  };
  return (
    <form onSubmit={submit} className="no-print">
      <Group align="flex-end" gap="sm">
        <FileInput
          label={t('lists.loadFiles')}
          placeholder={t('files.choose')}
          multiple
          value={files}
          onChange={setFiles}
          miw={240}
          required
        />
        <TextInput
          type="date"
          label={t('lists.observedOn')}
          value={observed}
          onChange={(event) => setObserved(event.currentTarget.value)}
          required
        />
        <Button type="submit" variant="default" loading={load.isPending} disabled={files.length === 0}>
          {t('lists.load')}
        </Button>
      </Group>
      {load.error !== null && <Failed error={load.error} />}
      {load.data !== undefined && (
        <Text size="sm" role="status" mt="xs">
          {t(`lists.outcome.${load.data.outcome}`)} {load.data.reason ?? ''}
        </Text>
      )}
    </form>
  );
}
