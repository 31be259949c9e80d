import { Alert, Button, Group, NativeSelect, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf, ask } from '../../api/ask.ts';
import { AnchorLink } from '../../parts/anchor-link.tsx';
import { Code } from '../../parts/name.tsx';
import { NeedsAction } from '../../parts/needs-action.tsx';
import { Page } from '../../parts/page.tsx';
import { Answer, Empty, Failed, Loading } from '../../parts/states.tsx';
import { WatchAdd } from './watch-add.tsx';
import { WatchChanges } from './watch-changes.tsx';
import type { WatchJson } from './watch-json.ts';
import { WatchNames } from './watch-names.tsx';

const OWN = 'own';

/** Names of one's own, screened again and again: who is newly hit, no longer hit or scores otherwise, and why. */
export function WatchPage() {
  const { t } = useTranslation();
  const { watchList = OWN } = useSearch({ from: '/watch' });
  return (
    <Page
      title={t('watch.title')}
      lead={t('watch.lead')}
      json={addressOf('watched', { query: { watchList } })}
    >
      <NeedsAction action="watch" whose="analyst">
        <WatchList key={watchList} watchList={watchList} />
      </NeedsAction>
    </Page>
  );
}

function WatchList({ watchList }: { readonly watchList: string }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const queryKey = ['watch', watchList];
  const watched = useQuery({
    queryKey,
    queryFn: ({ signal }) => ask('watched', { query: { watchList }, signal }),
  });
  const [threshold, setThreshold] = useState('0.7');
  const run = useMutation({
    mutationFn: () => ask('runWatch', { body: { watchList, threshold: Number(threshold) } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['watch'] }),
  });
  return (
    <Answer query={watched}>
      {(data) => (
        <>
          <Lists data={data} />
          <WatchAdd watchList={watchList} />
          {data.names.length === 0 ? (
            <Empty title={t('watch.none')}>{t('watch.noneWhat')}</Empty>
          ) : (
            <>
              <Group className="no-print" align="flex-end" gap="sm" mb="xs">
                <NativeSelect
                  label={t('screen.threshold')}
                  value={threshold}
                  data={[
                    { value: '0.6', label: t('screen.wide') },
                    { value: '0.7', label: t('screen.usual') },
                    { value: '0.85', label: t('screen.narrow') },
                  ]}
                  onChange={(event) => setThreshold(event.currentTarget.value)}
                />
                <Button loading={run.isPending} onClick={() => run.mutate()}>
                  {t('watch.run', { count: data.names.length })}
                </Button>
              </Group>
              {run.isPending && <Loading what={t('watch.running', { count: data.names.length })} />}
              {run.error !== null && <Failed error={run.error} again={() => run.mutate()} />}
              <LastRun data={data} />
              <WatchNames data={data} />
            </>
          )}
        </>
      )}
    </Answer>
  );
}

/** The watch lists that hold names, and the way to another. */
function Lists({ data }: { readonly data: WatchJson }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [other, setOther] = useState('');
  return (
    <Group gap="md" mb="sm" align="flex-end" className="no-print">
      {data.watchLists.map(({ list, names }) => (
        <AnchorLink
          key={list}
          to="/watch"
          search={{ watchList: list }}
          size="sm"
          {...(list === data.watchList ? { 'aria-current': 'page' as const, fw: 650 } : {})}
        >
          {list === OWN ? t('watch.own') : list} (<Code text={String(names)} />)
        </AnchorLink>
      ))}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (other.trim() !== '')
            void navigate({ to: '/watch', search: { watchList: other.trim().slice(0, 100) } });
        }}
      >
        <Group gap="xs" align="flex-end">
          <TextInput
            label={t('watch.other')}
            size="xs"
            value={other}
            onChange={(event) => setOther(event.currentTarget.value)}
            maxLength={100}
          />
          <Button type="submit" size="xs" variant="default" disabled={other.trim() === ''}>
            {t('watch.openList')}
          </Button>
        </Group>
      </form>
    </Group>
  );
}

/** When the names were last screened, against what, and what was otherwise; or that they never were. */
function LastRun({ data }: { readonly data: WatchJson }) {
  const { t, i18n } = useTranslation();
  const { lastRun: run } = data;
  if (run === null)
    return (
      <Alert color="yellow" title={t('watch.neverRun')} my="sm">
        {t('watch.neverRunWhat')}
      </Alert>
    );
  const added = data.names.filter(({ addedAt }) => addedAt > run.at).length;
  return (
    <section aria-label={t('watch.lastRun')}>
      <Title order={2} size="h4" mt="md">
        {t('watch.lastRun')}
      </Title>
      <Text size="sm" c="dimmed">
        {new Date(run.at).toLocaleString(i18n.language)} ·{' '}
        {t('watch.ranOver', {
          count: run.names,
          lists: Object.keys(run.snapshots).length,
          threshold: run.threshold,
        })}{' '}
        <Code text={run.rules} />
      </Text>
      {added > 0 && (
        <Text size="sm" role="note">
          {t('watch.notYetRun', { count: added })}
        </Text>
      )}
      <WatchChanges changes={data.changes} />
    </section>
  );
}
