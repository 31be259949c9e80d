import { Badge, Group, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AnchorLink } from '../../parts/anchor-link.tsx';
import { Code } from '../../parts/name.tsx';
import type { Account } from './account-type.ts';

/** Every account: who, which roles, cleared for what, how it signs in, whether it still may. */
export function AccountTable({ accounts }: { readonly accounts: readonly Account[] }) {
  const { t } = useTranslation();
  return (
    <Table.ScrollContainer minWidth={620}>
      <Table striped>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('people.name')}</Table.Th>
            <Table.Th>{t('people.roles')}</Table.Th>
            <Table.Th>{t('people.clearance')}</Table.Th>
            <Table.Th>{t('people.signsIn')}</Table.Th>
            <Table.Th>{t('people.made')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {accounts.map((account) => (
            <Table.Tr key={account.id}>
              <Table.Td>
                <AnchorLink to="/people" search={{ account: account.name }} size="sm">
                  <Code text={account.name} />
                </AnchorLink>
                {account.disabledAt !== null && (
                  <Text size="xs" c="var(--mantine-color-error)">
                    {t('people.ended', { day: account.disabledAt.slice(0, 10) })}
                  </Text>
                )}
              </Table.Td>
              <Table.Td>
                <Group gap={4}>
                  {account.roles.map((role) => (
                    <Badge key={role} variant="light" tt="none">
                      {t(`role.${role}`, role)}
                    </Badge>
                  ))}
                </Group>
              </Table.Td>
              <Table.Td>
                <Code text={clearanceText(account)} />
              </Table.Td>
              <Table.Td>
                {account.hasPassword
                  ? t(account.hasTotp ? 'people.passwordAndCode' : 'people.password')
                  : t('people.keyOnly')}
              </Table.Td>
              <Table.Td>
                <Code text={account.createdAt.slice(0, 10)} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function clearanceText({ clearance: { tlp, organisation, state } }: Account): string {
  return [`TLP:${tlp}`, organisation, state].filter((part) => part !== null).join(' · ');
}
