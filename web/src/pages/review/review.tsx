import { NativeSelect, Title } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../../api/ask.ts';
import { Page } from '../../parts/page.tsx';
import { BulkSamples } from './bulk-samples.tsx';
import { EXCEPTION_KINDS, Exceptions } from './exceptions.tsx';
import { HeldSnapshots } from './held-snapshots.tsx';
import { SameQuestions } from './same-questions.tsx';
import { WaitingItems } from './waiting-items.tsx';

/** What the page shows: everything, or one kind of what waits. */
const KINDS = ['all', 'snapshots', 'same', 'readings', 'proposed', 'due', 'reopened', 'samples'] as const;
type Kind = (typeof KINDS)[number];

/** What waits for a person, by kind. Each decision needs its reason, and each key opens it and decides nothing. */
export function ReviewPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const search = useSearch({ from: '/review' });
  const kind: Kind = KINDS.find((each) => each === search.kind) ?? 'all';
  const shows = (...kinds: readonly Kind[]) => kind === 'all' || kinds.includes(kind);
  const exceptional = kind === 'proposed' || kind === 'due' || kind === 'reopened' ? kind : null;
  return (
    <Page title={t('review.title')} lead={t('review.lead')} json={addressOf('waitingItems')}>
      <NativeSelect
        label={t('review.show')}
        value={kind}
        maw={360}
        mb="md"
        className="no-print"
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          void navigate({ to: '/review', search: chosen === 'all' ? {} : { kind: chosen } });
        }}
        data={KINDS.map((each) => ({ value: each, label: t(`review.kinds.${each}`) }))}
      />
      {shows('snapshots') && (
        <>
          <Title order={2} size="h4">
            {t('review.snapshots')}
          </Title>
          <HeldSnapshots />
        </>
      )}
      {shows('same') && (
        <>
          <Title order={2} size="h4" mt="lg">
            {t('review.same')}
          </Title>
          <SameQuestions keys={kind === 'all' || kind === 'same'} />
        </>
      )}
      {shows('proposed', 'due', 'reopened') && (
        <>
          <Title order={2} size="h4" mt="lg">
            {t('exception.title')}
          </Title>
          <Exceptions
            key={kind}
            standings={exceptional === null ? WAITING : EXCEPTION_KINDS[exceptional]}
            keys={exceptional !== null}
          />
        </>
      )}
      {shows('samples') && (
        <>
          <Title order={2} size="h4" mt="lg">
            {t('bulk.title')}
          </Title>
          <BulkSamples />
        </>
      )}
      {shows('readings') && (
        <>
          <Title order={2} size="h4" mt="lg">
            {t('review.reading')}
          </Title>
          <WaitingItems />
        </>
      )}
    </Page>
  );
}

const WAITING = Object.values(EXCEPTION_KINDS).flat();
