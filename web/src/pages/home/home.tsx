import { SimpleGrid, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf, ask } from '../../api/ask.ts';
import { Code } from '../../parts/name.tsx';
import { Page } from '../../parts/page.tsx';
import { Answer } from '../../parts/states.tsx';
import { Box, Lines } from './box.tsx';
import { Changes } from './changes.tsx';
import { Dispatches } from './dispatches.tsx';
import { lastVisit } from './last-visit.ts';
import { Promises } from './promises.tsx';
import { Waiting } from './waiting.tsx';

/** What waits for the reader: changes since the last visit, decisions, old lists, overdue promises, newest dispatches. */
export function HomePage() {
  const { t } = useTranslation();
  const [since] = useState(() => lastVisit(new Date()));
  const lists = useQuery({ queryKey: ['lists'], queryFn: ({ signal }) => ask('lists', { signal }) });
  const about = useQuery({ queryKey: ['about'], queryFn: ({ signal }) => ask('about', { signal }) });
  return (
    <Page title={t('home.title')} lead={t('home.lead')} json={addressOf('lists')}>
      <Answer query={about}>
        {(data) => (
          <Text size="sm" c="dimmed" mb="md">
            {t('home.record', { entities: data.entities, names: data.names })}
          </Text>
        )}
      </Answer>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <Box title={t('home.changed')}>
          <Answer query={lists}>
            {(data) => (
              <Changes
                since={since}
                lists={data.lists
                  .filter((list) =>
                    list.snapshots.some(({ observed, state }) => state === 'accepted' && observed > since),
                  )
                  .filter(({ accepted, id }) => accepted > 1 && id !== 'record')
                  .map(({ id }) => id)}
              />
            )}
          </Answer>
        </Box>
        <Waiting lists={lists} />
        <Box title={t('home.stale')}>
          <Answer query={lists}>
            {(data) => {
              const stale = data.lists.filter(({ freshness }) => freshness === 'stale');
              const held = data.lists.filter(({ accepted }) => accepted > 0);
              if (held.length <= 1) return <Text size="sm">{t('home.noList')}</Text>;
              return stale.length === 0 ? (
                <Text size="sm">{t('home.fresh')}</Text>
              ) : (
                <Lines>
                  {stale.map((list) => (
                    <li key={list.id}>
                      {list.title}: <Code text={list.observed ?? ''} />,{' '}
                      {t('lists.age', { count: list.ageDays ?? 0 })}
                    </li>
                  ))}
                </Lines>
              );
            }}
          </Answer>
        </Box>
        <Promises />
        <Dispatches />
      </SimpleGrid>
    </Page>
  );
}
