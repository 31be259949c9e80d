import { Group, NativeSelect, TextInput } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { addressOf, ask } from '../../api/ask.ts';
import { MoreButton } from '../../parts/more-button.tsx';
import { Page } from '../../parts/page.tsx';
import { Answer, Empty } from '../../parts/states.tsx';
import { ChangesList } from './changes-list.tsx';

/** What a list's snapshots changed between two days, event by event. */
export function ChangesPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const search = useSearch({ from: '/changes' });
  const lists = useQuery({ queryKey: ['lists'], queryFn: ({ signal }) => ask('lists', { signal }) });
  const held = lists.data?.lists.filter(({ accepted, waiting }) => accepted > 1 || waiting > 0) ?? [];
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
              <Answer query={{ ...changes, error: changes.isFetchNextPageError ? null : changes.error }}>
                {({ pages }) => (
                  <ChangesList
                    list={query.list}
                    waiting={lists.data?.lists.find(({ id }) => id === list)?.waiting ?? 0}
                    pages={pages}
                    kind={search.kind}
                    choose={(kind) => go({ kind })}
                    more={<MoreButton query={changes} />}
                  />
                )}
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
