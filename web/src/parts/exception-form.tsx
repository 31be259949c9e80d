import { Group, NativeSelect, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Asked } from '../../../src/contract/index.ts';
import type { Operations } from '../api/addresses.ts';
import { ask } from '../api/ask.ts';
import { DecisionButtons } from './decision-buttons.tsx';
import { Answer, Failed } from './states.tsx';

type Body = NonNullable<Asked<Operations['proposeException']>['body']>;

const REASONS = ['identifier', 'birth', 'place', 'kind', 'names', 'other'] as const;

/**
 * The proposal that a question and a listed entity are not the same: a reason of the table, one in words, and the day
 * on which it ends. It excepts nothing until another person approves it.
 */
export function ExceptionForm({
  about,
  proposed,
  cancel,
}: {
  readonly about: Pick<Body, 'query' | 'watch' | 'entity'>;
  /** Told the number under which the proposal is kept. */
  readonly proposed: (id: number) => void;
  readonly cancel: () => void;
}) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [reason, setReason] = useState<(typeof REASONS)[number]>(REASONS[0]);
  const [words, setWords] = useState('');
  const [until, setUntil] = useState<string | null>(null);
  const days = useQuery({
    queryKey: ['exceptions', 'days'],
    queryFn: ({ signal }) => ask('exceptions', { query: { limit: 1 }, signal }),
    select: (data) => data.until,
  });
  const propose = useMutation({
    mutationFn: (day: string) =>
      ask('proposeException', { body: { ...about, reason, why: words.trim(), until: day } }),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['review'] });
      proposed(id);
    },
  });
  return (
    <Answer query={days}>
      {({ usual, last }) => (
        <form
          className="no-print"
          aria-label={t('exception.form')}
          onSubmit={(event) => {
            event.preventDefault();
            if (words.trim() !== '') propose.mutate(until ?? usual);
          }}
        >
          <Text size="sm" mt="xs">
            {t('exception.formWhat')}
          </Text>
          <Group gap="sm" align="flex-start" mt="xs">
            <NativeSelect
              label={t('review.reason')}
              value={reason}
              onChange={(event) => {
                const chosen = event.currentTarget.value;
                setReason(REASONS.find((each) => each === chosen) ?? REASONS[0]);
              }}
              data={REASONS.map((code) => ({ value: code, label: t(`review.reasons.${code}`) }))}
            />
            <TextInput
              type="date"
              label={t('exception.until')}
              value={until ?? usual}
              max={last}
              required
              onChange={(event) => setUntil(event.currentTarget.value)}
            />
            <Textarea
              label={t('review.why')}
              description={t('review.whyWhat')}
              value={words}
              onChange={(event) => setWords(event.currentTarget.value)}
              maxLength={2000}
              style={{ flex: '1 1 240px' }}
              autosize
              required
              autoFocus
            />
          </Group>
          <DecisionButtons
            mayDecide={false}
            sending={propose.isPending}
            complete={words.trim() !== ''}
            cancel={cancel}
          />
          {propose.error !== null && <Failed error={propose.error} />}
        </form>
      )}
    </Answer>
  );
}
