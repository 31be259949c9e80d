import { Badge, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask.ts';
import { AnchorLink } from '../../parts/anchor-link.tsx';
import { Code, Name } from '../../parts/name.tsx';
import { Answer, Empty } from '../../parts/states.tsx';

/** The items of readings that wait for a person; one leads to its place in its document. */
export function WaitingItems() {
  const { t } = useTranslation();
  const waiting = useQuery({
    queryKey: ['review', 'items'],
    queryFn: ({ signal }) => ask('waitingItems', { query: { limit: 100 }, signal }),
  });
  return (
    <Answer query={waiting}>
      {(data) =>
        data.items.length === 0 ? (
          <Empty title={t('review.noItem')} />
        ) : (
          <>
            <Text size="sm" c="dimmed">
              {t('review.items', { count: data.total })}
            </Text>
            <ol style={{ listStyle: 'none', padding: 0 }}>
              {data.items.map((item) => (
                <li key={`${item.document} ${item.key}`} style={{ paddingBlock: 4 }}>
                  <Badge
                    variant="light"
                    color={item.waits === 'proposed' ? 'yellow' : 'gray'}
                    tt="none"
                    me={6}
                  >
                    {t(`review.waits.${item.waits}`)}
                  </Badge>
                  <AnchorLink
                    to="/documents/$id"
                    params={{ id: item.document }}
                    search={{ item: item.key }}
                    size="sm"
                  >
                    <Name text={item.item?.span.quote ?? item.key} />
                  </AnchorLink>
                  <Text size="xs" c="dimmed">
                    {t(`mark.${item.kind}`, item.kind)} · <Name text={item.headline ?? item.document} /> ·{' '}
                    <Code text={item.day} />
                  </Text>
                </li>
              ))}
            </ol>
          </>
        )
      }
    </Answer>
  );
}
