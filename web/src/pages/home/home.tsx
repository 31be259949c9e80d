import { SimpleGrid, Text, Title } from '@mantine/core';
import { useQueries, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask.ts';
import { AnchorLink } from '../../parts/anchor-link.tsx';
import { Code } from '../../parts/name.tsx';
import { Page } from '../../parts/page.tsx';
import { RecordEventLine } from '../../parts/record-event.tsx';
import { Answer, Failed, Loading } from '../../parts/states.tsx';
import { lastVisit } from './last-visit.ts';

const SHOWN = 5;

/** What waits for the reader: what changed since the last visit, old lists, snapshots to decide, open promises. */
export function HomePage() {
  const { t } = useTranslation();
  const [since] = useState(() => lastVisit(new Date()));
  const lists = useQuery({ queryKey: ['lists'], queryFn: ({ signal }) => ask('lists', { signal }) });
  const dialogues = useQuery({
    queryKey: ['dialogues', {}],
    queryFn: ({ signal }) => ask('dialogues', { query: {}, signal }),
  });
  const about = useQuery({ queryKey: ['about'], queryFn: ({ signal }) => ask('about', { signal }) });
  return (
    <Page title={t('home.title')} lead={t('home.lead')}>
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
        <Box title={t('home.waiting')}>
          <Answer query={lists}>
            {(data) => {
              const held = data.lists.filter(({ waiting }) => waiting > 0);
              return held.length === 0 ? (
                <Text size="sm">{t('home.nothingWaits')}</Text>
              ) : (
                <ul style={{ margin: 0, paddingInlineStart: 18 }}>
                  {held.map((list) => (
                    <li key={list.id}>
                      <AnchorLink to="/review" size="sm">
                        {list.title}: {t('lists.waiting', { count: list.waiting })}
                      </AnchorLink>
                    </li>
                  ))}
                </ul>
              );
            }}
          </Answer>
        </Box>
        <Box title={t('home.stale')}>
          <Answer query={lists}>
            {(data) => {
              const stale = data.lists.filter(({ freshness }) => freshness === 'stale');
              const held = data.lists.filter(({ accepted }) => accepted > 0);
              if (held.length <= 1) return <Text size="sm">{t('home.noList')}</Text>;
              return stale.length === 0 ? (
                <Text size="sm">{t('home.fresh')}</Text>
              ) : (
                <ul style={{ margin: 0, paddingInlineStart: 18 }}>
                  {stale.map((list) => (
                    <li key={list.id}>
                      {list.title}: <Code text={list.observed ?? ''} />,{' '}
                      {t('lists.age', { count: list.ageDays ?? 0 })}
                    </li>
                  ))}
                </ul>
              );
            }}
          </Answer>
        </Box>
        <Box title={t('home.promises')}>
          <Answer query={dialogues}>
            {(data) =>
              data.dialogues.length === 0 ? (
                <Text size="sm">{t('dialogues.none')}</Text>
              ) : (
                <ul style={{ margin: 0, paddingInlineStart: 18 }}>
                  {data.dialogues
                    .filter(({ open }) => open > 0)
                    .map((dialogue) => (
                      <li key={dialogue.id}>
                        <AnchorLink to="/dialogues/$id" params={{ id: dialogue.id }} size="sm">
                          {dialogue.title}
                        </AnchorLink>{' '}
                        {t('dialogues.promises', { count: dialogue.promises, open: dialogue.open })}
                        {dialogue.stale > 0 && `, ${t('dialogues.stale', { count: dialogue.stale })}`}
                      </li>
                    ))}
                </ul>
              )
            }
          </Answer>
        </Box>
      </SimpleGrid>
    </Page>
  );
}

function Box({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title}>
      <Title order={2} size="h4" mb={6}>
        {title}
      </Title>
      {children}
    </section>
  );
}

function Changes({ since, lists }: { readonly since: string; readonly lists: readonly string[] }) {
  const { t } = useTranslation();
  const answers = useQueries({
    queries: lists.map((list) => ({
      queryKey: ['changes', { list, from: since }, SHOWN],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        ask('changes', { query: { list, from: since, limit: SHOWN }, signal }),
    })),
  });
  const failed = answers.find(({ error }) => error !== null)?.error;
  if (failed) return <Failed error={failed} />;
  if (answers.some(({ data }) => data === undefined)) return <Loading />;
  const shown = answers.flatMap(({ data }) => (data === undefined || data.events.length === 0 ? [] : [data]));
  if (shown.length === 0)
    return (
      <Text size="sm">
        {t('home.noChange')} <Code text={since} />
      </Text>
    );
  return (
    <>
      {shown.map((answer) => (
        <div key={answer.list}>
          <ol style={{ listStyle: 'none', padding: 0, margin: 0 }}>
            {answer.events.map((event) => (
              <RecordEventLine
                key={`${event.reference} ${event.seen} ${event.kind} ${event.property} ${event.before} ${event.after}`}
                event={event}
              />
            ))}
          </ol>
          <AnchorLink to="/changes" search={{ list: answer.list, from: since }} size="sm">
            {t('home.allOf', { list: answer.list })}
          </AnchorLink>
        </div>
      ))}
    </>
  );
}
