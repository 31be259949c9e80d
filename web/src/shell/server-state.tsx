import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../api/ask.ts';
import { AnchorLink } from '../parts/anchor-link.tsx';
import classes from './server-state.module.css';

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
      <div className={classes.failed} role="alert">
        <strong>{t('state.noServer')}</strong> <bdi>{error.message}</bdi>
      </div>
    );
  }
  const stale = data?.lists.filter((list) => list.freshness === 'stale') ?? [];
  if (stale.length === 0) return null;
  return (
    <p className={`no-print ${classes.stale}`} role="note">
      <strong>{t('state.stale', { count: stale.length })}.</strong>{' '}
      <AnchorLink to="/lists" size="sm">
        {t('state.staleWhich', { lists: stale.map((list) => list.id).join(', ') })}
      </AnchorLink>
    </p>
  );
}
