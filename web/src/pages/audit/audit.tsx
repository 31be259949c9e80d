import { Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { addressOf, ask } from '../../api/ask.ts';
import { AnchorLink } from '../../parts/anchor-link.tsx';
import { NeedsAction } from '../../parts/needs-action.tsx';
import { Page } from '../../parts/page.tsx';
import { Answer, Empty } from '../../parts/states.tsx';
import { AuditEntryCard } from './audit-entry.tsx';
import { AuditFilters } from './audit-filters.tsx';
import { type AuditSearch, auditQueryOf } from './audit-search.ts';
import { AuditTable } from './audit-table.tsx';
import { useVerifyLog } from './verify-log.tsx';

/** The audit log: who asked what, when, against what, and what came of it. */
export function AuditPage() {
  const { t } = useTranslation();
  const search: AuditSearch = useSearch({ from: '/audit' });
  const verify = useVerifyLog();
  return (
    <Page
      title={t('place.audit')}
      lead={t('audit.lead')}
      json={addressOf('audit', { query: auditQueryOf(search) })}
      actions={verify.button}
    >
      <NeedsAction action="audit" whose="auditor">
        {verify.outcome}
        <AuditLog search={search} />
      </NeedsAction>
    </Page>
  );
}

function AuditLog({ search }: { readonly search: AuditSearch }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const query = auditQueryOf(search);
  const log = useQuery({
    queryKey: ['audit', query],
    queryFn: ({ signal }) => ask('audit', { query, signal }),
  });
  return (
    <>
      <AuditFilters
        search={search}
        change={(next) => void navigate({ to: '/audit', search: next, replace: true })}
      />
      {search.entry !== undefined && <AuditEntryCard id={search.entry} search={search} />}
      <Answer query={log}>
        {({ entries, next }) =>
          entries.length === 0 ? (
            <Empty title={t('audit.none')}>{t('audit.noneWhat')}</Empty>
          ) : (
            <>
              <AuditTable entries={entries} search={search} />
              <Group gap="md" className="no-print">
                {search.before !== undefined && (
                  <AnchorLink to="/audit" search={{ ...search, before: undefined }}>
                    {t('audit.newest')}
                  </AnchorLink>
                )}
                {next === null ? (
                  <Text size="sm" c="dimmed">
                    {t('audit.oldest')}
                  </Text>
                ) : (
                  <AnchorLink to="/audit" search={{ ...search, before: String(next) }}>
                    {t('audit.older')}
                  </AnchorLink>
                )}
              </Group>
            </>
          )
        }
      </Answer>
    </>
  );
}
