import { Badge, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AnchorLink } from '../../parts/anchor-link.tsx';
import { Code, Name } from '../../parts/name.tsx';
import { Asked } from './asked.tsx';
import type { AuditEntry, AuditSearch } from './audit-search.ts';

/** Entries, newest first: when, who, what was asked, what came of it. */
export function AuditTable({
  entries,
  search,
}: {
  readonly entries: readonly AuditEntry[];
  readonly search: AuditSearch;
}) {
  const { t } = useTranslation();
  return (
    <Table.ScrollContainer minWidth={680}>
      <Table striped>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('audit.when')}</Table.Th>
            <Table.Th>{t('audit.who')}</Table.Th>
            <Table.Th>{t('audit.asked')}</Table.Th>
            <Table.Th>{t('audit.verdict')}</Table.Th>
            <Table.Th>{t('audit.results')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {entries.map((entry) => (
            <Table.Tr key={entry.id}>
              <Table.Td>
                <AnchorLink to="/audit" search={{ ...search, entry: entry.id }} size="sm">
                  <Code text={entry.at.slice(0, 19).replace('T', ' ')} />
                </AnchorLink>
              </Table.Td>
              <Table.Td>
                <AnchorLink
                  to="/audit"
                  search={{ ...search, subject: entry.subject.id, before: undefined, entry: undefined }}
                  size="sm"
                >
                  <Who entry={entry} />
                </AnchorLink>
              </Table.Td>
              <Table.Td>
                <Text size="sm">{t(`action.${entry.action}`, entry.action)}</Text>
                <Asked asked={entry.asked} />
              </Table.Td>
              <Table.Td>
                <Verdict entry={entry} />
              </Table.Td>
              <Table.Td>{entry.result?.count ?? '—'}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

/** Who asked: an account by its name, else who stands for nobody's account. */
export function Who({ entry: { subject } }: { readonly entry: AuditEntry }) {
  const { t } = useTranslation();
  if (subject.kind === 'local' || subject.kind === 'nobody') return t(`audit.${subject.kind}`);
  return <Name text={subject.name} />;
}

/** Permitted or denied, and the reasons of a denial. */
export function Verdict({ entry }: { readonly entry: AuditEntry }) {
  const { t } = useTranslation();
  const denied = entry.verdict === 'deny';
  return (
    <>
      <Badge variant="light" tt="none" color={denied ? 'red' : 'gray'}>
        {t(`audit.${entry.verdict}`)}
      </Badge>
      {entry.reasons.length > 0 && (
        <Text size="xs" c="dimmed">
          {entry.reasons.map((reason) => t(`reason.${reason}`, reason)).join(', ')}
        </Text>
      )}
    </>
  );
}
