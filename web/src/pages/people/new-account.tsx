import { Button, Fieldset, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask.ts';
import { Failed } from '../../parts/states.tsx';
import type { Account, RoleName } from './account-type.ts';
import { ClearanceFields, type ClearanceFieldsValue, clearanceGivenOf } from './clearance-fields.tsx';
import { RoleChoice } from './role-choice.tsx';

const NO_CLEARANCE: ClearanceFieldsValue = { tlp: 'CLEAR', organisation: '', state: '' };

/** The form that makes an account. The first one needs a password, or nobody could sign in to go on. */
export function NewAccount({
  first,
  made,
}: {
  readonly first: boolean;
  readonly made: (account: Account) => void;
}) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [roles, setRoles] = useState<readonly RoleName[]>(first ? ['admin'] : ['reader']);
  const [clearance, setClearance] = useState(NO_CLEARANCE);
  const [password, setPassword] = useState('');
  const add = useMutation({
    mutationFn: () =>
      ask('addAccount', {
        body: {
          name,
          roles: [...roles],
          clearance: clearanceGivenOf(clearance),
          ...(password === '' ? {} : { password }),
        },
      }),
    onSuccess: (account) => {
      setName('');
      setPassword('');
      made(account);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate();
  };
  return (
    <form onSubmit={submit} className="no-print">
      <Fieldset legend={t(first ? 'people.first' : 'people.add')} my="md">
        <Stack gap="sm" maw={560}>
          <TextInput
            label={t('people.name')}
            description={t('people.nameWhat')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            maxLength={80}
            autoComplete="off"
            dir="ltr"
            required
          />
          <RoleChoice value={roles} change={setRoles} />
          <ClearanceFields value={clearance} change={setClearance} />
          <PasswordInput
            label={t('session.password')}
            description={t(first ? 'people.passwordFirst' : 'people.passwordWhat')}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            autoComplete="new-password"
            minLength={12}
            required={first}
          />
          <Button type="submit" loading={add.isPending} disabled={roles.length === 0}>
            {t('people.make')}
          </Button>
          {add.error !== null && <Failed error={add.error} />}
        </Stack>
      </Fieldset>
    </form>
  );
}
