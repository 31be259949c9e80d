import { Anchor, Group, NativeSelect, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answered } from '../../../../src/contract/index.ts';
import type { Operations } from '../../api/addresses.ts';
import { addressOf } from '../../api/ask.ts';
import { AnchorLink } from '../../parts/anchor-link.tsx';
import { Code } from '../../parts/name.tsx';
import { type RecordEvent, RecordEventLine } from '../../parts/record-event.tsx';
import { Empty } from '../../parts/states.tsx';

type ChangesPageJson = Answered<Operations['changes']>;

/** What changed, run by run: under each snapshot what it showed, with fields before and after. */
export function ChangesList({
  list,
  waiting,
  pages,
  kind,
  choose,
  more,
}: {
  readonly list: string;
  /** How many of the list's snapshots are held back. */
  readonly waiting: number;
  readonly pages: readonly ChangesPageJson[];
  readonly kind: string | undefined;
  readonly choose: (kind: string | undefined) => void;
  readonly more: ReactNode;
}) {
  const { t } = useTranslation();
  const events = pages.flatMap((page) => page.events);
  const snapshots = pages[0]?.snapshots ?? [];
  const kinds = [...new Set(events.map((event) => event.kind))].sort();
  const shown = kind === undefined ? events : events.filter((event) => event.kind === kind);
  const runs = new Map<string, RecordEvent[]>();
  for (const event of shown) runs.set(event.seen, [...(runs.get(event.seen) ?? []), event]);
  const held = waiting > 0 && (
    <Text size="sm" role="note">
      {t('changes.held', { count: waiting })}{' '}
      <AnchorLink to="/review" size="sm">
        {t('place.review')}
      </AnchorLink>
    </Text>
  );
  const feeds = (
    <Text size="sm" className="no-print">
      <Anchor href={addressOf('changesFeed', { query: { list } })}>{t('changes.feed')}</Anchor> ·{' '}
      <Anchor href={addressOf('changesFeed', {})}>{t('changes.feedAll')}</Anchor>
    </Text>
  );
  if (snapshots.length === 0 || events.length === 0)
    return (
      <>
        {feeds}
        {held}
        {snapshots.length === 0 ? (
          <Empty title={t('changes.noSnapshot')}>{t('changes.noSnapshotWhat')}</Empty>
        ) : (
          <Empty title={t('changes.none')} />
        )}
      </>
    );
  return (
    <>
      {feeds}
      {held}
      <Group className="no-print" gap="sm" align="flex-end" my="xs" justify="space-between">
        <Text size="sm" c="dimmed" role="status">
          {t('changes.count', { count: shown.length, snapshots: snapshots.length })}
        </Text>
        <NativeSelect
          size="xs"
          label={t('changes.kind')}
          value={kind ?? ''}
          onChange={(event) => choose(event.currentTarget.value || undefined)}
          data={[
            { value: '', label: t('changes.anyKind') },
            ...kinds.map((value) => ({ value, label: t(`recordEvent.${value}`) })),
          ]}
        />
      </Group>
      {shown.length === 0 && <Text>{t('changes.noneOfKind')}</Text>}
      {[...runs].map(([seen, ofRun]) => (
        <section key={seen} aria-label={`${t('changes.snapshot')} ${seen}`}>
          <Title order={2} size="h5" mt="md">
            {t('changes.snapshot')} <Code text={seen} />{' '}
            <Text span size="sm" c="dimmed" fw={400}>
              ({ofRun.length})
            </Text>
          </Title>
          <ol style={{ listStyle: 'none', padding: 0, margin: 0 }}>
            {ofRun.map((event) => (
              <RecordEventLine
                key={`${event.reference} ${event.kind} ${event.property} ${event.before} ${event.after}`}
                event={event}
              />
            ))}
          </ol>
        </section>
      ))}
      {more}
    </>
  );
}
