import { Button, Card, Group, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Asked } from '../../../../src/contract/index.ts';
import type { Operations } from '../../api/addresses.ts';
import { ask } from '../../api/ask.ts';
import { AnchorLink } from '../../parts/anchor-link.tsx';
import { Code } from '../../parts/name.tsx';
import { Failed } from '../../parts/states.tsx';
import { AccountKeys } from './account-keys.tsx';
import { type Account, LEVELS, type Level, ROLE_NAMES } from './account-type.ts';
import { ClearanceFields, clearanceGivenOf } from './clearance-fields.tsx';
import { RoleChoice } from './role-choice.tsx';
import { ShownOnce } from './shown-once.tsx';

/** One account: its roles and clearance, its password and second factor, its keys, and the end of it. */
export function AccountDetails({ account }: { readonly account: Account }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { name } = account;
  const [roles, setRoles] = useState(ROLE_NAMES.filter((role) => account.roles.includes(role)));
  const [clearance, setClearance] = useState({
    tlp: LEVELS.find((level) => level === account.clearance.tlp) ?? ('CLEAR' as Level),
    organisation: account.clearance.organisation ?? '',
    state: account.clearance.state ?? '',
  });
  const [password, setPassword] = useState('');
  const [ending, setEnding] = useState(false);
  const refresh = () => client.invalidateQueries({ queryKey: ['accounts'] });
  const change = useMutation({
    mutationFn: (body: NonNullable<Asked<Operations['changeAccount']>['body']>) =>
      ask('changeAccount', { params: { name }, body }),
    onSuccess: async () => {
      setPassword('');
      setEnding(false);
      await refresh();
    },
  });
  // The list is asked for again only once the link is kept: who renews their own codes is signed out by it.
  const totp = useMutation({ mutationFn: () => ask('newTotp', { params: { name } }) });
  const ended = account.disabledAt !== null;
  return (
    <Card withBorder padding="md" my="md" component="section" aria-label={name}>
      <Group justify="space-between" gap="xs">
        <Title order={2} size="h4">
          <Code text={name} />
        </Title>
        <AnchorLink to="/people" className="no-print" size="sm">
          {t('audit.close')}
        </AnchorLink>
      </Group>
      <Text size="xs" c="dimmed">
        <Code text={account.id} /> · {t('people.madeBy', { who: account.createdBy })}
      </Text>
      <Stack gap="sm" mt="sm" className="no-print">
        <RoleChoice value={roles} change={setRoles} />
        <ClearanceFields value={clearance} change={setClearance} />
        <Group gap="sm">
          <Button
            loading={change.isPending}
            disabled={roles.length === 0}
            onClick={() => change.mutate({ roles: [...roles], clearance: clearanceGivenOf(clearance) })}
          >
            {t('people.save')}
          </Button>
          <Text size="sm" c="dimmed">
            {t('people.saveWhat')}
          </Text>
        </Group>
        <Group gap="sm" align="flex-end">
          <PasswordInput
            label={t('people.newPassword')}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            autoComplete="new-password"
            miw={240}
          />
          <Button
            variant="default"
            disabled={password.length < 12}
            loading={change.isPending}
            onClick={() => change.mutate({ password })}
          >
            {t('people.setPassword')}
          </Button>
          <Button variant="default" loading={totp.isPending} onClick={() => totp.mutate()}>
            {t(account.hasTotp ? 'people.renewTotp' : 'people.newTotp')}
          </Button>
        </Group>
        {totp.data !== undefined && (
          <ShownOnce
            title={t('people.totpTitle')}
            what={t('people.totpWhat')}
            secret={totp.data.uri}
            done={() => {
              totp.reset();
              void refresh();
            }}
          />
        )}
        <AccountKeys name={name} />
        {ended || !ending ? (
          <Button
            variant="light"
            color={ended ? 'sea' : 'red'}
            style={{ alignSelf: 'flex-start' }}
            loading={change.isPending}
            onClick={() => (ended ? change.mutate({ disabled: false }) : setEnding(true))}
          >
            {t(ended ? 'people.restore' : 'people.end')}
          </Button>
        ) : (
          <Group gap="sm">
            <Text size="sm">{t('people.endWhat', { name })}</Text>
            <Button color="red" loading={change.isPending} onClick={() => change.mutate({ disabled: true })}>
              {t('people.endNow')}
            </Button>
            <Button variant="default" onClick={() => setEnding(false)}>
              {t('people.cancel')}
            </Button>
          </Group>
        )}
        {[change.error, totp.error].map(
          (error) => error !== null && <Failed key={error.message} error={error} />,
        )}
      </Stack>
    </Card>
  );
}
