import { Button, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { addressOf, ask } from '../../api/ask.ts';
import { Page } from '../../parts/page.tsx';
import { RecordEventLine } from '../../parts/record-event.tsx';
import { Answer, Empty } from '../../parts/states.tsx';

/** What a list's snapshots changed between two days, event by event. */
export function ChangesPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const search = useSearch({ from: '/changes' });
  const lists = useQuery({ queryKey: ['lists'], queryFn: ({ signal }) => ask('lists', { signal }) });
  const held = lists.data?.lists.filter(({ accepted }) => accepted > 1) ?? [];
  const list = search.list ?? held[0]?.id;
  const from = search.from ?? yearsAgo(2);
  const query = { list: list ?? '', from, ...(search.to === undefined ? {} : { to: search.to }) };
  const changes = useInfiniteQuery({
    queryKey: ['changes', query],
    enabled: list !== undefined,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      ask('changes', {
        query: { ...query, limit: 200, ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      }),
    getNextPageParam: (page) => page.next,
  });
  const go = (next: Readonly<Record<string, string | undefined>>) =>
    void navigate({ to: '/changes', search: { ...search, ...next }, replace: true });
  return (
    <Page
      title={t('changes.title')}
      lead={t('changes.lead')}
      json={list === undefined ? undefined : addressOf('changes', { query })}
    >
      <Answer query={lists}>
        {() =>
          held.length === 0 ? (
            <Empty title={t('changes.noList')}>{t('changes.noListWhat')}</Empty>
          ) : (
            <>
              <Group className="no-print" align="flex-end" gap="sm" mb="md">
                <NativeSelect
                  label={t('changes.list')}
                  value={list ?? ''}
                  data={held.map(({ id, title }) => ({ value: id, label: title }))}
                  onChange={(event) => go({ list: event.currentTarget.value })}
                />
                <TextInput
                  type="date"
                  label={t('changes.from')}
                  value={from}
                  onChange={(event) => go({ from: event.currentTarget.value })}
                />
                <TextInput
                  type="date"
                  label={t('changes.to')}
                  value={search.to ?? ''}
                  onChange={(event) => go({ to: event.currentTarget.value || undefined })}
                />
              </Group>
              <Answer query={changes}>
                {({ pages }) => {
                  const [first] = pages;
                  const events = pages.flatMap((page) => page.events);
                  if (first !== undefined && first.snapshots.length === 0)
                    return <Empty title={t('changes.noSnapshot')}>{t('changes.noSnapshotWhat')}</Empty>;
                  if (events.length === 0) return <Empty title={t('changes.none')} />;
                  return (
                    <>
                      <Text size="sm" c="dimmed" role="status">
                        {t('changes.count', {
                          count: events.length,
                          snapshots: first?.snapshots.length ?? 0,
                        })}
                      </Text>
                      <ol style={{ listStyle: 'none', padding: 0 }}>
                        {events.map((event) => (
                          <RecordEventLine
                            key={`${event.reference} ${event.seen} ${event.kind} ${event.property} ${event.before} ${event.after}`}
                            event={event}
                          />
                        ))}
                      </ol>
                      {changes.hasNextPage && (
                        <Button
                          className="no-print"
                          variant="default"
                          loading={changes.isFetchingNextPage}
                          onClick={() => void changes.fetchNextPage()}
                        >
                          {t('changes.more')}
                        </Button>
                      )}
                    </>
                  );
                }}
              </Answer>
            </>
          )
        }
      </Answer>
    </Page>
  );
}

function yearsAgo(years: number): string {
  const day = new Date();
  day.setFullYear(day.getFullYear() - years);
  return day.toISOString().slice(0, 10);
}
