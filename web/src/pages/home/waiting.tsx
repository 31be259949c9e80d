import { Text } from '@mantine/core';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Answered } from '../../../../src/contract/index.ts';
import type { Operations } from '../../api/addresses.ts';
import { ask } from '../../api/ask.ts';
import { useMay } from '../../api/session.ts';
import { AnchorLink } from '../../parts/anchor-link.tsx';
import { Answer } from '../../parts/states.tsx';
import { Box, Lines } from './box.tsx';

/** What a person must decide: snapshots that a rule held back, and what was read in documents. */
export function Waiting({ lists }: { readonly lists: UseQueryResult<Answered<Operations['lists']>> }) {
  const { t } = useTranslation();
  const may = useMay('document');
  const items = useQuery({
    queryKey: ['review', 'count'],
    queryFn: ({ signal }) => ask('waitingItems', { query: { limit: 1 }, signal }),
    enabled: may,
  });
  return (
    <Box title={t('home.waiting')}>
      <Answer query={lists}>
        {(data) => {
          const held = data.lists.filter(({ waiting }) => waiting > 0);
          const read = items.data?.total ?? 0;
          if (held.length === 0 && read === 0)
            return items.error === null ? <Text size="sm">{t('home.nothingWaits')}</Text> : null;
          return (
            <Lines>
              {held.map((list) => (
                <li key={list.id}>
                  <AnchorLink to="/review" size="sm">
                    {list.title}: {t('lists.waiting', { count: list.waiting })}
                  </AnchorLink>
                </li>
              ))}
              {read > 0 && (
                <li>
                  <AnchorLink to="/review" size="sm">
                    {t('review.reading')}: {t('review.items', { count: read })}
                  </AnchorLink>
                </li>
              )}
            </Lines>
          );
        }}
      </Answer>
      {items.error !== null && <Answer query={items}>{() => null}</Answer>}
    </Box>
  );
}
