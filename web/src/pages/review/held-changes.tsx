import { Badge, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask.ts';
import { Code } from '../../parts/name.tsx';
import { RecordEventLine } from '../../parts/record-event.tsx';
import { Answer } from '../../parts/states.tsx';

/** So many changes are shown; the numbers are of all. */
const SHOWN = 100;

/** What a snapshot in quarantine would change if it were accepted, asked for when it is opened. */
export function HeldChanges({ list, observed }: { readonly list: string; readonly observed: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const changes = useQuery({
    queryKey: ['review', 'held', list, observed],
    enabled: open,
    queryFn: ({ signal }) =>
      ask('heldChanges', { params: { list, observed }, query: { limit: SHOWN }, signal }),
  });
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('review.wouldChange')}</summary>
      {open && (
        <Answer query={changes}>
          {({ base, total, kinds, events }) => (
            <>
              <Text size="sm" c="dimmed">
                {t('review.heldCount', { count: total, shown: events.length })}{' '}
                {base !== null && (
                  <>
                    {t('review.heldBase')} <Code text={base} />
                  </>
                )}
              </Text>
              <Group gap={6} my={4}>
                {kinds.map(({ kind, count }) => (
                  <Badge key={kind} variant="light" tt="none">
                    {t(`recordEvent.${kind}`)}: {count}
                  </Badge>
                ))}
              </Group>
              <ol style={{ listStyle: 'none', padding: 0, maxBlockSize: 420, overflowY: 'auto' }}>
                {events.map((event, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a list may print one change twice, and none moves
                  <RecordEventLine key={index} event={event} />
                ))}
              </ol>
            </>
          )}
        </Answer>
      )}
    </details>
  );
}
