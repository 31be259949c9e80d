import { Alert, Badge, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScreenAnswerJson } from '../../../../src/contract/index.ts';
import { useSession } from '../../api/session.ts';
import { AnchorLink } from '../../parts/anchor-link.tsx';
import { ExceptionForm } from '../../parts/exception-form.tsx';
import { Code, Name } from '../../parts/name.tsx';

type Result = ScreenAnswerJson['results'][number];

/** What was decided about a hit: an exception that holds, or one that does not any more and why. */
export function MetException({ exception }: { readonly exception: NonNullable<Result['exception']> }) {
  const { t } = useTranslation();
  const { id, state, until, proposedBy, approvedBy, reason, why } = exception;
  return (
    <div
      role="note"
      style={{
        borderInlineStart: `3px ${state === 'active' ? 'double' : 'dashed'} var(--mantine-color-dimmed)`,
        paddingInlineStart: 10,
        marginBlock: 6,
      }}
    >
      <Text size="sm">
        <Badge variant="light" color={state === 'active' ? 'gray' : 'yellow'} tt="none" me={6}>
          {t(`exception.standing.${state}`)}
        </Badge>
        {state === 'active'
          ? t('exception.holds', { until, one: proposedBy, other: approvedBy })
          : t('exception.heldUntil', { until })}{' '}
        {t(`review.reasons.${reason}`)}: <Name text={why} />{' '}
        <Text component="span" size="xs" c="dimmed">
          (<Code text={`#${id}`} />)
        </Text>
      </Text>
    </div>
  );
}

/** Opens the reason for “this hit is not the one asked about”; the proposal waits in the review queue. */
export function ExceptHit({
  result,
  query,
}: {
  readonly result: Result;
  readonly query: ScreenAnswerJson['query'];
}) {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const [open, setOpen] = useState(false);
  const [proposed, setProposed] = useState<number | null>(null);
  if (session?.actions.includes('propose') !== true) return null;
  if (proposed !== null)
    return (
      <Alert role="status" variant="light" p="xs" mt="xs">
        <Group gap={8}>
          <Text size="sm">{t('exception.proposed')}</Text>
          <AnchorLink to="/review" search={{ kind: 'proposed' }} size="sm">
            {t('review.title')} <Code text={`#${proposed}`} />
          </AnchorLink>
        </Group>
      </Alert>
    );
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        className="no-print"
        mt="xs"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {t('exception.notTheSame')}
      </Button>
      {open && (
        <ExceptionForm
          about={{
            query: {
              ...query,
              aliases: query.aliases === undefined ? undefined : [...query.aliases],
              identifiers: query.identifiers === undefined ? undefined : [...query.identifiers],
            },
            entity: result.id,
          }}
          proposed={(id) => setProposed(id)}
          cancel={() => setOpen(false)}
        />
      )}
    </>
  );
}
