import { Alert } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ask } from '../api/ask.ts';

/** Says above every page when the server does not answer, and when lists are older than they should be. */
export function ServerState() {
  const { t } = useTranslation();
  const { data, error } = useQuery({
    queryKey: ['lists'],
    queryFn: ({ signal }) => ask('lists', { signal }),
    staleTime: 60_000,
    refetchInterval: 300_000,
  });
  if (error !== null) {
    return (
      <Alert color="red" mb="md" role="alert" title={t('state.noServer')}>
        {error.message}
      </Alert>
    );
  }
  const stale = data?.lists.filter((list) => list.freshness === 'stale') ?? [];
  if (stale.length === 0) return null;
  return (
    <Alert
      color="yellow"
      mb="md"
      variant="light"
      className="no-print"
      title={t('state.stale', { count: stale.length })}
    >
      <Link to="/lists">{t('state.staleWhich', { lists: stale.map((list) => list.id).join(', ') })}</Link>
    </Alert>
  );
}
