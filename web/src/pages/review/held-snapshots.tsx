import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask.ts';
import { Answer, Empty } from '../../parts/states.tsx';
import { HeldSnapshot } from './held-snapshot.tsx';

/** What others bring shows without a reload. */
const LOOK_MS = 15_000;

/** The snapshots that a list's rule held back, and what was decided about earlier ones. */
export function HeldSnapshots() {
  const { t } = useTranslation();
  const lists = useQuery({
    queryKey: ['lists'],
    queryFn: ({ signal }) => ask('lists', { signal }),
    refetchInterval: LOOK_MS,
  });
  return (
    <Answer query={lists}>
      {(data) => {
        const held = data.lists.flatMap((list) =>
          list.snapshots.filter(({ state }) => state === 'held').map((snapshot) => ({ list, snapshot })),
        );
        const decided = data.lists.flatMap((list) =>
          list.snapshots
            .filter(({ decision, state }) => decision !== null && state !== 'held' && list.id !== 'record')
            .map((snapshot) => ({ list, snapshot })),
        );
        return (
          <>
            {held.length === 0 ? (
              <Empty title={t('review.none')} />
            ) : (
              held.map(({ list, snapshot }) => (
                <HeldSnapshot key={`${list.id} ${snapshot.observed}`} list={list} snapshot={snapshot} />
              ))
            )}
            {decided.length > 0 && (
              <details>
                <summary>{t('review.decided', { count: decided.length })}</summary>
                {decided.map(({ list, snapshot }) => (
                  <Text key={`${list.id} ${snapshot.observed}`} size="sm">
                    {list.id} {snapshot.observed}: {t(`snapshot.${snapshot.state}`)} · {snapshot.decision?.by}
                    , {snapshot.decision?.at}: {snapshot.decision?.note}
                  </Text>
                ))}
              </details>
            )}
          </>
        );
      }}
    </Answer>
  );
}
