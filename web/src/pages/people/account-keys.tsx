import { Button, Group, MultiSelect, NativeSelect, Table, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answered } from '../../../../src/contract/index.ts';
import { KEY_ACTIONS, type KeyAction } from '../../api/actions.ts';
import type { Operations } from '../../api/addresses.ts';
import { ask } from '../../api/ask.ts';
import { Code, Name } from '../../parts/name.tsx';
import { Answer, Failed } from '../../parts/states.tsx';
import { ShownOnce } from './shown-once.tsx';

type ApiKey = Answered<Operations['keys']>['keys'][number];

/** The keys of an account by which programs ask: made, shown once, revoked. */
export function AccountKeys({ name }: { readonly name: string }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const keys = useQuery({
    queryKey: ['keys', name],
    queryFn: ({ signal }) => ask('keys', { params: { name }, signal }),
  });
  const refresh = () => client.invalidateQueries({ queryKey: ['keys', name] });
  const revoke = useMutation({
    mutationFn: (key: string) => ask('revokeKey', { params: { key } }),
    onSuccess: refresh,
  });
  return (
    <section aria-label={t('people.keys')}>
      <Title order={3} size="h5">
        {t('people.keys')}
      </Title>
      <Answer query={keys}>
        {(data) =>
          data.keys.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t('people.noKeys')}
            </Text>
          ) : (
            <KeyTable keys={data.keys} revoke={(id) => revoke.mutate(id)} />
          )
        }
      </Answer>
      {revoke.error !== null && <Failed error={revoke.error} />}
      <NewKey name={name} made={refresh} />
    </section>
  );
}

function KeyTable({
  keys,
  revoke,
}: {
  readonly keys: readonly ApiKey[];
  readonly revoke: (id: string) => void;
}) {
  const { t } = useTranslation();
  const now = new Date().toISOString();
  return (
    <Table.ScrollContainer minWidth={520}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('people.label')}</Table.Th>
            <Table.Th>{t('people.scopes')}</Table.Th>
            <Table.Th>{t('people.expires')}</Table.Th>
            <Table.Th>{t('people.revoke')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {keys.map((key) => (
            <Table.Tr key={key.id}>
              <Table.Td>
                <Name text={key.label} />
                <Text size="xs" c="dimmed">
                  <Code text={key.id} />
                </Text>
              </Table.Td>
              <Table.Td>
                {key.scopes === null
                  ? t('people.allActions')
                  : key.scopes.map((scope) => t(`action.${scope}`, scope)).join(', ')}
              </Table.Td>
              <Table.Td>
                {key.expiresAt === null ? t('people.never') : <Code text={key.expiresAt.slice(0, 10)} />}
              </Table.Td>
              <Table.Td>
                {key.revokedAt === null || key.revokedAt > now ? (
                  <Button
                    size="compact-sm"
                    variant="light"
                    color="red"
                    aria-label={`${t('people.revoke')}: ${key.label}`}
                    onClick={() => revoke(key.id)}
                  >
                    {t('people.revoke')}
                  </Button>
                ) : (
                  t('people.revoked', { day: key.revokedAt.slice(0, 10) })
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

const DAYS = [30, 90, 365] as const;
const DAY_MS = 86_400_000;

function NewKey({ name, made }: { readonly name: string; readonly made: () => void }) {
  const { t } = useTranslation();
  const [label, setLabel] = useState('');
  const [scopes, setScopes] = useState<string[]>([]);
  const [days, setDays] = useState('90');
  const add = useMutation({
    mutationFn: () =>
      ask('addKey', {
        params: { name },
        body: {
          label,
          scopes: scopes.length === 0 ? null : (scopes as KeyAction[]),
          expiresAt: days === '' ? null : new Date(Date.now() + Number(days) * DAY_MS).toISOString(),
        },
      }),
    onSuccess: () => {
      setLabel('');
      made();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Group gap="sm" align="flex-end" mt="xs">
        <TextInput
          label={t('people.label')}
          placeholder={t('people.labelWhat')}
          value={label}
          onChange={(event) => setLabel(event.currentTarget.value)}
          maxLength={200}
          dir="auto"
          required
        />
        <MultiSelect
          label={t('people.scopes')}
          placeholder={scopes.length === 0 ? t('people.allActions') : ''}
          data={KEY_ACTIONS.map((value) => ({ value, label: t(`action.${value}`) }))}
          value={scopes}
          onChange={setScopes}
          miw={220}
        />
        <NativeSelect
          label={t('people.expires')}
          value={days}
          data={[
            ...DAYS.map((count) => ({ value: String(count), label: t('people.inDays', { count }) })),
            { value: '', label: t('people.never') },
          ]}
          onChange={(event) => setDays(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={add.isPending}>
          {t('people.makeKey')}
        </Button>
      </Group>
      {add.error !== null && <Failed error={add.error} />}
      {add.data !== undefined && (
        <ShownOnce
          title={t('people.keyTitle')}
          what={t('people.keyWhat')}
          secret={add.data.key}
          done={() => add.reset()}
        />
      )}
    </form>
  );
}
