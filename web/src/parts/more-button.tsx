import { Button } from '@mantine/core';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Failed } from './states.tsx';

/** Fetches the next page of a list that has more; a page that could not be had is said, and those before it stay. */
export function MoreButton({
  query,
}: {
  readonly query: Pick<
    UseInfiniteQueryResult,
    'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage' | 'isFetchNextPageError' | 'error'
  >;
}) {
  const { t } = useTranslation();
  if (!query.hasNextPage) return null;
  if (query.isFetchNextPageError && query.error !== null)
    return <Failed error={query.error} again={() => void query.fetchNextPage()} />;
  return (
    <Button
      className="no-print"
      variant="default"
      mt="sm"
      loading={query.isFetchingNextPage}
      onClick={() => void query.fetchNextPage()}
    >
      {t('changes.more')}
    </Button>
  );
}
