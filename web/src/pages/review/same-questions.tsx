import { Badge, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask.ts';
import { Answer, Empty } from '../../parts/states.tsx';
import { StepButtons } from '../../parts/step-buttons.tsx';
import { usePageKeys } from '../../shell/keys.tsx';
import { BulkPropose } from './bulk-propose.tsx';
import { SameDecision } from './same-decision.tsx';
import { SameEvidence } from './same-evidence.tsx';

/** So many are fetched; those beyond come when these are decided. */
const FETCHED = 50;

/**
 * Two entries of different lists that may be the same thing: one question at a time, both entries side by side as
 * they stand now, and the decision with its reason. Once decided the next one is there.
 */
export function SameQuestions({ keys }: { readonly keys: boolean }) {
  const { t } = useTranslation();
  const [at, setAt] = useState(0);
  const questions = useQuery({
    queryKey: ['review', 'same'],
    queryFn: ({ signal }) => ask('sameQuestions', { query: { limit: FETCHED }, signal }),
  });
  const count = questions.data?.questions.length ?? 0;
  const go = (step: number) => count > 0 && setAt((old) => (Math.min(old, count - 1) + step + count) % count);
  usePageKeys(keys ? { j: () => go(1), k: () => go(-1) } : {});
  return (
    <Answer query={questions}>
      {({ total, questions: all }) => {
        const question = all[Math.min(at, all.length - 1)];
        if (question === undefined) return <Empty title={t('review.noSame')}>{t('review.noSameWhat')}</Empty>;
        const { left, right, points, proposals } = question;
        return (
          <section aria-label={t('review.same')}>
            <Group justify="space-between" gap="xs" my="xs">
              <Text size="sm" c="dimmed" role="status">
                {t('review.sameAt', { at: Math.min(at, all.length - 1) + 1, count: total })}{' '}
                {proposals.length > 0 && (
                  <Badge color="yellow" variant="light" tt="none">
                    {t('review.waits.proposed')}
                  </Badge>
                )}
              </Text>
              <StepButtons go={go} />
            </Group>
            <SameEvidence
              key={`${left.key} ${right.key}`}
              left={left}
              right={right}
              rule={question.judgement}
              points={points}
            />
            <BulkPropose
              kind="same"
              items={all.map((each) => ({
                item: [each.left.key, each.right.key].sort().join('\n'),
                label: `${each.left.caption ?? each.left.key} / ${each.right.caption ?? each.right.key}`,
              }))}
            />
            <SameDecision
              key={`decide ${left.key} ${right.key}`}
              question={question}
              keys={keys}
              // What is settled leaves the queue, and the next one takes its place; what only waits is stepped over.
              decided={(settled) => settled || go(1)}
            />
          </section>
        );
      }}
    </Answer>
  );
}
