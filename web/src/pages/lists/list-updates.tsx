import { Alert, Badge, Button, Group, Progress, Table, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ListUpdateJson, UpdateJson } from '../../../../src/contract/index.ts';
import { addressOf, ask } from '../../api/ask.ts';
import { useSession } from '../../api/session.ts';
import { useJobEvents } from '../../api/use-job-events.ts';
import { AnchorLink } from '../../parts/anchor-link.tsx';
import { Code, Name } from '../../parts/name.tsx';
import { Failed } from '../../parts/states.tsx';

const RUNNING: readonly UpdateJson['state'][] = ['waiting', 'running'];

/** Starts an update of lists; `lists` names them, else all that are due, or all. */
export function useUpdate() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (asked: { readonly lists?: readonly string[]; readonly due?: boolean }) =>
      ask('startUpdate', {
        body: {
          ...(asked.lists === undefined ? {} : { lists: [...asked.lists] }),
          due: asked.due ?? false,
        },
      }),
    onSuccess: (update) => {
      client.setQueryData(['updates'], (held: { updates: readonly UpdateJson[] } | undefined) => ({
        updates: [update, ...(held?.updates ?? [])],
      }));
    },
  });
}

/** Whether whoever asks may load lists; nobody else is shown the ways to. */
export function useMayLoad(): boolean {
  const { data: session } = useSession();
  return session?.actions.includes('load') === true;
}

/** Brings the lists from their publishers: the buttons, the newest update as it goes on, and what came of each list. */
export function ListUpdates() {
  const { t } = useTranslation();
  const start = useUpdate();
  const updates = useQuery({
    queryKey: ['updates'],
    queryFn: ({ signal }) => ask('updates', { signal }),
  });
  const [newest] = updates.data?.updates ?? [];
  const running = newest !== undefined && RUNNING.includes(newest.state);
  return (
    <section aria-label={t('update.title')}>
      <Group className="no-print" gap="sm" mb="xs">
        <Button
          loading={start.isPending || running}
          onClick={() => start.mutate({ due: true })}
          title={t('update.dueWhat')}
        >
          {t('update.due')}
        </Button>
        <Button variant="default" disabled={start.isPending || running} onClick={() => start.mutate({})}>
          {t('update.all')}
        </Button>
      </Group>
      {start.error !== null && <Failed error={start.error} />}
      {updates.error !== null && <Failed error={updates.error} again={() => void updates.refetch()} />}
      {newest !== undefined && <UpdateCard key={newest.id} first={newest} />}
    </section>
  );
}

