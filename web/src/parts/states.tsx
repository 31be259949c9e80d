import { Alert, Button, Center, Loader, Stack, Text, Title } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AskFailed } from '../api/ask.ts';
import { AnchorLink } from './anchor-link.tsx';

/** What is shown when a question was asked and nothing was found: what was asked, and what to do next. */
export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <Stack align="center" gap="xs" py="xl" role="status">
      <Title order={2} size="h4" ta="center">
        {title}
      </Title>
      {children !== undefined && (
        <Text component="div" c="dimmed" ta="center" maw={560}>
          {children}
        </Text>
      )}
    </Stack>
  );
}

/** While an answer is on its way. */
export function Loading({ what }: { readonly what?: string }) {
  const { t } = useTranslation();
  return (
    <Center py="xl" role="status" aria-live="polite">
      <Loader size="sm" aria-hidden="true" />
      <Text ms="sm" c="dimmed">
        {what ?? t('state.loading')}
      </Text>
    </Center>
  );
}

/** When a question could not be asked or was refused: never to be mistaken for an empty answer. */
export function Failed({ error, again }: { readonly error: Error; readonly again?: () => void }) {
  const { t } = useTranslation();
  const problem = error instanceof AskFailed ? error.problem : null;
  return (
    <Alert color="red" role="alert" title={t('state.failed')} my="md">
      <Text size="sm">{error.message}</Text>
      {problem?.faults?.map((fault) => (
        <Text key={`${fault.where} ${fault.what}`} size="sm">
          <code dir="ltr">{fault.where}</code>: {fault.what}
        </Text>
      ))}
      {problem !== null && (
        <Text size="xs" c="dimmed" dir="ltr">
          {problem.code} · {problem.requestId}
        </Text>
      )}
      {error instanceof AskFailed && error.status === 401 && (
        <Text size="sm">
          <AnchorLink
            to="/sign-in"
            search={{ to: location.pathname.replace(/^\/app/, '') + location.search }}
          >
            {t('session.signIn')}
          </AnchorLink>
        </Text>
      )}
      {again !== undefined && (
        <Button mt="sm" size="xs" variant="light" color="red" onClick={again}>
          {t('state.again')}
        </Button>
      )}
    </Alert>
  );
}

/** The answer of a query once it is there; until then what is going on, or what went wrong. */
export function Answer<T>({
  query,
  children,
  what,
}: {
  readonly query: Pick<UseQueryResult<T>, 'data' | 'error' | 'refetch'>;
  readonly children: (data: T) => ReactNode;
  readonly what?: string;
}) {
  if (query.error !== null) return <Failed error={query.error} again={() => void query.refetch()} />;
  if (query.data === undefined) return <Loading {...(what === undefined ? {} : { what })} />;
  return <>{children(query.data)}</>;
}
