import { Button, Card, Group, Text, Textarea, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answered } from '../../../../src/contract/index.ts';
import type { Operations } from '../../api/addresses.ts';
import { ask } from '../../api/ask.ts';
import { Code } from '../../parts/name.tsx';
import { Failed } from '../../parts/states.tsx';
import { HeldChanges } from './held-changes.tsx';

type ListRow = Answered<Operations['lists']>['lists'][number];

/** A snapshot that was held back: why, what it is made of, and the two decisions, each with its reason. */
export function HeldSnapshot({
  list,
  snapshot,
}: {
  readonly list: ListRow;
  readonly snapshot: ListRow['snapshots'][number];
}) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [note, setNote] = useState('');
  const decide = useMutation({
    mutationFn: (verdict: 'accept' | 'reject') =>
      ask('decideSnapshot', {
        params: { list: list.id, observed: snapshot.observed },
        body: { verdict, note },
      }),
    onSuccess: () => client.invalidateQueries(),
  });
  return (
    <Card
      withBorder
      padding="sm"
      my="sm"
      component="section"
      aria-label={`${list.title} ${snapshot.observed}`}
    >
      <Title order={3} size="h5">
        {list.title} <Code text={snapshot.observed} />
      </Title>
      <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
        {snapshot.reason}
      </Text>
      {snapshot.parts.map((part) => (
        <Text key={part.part} size="xs" c="dimmed">
          <Code text={`${part.file} · ${part.records} · ${part.sha256.slice(0, 12)}`} />
        </Text>
      ))}
      <HeldChanges list={list.id} observed={snapshot.observed} />
      <Textarea
        mt="xs"
        label={t('review.why')}
        description={t('review.whyWhat')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        maxLength={2000}
        required
      />
      <Group mt="xs" gap="sm">
        <Button
          disabled={note.trim() === ''}
          loading={decide.isPending}
          onClick={() => decide.mutate('accept')}
        >
          {t('review.accept')}
        </Button>
        <Button
          variant="default"
          disabled={note.trim() === ''}
          loading={decide.isPending}
          onClick={() => decide.mutate('reject')}
        >
          {t('review.reject')}
        </Button>
      </Group>
      {decide.error !== null && <Failed error={decide.error} />}
    </Card>
  );
}
