import { Checkbox, Grid, Group, Switch, Text } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReadingJson } from '../../../../src/contract/index.ts';
import { Code } from '../../parts/name.tsx';
import { StepButtons } from '../../parts/step-buttons.tsx';
import { usePageKeys } from '../../shell/keys.tsx';
import { MarkedText } from './marked-text.tsx';
import type { Mark, MarkKind } from './marks.ts';
import { type Original, OriginalText } from './original-text.tsx';

const KINDS: readonly MarkKind[] = [
  'mention',
  'event',
  'casualty',
  'attribution',
  'allegation',
  'commitment',
  'position',
  'wording',
  'check',
];

/** A reading: its text with marks on one side, what was found on the other, and `j`/`k` through both. */
export function ReadingView({
  reading,
  marks: all,
  chosen,
  choose,
  original = null,
  children,
}: {
  readonly reading: ReadingJson;
  readonly marks: readonly Mark[];
  readonly chosen: string | null;
  readonly choose: (id: string | null) => void;
  /** What the text was taken from, where it is at hand. */
  readonly original?: Original | null;
  /** What stands beside the text. */
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<readonly string[]>(KINDS);
  const [beside, setBeside] = useState(false);
  const marks = useMemo(() => all.filter((mark) => shown.includes(mark.kind)), [all, shown]);
  const go = (step: number) => {
    if (marks.length === 0) return;
    const at = marks.findIndex(({ id }) => id === chosen);
    const next =
      marks[at < 0 ? (step > 0 ? 0 : marks.length - 1) : (at + step + marks.length) % marks.length];
    if (next === undefined) return;
    choose(next.id);
    const smooth = !matchMedia('(prefers-reduced-motion: reduce)').matches;
    document
      .getElementById(`mark-${next.id}`)
      ?.scrollIntoView({ block: 'center', behavior: smooth ? 'smooth' : 'auto' });
  };
  usePageKeys({ j: () => go(1), k: () => go(-1) });
  return (
    <>
      <About reading={reading} />
      <Group className="no-print" justify="space-between" my="sm" gap="xs">
        <Checkbox.Group value={[...shown]} onChange={setShown} aria-label={t('reader.show')}>
          <Group gap="sm">
            {KINDS.filter((kind) => all.some((mark) => mark.kind === kind)).map((kind) => (
              <Checkbox
                key={kind}
                value={kind}
                size="xs"
                label={`${t(`mark.${kind}`)} (${all.filter((mark) => mark.kind === kind).length})`}
              />
            ))}
          </Group>
        </Checkbox.Group>
        {original !== null && (
          <Switch
            size="xs"
            label={t('original.beside')}
            checked={beside}
            onChange={(event) => setBeside(event.currentTarget.checked)}
          />
        )}
        <StepButtons go={go} />
      </Group>
      <Grid gap="lg">
        {original !== null && beside && (
          <Grid.Col span={{ base: 12, md: 6 }}>
            <OriginalText
              original={original}
              extract={reading.document.text}
              marks={marks}
              chosen={chosen}
              choose={choose}
            />
          </Grid.Col>
        )}
        <Grid.Col span={{ base: 12, md: beside && original !== null ? 6 : 7 }}>
          <MarkedText reading={reading} marks={marks} chosen={chosen} choose={choose} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: beside && original !== null ? 12 : 5 }}>{children}</Grid.Col>
      </Grid>
    </>
  );
}

function About({ reading }: { readonly reading: ReadingJson }) {
  const { t } = useTranslation();
  const { publisher, agency, syndicated, firstPublished, updated, dateline, warnings } = reading.document;
  const facts: readonly (readonly [string, string | null])[] = [
    [t('reader.publisher'), publisher],
    [t('reader.agency'), agency],
    [t('reader.dateline'), dateline?.place ?? null],
    [t('reader.published'), firstPublished],
    [t('reader.updated'), updated],
  ];
  return (
    <div>
      <Text size="sm" c="dimmed">
        {facts.flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`])).join(' · ')}
        {syndicated && ` · ${t('reader.syndicated')}`}
      </Text>
      <Text size="xs" c="dimmed">
        {t('reader.machine')} <Code text={reading.document.sha256.slice(0, 12)} />
      </Text>
      {warnings.map((warning) => (
        <Text key={warning} size="sm" c="var(--mantine-color-orange-light-color)">
          {warning}
        </Text>
      ))}
    </div>
  );
}