/** One update, as it comes from the server. A list that failed stands first, and is never passed over. */
function UpdateCard({ first }: { readonly first: UpdateJson }) {
  const { t, i18n } = useTranslation();
  const client = useQueryClient();
  const queryKey = ['update', first.id];
  const { data: update = first, error } = useQuery({
    queryKey,
    queryFn: ({ signal }) => ask('update', { params: { job: first.id }, signal }),
    initialData: first,
  });
  const running = RUNNING.includes(update.state);
  useJobEvents(
    running ? addressOf('updateEvents', { params: { job: first.id } }) : null,
    ['update', first.id],
    () => {
      void client.invalidateQueries({ queryKey: ['lists'] });
      void client.invalidateQueries({ queryKey: ['changes'] });
    },
  );
  const stop = useMutation({
    mutationFn: () => ask('cancelUpdate', { params: { job: first.id } }),
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
  const { done, of, now } = update.progress;
  const failed = update.lists.filter(({ outcome }) => outcome === 'failed').length;
  const number = new Intl.NumberFormat(i18n.language);
  return (
    <div style={{ border: '1px solid var(--mantine-color-default-border)', padding: 12, marginBlockEnd: 16 }}>
      <Group justify="space-between" gap="xs">
        <Title order={2} size="h5">
          {t('update.title')} · {t(`job.${update.state}`)}
        </Title>
        <Group gap="xs">
          <Text size="sm" c="dimmed">
            {new Date(update.created).toLocaleString(i18n.language)}
          </Text>
          {running && (
            <Button
              className="no-print"
              size="compact-sm"
              variant="default"
              loading={stop.isPending}
              onClick={() => stop.mutate()}
            >
              {t('job.stop')}
            </Button>
          )}
        </Group>
      </Group>
      {running && (
        <>
          <Progress
            mt="xs"
            value={of === 0 ? 0 : (done / of) * 100}
            animated
            aria-label={t('update.title')}
          />
          <Text size="sm" mt={4} role="status">
            {t('update.progress', { done: number.format(done), of: number.format(of) })}
          </Text>
          {now.map((one) => (
            <Text key={one.list} size="xs" c="dimmed">
              <Code text={one.list} />: {t(`update.step.${one.step}`)}
              {one.bytes !== null && ` · ${number.format(Math.round(one.bytes / 1024))} kB`}
              {one.records !== null && ` · ${t('update.records', { count: one.records })}`}
              {one.why !== null && ` · ${one.why}`}
            </Text>
          ))}
        </>
      )}
      {error !== null && <Failed error={error} />}
      {update.why !== null && (
        <Alert color="red" role="alert" my="xs" title={t('update.failedWhole')}>
          {update.why}
        </Alert>
      )}
      {failed > 0 && (
        <Alert
          color="red"
          role="alert"
          my="xs"
          title={t('update.someFailed', { count: failed, of: update.lists.length })}
        >
          {t('update.someFailedWhat')}
        </Alert>
      )}
      {!running && update.lists.length === 0 && update.why === null && (
        <Text size="sm" mt="xs">
          {t('update.nothingDue')}
        </Text>
      )}
      {update.lists.length > 0 && <Results lists={update.lists} />}
    </div>
  );
}

const LOOKS = {
  failed: ['red', '✕', 0],
  held: ['orange', '◐', 1],
  rejected: ['orange', '◐', 2],
  loaded: ['green', '●', 3],
  unchanged: ['gray', '○', 4],
  'by-hand': ['gray', '…', 5],
} as const;

/** What came of each list, those that want a person first. */
function Results({ lists }: { readonly lists: readonly ListUpdateJson[] }) {
  const { t, i18n } = useTranslation();
  const number = new Intl.NumberFormat(i18n.language);
  const shown = [...lists].sort((a, b) => LOOKS[a.outcome][2] - LOOKS[b.outcome][2]);
  return (
    <Table.ScrollContainer minWidth={480}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('lists.list')}</Table.Th>
            <Table.Th>{t('update.result')}</Table.Th>
            <Table.Th>{t('update.detail')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map((one) => (
            <Table.Tr key={one.list}>
              <Table.Td>
                <AnchorLink to="/lists" search={{ list: one.list }} size="sm">
                  <Code text={one.list} />
                </AnchorLink>
              </Table.Td>
              <Table.Td>
                <Badge
                  color={LOOKS[one.outcome][0]}
                  variant="light"
                  tt="none"
                  leftSection={<span aria-hidden="true">{LOOKS[one.outcome][1]}</span>}
                >
                  {t(`update.outcome.${one.outcome}`)}
                </Badge>
              </Table.Td>
              <Table.Td>
                {one.parts.length > 0 && (
                  <Text size="sm">
                    {t('update.differing', {
                      records: number.format(one.parts.reduce((sum, part) => sum + part.records, 0)),
                      differing: number.format(one.parts.reduce((sum, part) => sum + part.differing, 0)),
                    })}
                  </Text>
                )}
                {one.error !== null && (
                  <Text size="sm" c="var(--mantine-color-error)">
                    <Name text={one.error.reason} /> <Code text={one.error.code} />
                  </Text>
                )}
                {one.reason !== null && (
                  <Text size="sm">
                    <Name text={one.reason} />{' '}
                    <AnchorLink to="/review" size="sm">
                      {t('place.review')}
                    </AnchorLink>
                  </Text>
                )}
                {one.hint !== null && (
                  <Text size="sm" c="dimmed">
                    <Name text={one.hint} />
                  </Text>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
