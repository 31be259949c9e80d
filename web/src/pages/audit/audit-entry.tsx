import { Card, Group, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf, ask } from '../../api/ask.ts';
import { AnchorLink } from '../../parts/anchor-link.tsx';
import { Code } from '../../parts/name.tsx';
import { Answer } from '../../parts/states.tsx';
import classes from './audit.module.css';
import type { AuditEntry, AuditSearch } from './audit-search.ts';
import { Verdict, Who } from './audit-table.tsx';
import { Replay } from './replay.tsx';

/** One entry whole, asked for by its id so that its address can be sent; a screening can be asked again. */
export function AuditEntryCard({ id, search }: { readonly id: string; readonly search: AuditSearch }) {
  const { t } = useTranslation();
  const entry = useQuery({
    queryKey: ['auditEntry', id],
    queryFn: ({ signal }) => ask('auditEntry', { params: { id }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Card withBorder padding="sm" mb="md" component="section" aria-label={t('audit.entry')}>
      <Group justify="space-between" gap="xs">
        <Title order={2} size="h4">
          {t('audit.entry')} <Code text={id} />
        </Title>
        <Group gap="sm" className="no-print">
          <a href={addressOf('auditEntry', { params: { id } })} target="_blank" rel="noreferrer">
            {t('page.json')}
          </a>
          <AnchorLink to="/audit" search={{ ...search, entry: undefined }} size="sm">
            {t('audit.close')}
          </AnchorLink>
        </Group>
      </Group>
      <Answer query={entry}>{(data) => <EntryFacts entry={data} />}</Answer>
    </Card>
  );
}

function EntryFacts({ entry }: { readonly entry: AuditEntry }) {
  const { t } = useTranslation();
  const { basis, result } = entry;
  const facts: readonly (readonly [string, ReactNode])[] = [
    ['when', <Code key="" text={entry.at} />],
    ['who', <Who key="" entry={entry} />],
    ['account', <Code key="" text={entry.subject.id} />],
    ['key', entry.subject.key === null ? null : <Code key="" text={entry.subject.key} />],
    ['channel', t(`channel.${entry.channel}`)],
    ['action', t(`action.${entry.action}`, entry.action)],
    ['verdict', <Verdict key="" entry={entry} />],
    ['rules', basis === null ? null : <Code key="" text={basis.rules} />],
    [
      'lists',
      basis === null ? null : (
        <Code
          key=""
          text={basis.lists.map(({ id, observed, records }) => `${id} ${observed} (${records})`).join(' · ')}
        />
      ),
    ],
    ['state', basis === null ? null : <Code key="" text={basis.record.stamp} />],
    ['results', result?.count ?? null],
    ['resultHash', result === null ? null : <Code key="" text={result.sha256} />],
    ['markings', entry.markings.length === 0 ? null : <Code key="" text={entry.markings.join(' · ')} />],
    ['request', entry.request === null ? null : <Code key="" text={entry.request} />],
    ['hash', <Code key="" text={entry.hash} />],
  ];
  const screening = entry.action === 'screen' && basis !== null && result !== null;
  return (
    <>
      <dl className={classes.facts}>
        {facts
          .filter(([, value]) => value !== null)
          .map(([name, value]) => (
            <div key={name}>
              <dt>{t(`audit.${name}`)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <details>
        <summary>{t('audit.inFull')}</summary>
        <pre className={classes.asked} dir="ltr" tabIndex={0}>
          {JSON.stringify(entry.asked, null, 2)}
        </pre>
      </details>
      {screening ? <Replay id={entry.id} /> : <Text size="sm">{t('audit.noReplay')}</Text>}
    </>
  );
}
