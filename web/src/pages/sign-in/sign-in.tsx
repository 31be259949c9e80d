import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { signIn } from '../../api/session.ts';
import { Page } from '../../parts/page.tsx';
import { Failed } from '../../parts/states.tsx';

/** Signing in, with the one-time code where the account has one; then back to where one came from. */
export function SignInPage() {
  const { t } = useTranslation();
  const router = useRouter();
  const client = useQueryClient();
  const { to } = useSearch({ from: '/sign-in' });
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const entry = useMutation({
    mutationFn: () => signIn({ name, password, ...(code === '' ? {} : { code }) }),
    onSuccess: async () => {
      await client.invalidateQueries();
      // Only a place within the workbench: an address of another site would begin with a scheme or two slashes.
      router.history.push(`/app${to?.startsWith('/') === true && !to.startsWith('//') ? to : '/'}`);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    entry.mutate();
  };
  return (
    <Page title={t('session.signIn')}>
      <form onSubmit={submit}>
        <Stack maw={360} gap="sm">
          <TextInput
            label={t('session.name')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            autoComplete="username"
            required
          />
          <PasswordInput
            label={t('session.password')}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            autoComplete="current-password"
            required
          />
          <TextInput
            label={t('session.code')}
            description={t('session.codeWhat')}
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
            autoComplete="one-time-code"
            inputMode="numeric"
            dir="ltr"
          />
          <Button type="submit" loading={entry.isPending}>
            {t('session.signIn')}
          </Button>
          {entry.error !== null && <Failed error={entry.error} />}
        </Stack>
      </form>
    </Page>
  );
}
