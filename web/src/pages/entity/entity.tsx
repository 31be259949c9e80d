import { Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf, ask } from '../../api/ask.ts';
import { ClockFields } from '../../parts/clock-fields.tsx';
import { Code, Name } from '../../parts/name.tsx';
import { Page } from '../../parts/page.tsx';
import { Answer } from '../../parts/states.tsx';
import { EntityEvents } from './entity-events.tsx';
import { EntityListings } from './entity-listings.tsx';
import { EntityNames } from './entity-names.tsx';
import { EntityRelations } from './entity-relations.tsx';
import { EntityStatements } from './entity-statements.tsx';
import { Lanes } from './lanes.tsx';

const TABS = ['listings', 'names', 'life', 'relations', 'statements'] as const;

/** An entity: who lists it since when, under which names, what happened to it, and every statement behind that. */
export function EntityPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { id } = useParams({ from: '/entities/$id' });
  const search = useSearch({ from: '/entities/$id' });
  const { statement, asOf, knownAt } = search;
  const tab = TABS.find((name) => name === search.tab) ?? 'listings';
  const clocks = { ...(asOf === undefined ? {} : { asOf }), ...(knownAt === undefined ? {} : { knownAt }) };
  const asked = { params: { id }, query: clocks };
  const entity = useQuery({
    queryKey: ['entity', id, clocks],
    queryFn: ({ signal }) => ask('entity', { ...asked, signal }),
  });
  const history = useQuery({
    queryKey: ['history', id, knownAt],
    queryFn: ({ signal }) =>
      ask('history', { params: { id }, query: knownAt === undefined ? {} : { knownAt }, signal }),
  });
  const go = (next: Readonly<Record<string, string | undefined>>) =>
    void navigate({ to: '/entities/$id', params: { id }, search: { ...search, ...next }, replace: true });

  return (
    <Page
      title={entity.data?.caption ?? id}
      lead={<Code text={id} />}
      json={addressOf('entity', asked)}
      actions={
        <ClockFields value={search} change={(next) => go({ asOf: undefined, knownAt: undefined, ...next })} />
      }
    >
      <Answer query={entity}>
        {(data) => (
          <>
            <p style={{ marginBlockStart: 0 }}>
              {data.names.slice(0, 8).map((name, index) => (
                <Fragment key={`${name.text} ${name.kind}`}>
                  {index > 0 && ' · '}
                  {/* Whole, since a name broken over two lines reads as two where it runs against the page. */}
                  <span style={{ display: 'inline-block' }}>
                    <Name text={name.text} />
                  </span>
                </Fragment>
              ))}
            </p>
            <Lanes listings={data.listings} asOf={data.asOf} knownAt={data.knownAt} />
            <Tabs value={tab} onChange={(next) => go({ tab: next ?? undefined })} keepMounted={false} mt="md">
              <Tabs.List className="no-print">
                {TABS.map((name) => (
                  <Tabs.Tab key={name} value={name}>
                    {t(`entity.${name}`)}
                  </Tabs.Tab>
                ))}
              </Tabs.List>
              <Tabs.Panel value="listings" pt="md">
                <EntityListings entity={data} />
              </Tabs.Panel>
              <Tabs.Panel value="names" pt="md">
                <EntityNames names={data.names} show={(text) => go({ tab: 'statements', statement: text })} />
              </Tabs.Panel>
              <Tabs.Panel value="life" pt="md">
                <Answer query={history}>{({ events }) => <EntityEvents events={events} />}</Answer>
              </Tabs.Panel>
              <Tabs.Panel value="relations" pt="md">
                <EntityRelations entity={data} />
              </Tabs.Panel>
              <Tabs.Panel value="statements" pt="md">
                <EntityStatements
                  entity={data}
                  wanted={statement ?? ''}
                  change={(text) => go({ statement: text === '' ? undefined : text })}
                />
              </Tabs.Panel>
            </Tabs>
          </>
        )}
      </Answer>
    </Page>
  );
}
