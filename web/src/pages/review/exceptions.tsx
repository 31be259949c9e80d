import { Badge, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask.ts';
import { Answer, Empty } from '../../parts/states.tsx';
import { StepButtons } from '../../parts/step-buttons.tsx';
import { usePageKeys } from '../../shell/keys.tsx';
import { BulkPropose } from './bulk-propose.tsx';
import { ExceptionDecision } from './exception-decision.tsx';
import { ExceptionEvidence, type ExceptionJson } from './exception-evidence.tsx';

/** The exceptions that wait for a person, by the kind of the page's filter. */
export const EXCEPTION_KINDS = {
  proposed: ['proposed'],
  due: ['expired'],
  reopened: ['entity-changed', 'question-changed'],
} as const satisfies Readonly<Record<string, readonly ExceptionJson['standing'][]>>;

/** So many are fetched; those beyond come when these are decided. */
const FETCHED = 50;

/**
 * Decided false matches that wait: for a second person, or to be decided again since their day came or something
 * changed. One at a time, with what it rests on and what changed; once decided the next one is there.
 */
export function Exceptions({
  standings,
  keys,
}: {
  readonly standings: readonly ExceptionJson['standing'][];
  /** Whether the page's keys are this section's. */
  readonly keys: boolean;
}) {
  const { t } = useTranslation();
  const [at, setAt] = useState(0);
  const waiting = useQuery({
    queryKey: ['review', 'exceptions', standings],
    queryFn: ({ signal }) =>
      ask('exceptions', { query: { standing: [...standings], limit: FETCHED }, signal }),
  });
  const count = waiting.data?.exceptions.length ?? 0;
  const go = (step: number) => count > 0 && setAt((old) => (Math.min(old, count - 1) + step + count) % count);
  usePageKeys(keys ? { j: () => go(1), k: () => go(-1) } : {});
  return (
    <section aria-label={t('exception.title')}>
      <Answer query={waiting}>
        {({ total, exceptions }) => {
          const place = Math.min(at, exceptions.length - 1);
          const exception = exceptions[place];
          return (
            <>
              {exception === undefined ? (
                <Empty title={t('exception.none')}>{t('exception.noneWhat')}</Empty>
              ) : (
                <>
                  <Group justify="space-between" gap="xs" my="xs">
                    <Text size="sm" c="dimmed" role="status">
                      {t('review.sameAt', { at: place + 1, count: total })}{' '}
                      <Badge
                        color={exception.standing === 'proposed' ? 'yellow' : 'orange'}
                        variant="light"
                        tt="none"
                      >
                        {t(`exception.standing.${exception.standing}`)}
                      </Badge>
                    </Text>
                    <StepButtons go={go} />
                  </Group>
                  <ExceptionEvidence exception={exception} />
                </>
              )}
              {exception?.standing === 'proposed' && (
                <BulkPropose
                  kind="exception"
                  items={exceptions
                    .filter(({ standing, reason }) => standing === 'proposed' && reason === exception.reason)
                    .map(({ id, query, caption }) => ({
                      item: String(id),
                      label: `#${id} ${String(query.name)} / ${caption}`,
                    }))}
                />
              )}
              <ExceptionDecision
                key={exception?.id ?? 'none'}
                exception={exception ?? null}
                keys={keys}
                waits={() => go(1)}
              />
            </>
          );
        }}
      </Answer>
    </section>
  );
}
