import { Anchor, Group, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { MarkingBanner } from './marking-banner.tsx';

/**
 * A page's frame: its title (also the document's), one sentence about it, its actions, and the same answer as JSON
 * where an address has it; above and, on paper, also below it the markings under which its answers were given.
 */
export function Page({
  title,
  lead,
  json,
  answer,
  actions,
  children,
}: {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly json?: string | undefined;
  /** The answer itself, where it is had by sending something and no address has it: to be saved as JSON. */
  readonly answer?: unknown;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${title} · Entente`;
  }, [title]);
  return (
    <article>
      <Group justify="space-between" align="flex-start" mb="sm" gap="xs">
        <div style={{ minWidth: 0 }}>
          <Title order={1} size="h2" style={{ overflowWrap: 'anywhere' }}>
            {title}
          </Title>
          {lead !== undefined && (
            <Text component="div" c="dimmed" size="sm">
              {lead}
            </Text>
          )}
        </div>
        <Group gap="xs" className="no-print">
          {actions}
          {answer !== undefined && (
            <Anchor component="button" type="button" size="sm" onClick={() => saveJson(answer)}>
              {t('page.json')}
            </Anchor>
          )}
          {json !== undefined && (
            <Anchor href={json} target="_blank" rel="noreferrer" size="sm">
              {t('page.json')}
            </Anchor>
          )}
        </Group>
      </Group>
      <MarkingBanner />
      {children}
      <MarkingBanner printOnly />
      <Printed />
    </article>
  );
}

/** Gives an answer to the browser as a file, as the server sent it. */
function saveJson(answer: unknown): void {
  const url = URL.createObjectURL(new Blob([JSON.stringify(answer, null, 2)], { type: 'application/json' }));
  Object.assign(document.createElement('a'), { href: url, download: 'entente.json' }).click();
  URL.revokeObjectURL(url);
}

/** When and from where a page was printed: written as printing begins. */
function Printed() {
  const { t, i18n } = useTranslation();
  const [when, setWhen] = useState<Date | null>(null);
  useEffect(() => {
    const paper = window.matchMedia('print');
    const note = () => flushSync(() => setWhen(new Date()));
    paper.addEventListener('change', note);
    return () => paper.removeEventListener('change', note);
  }, []);
  return (
    <p className="only-print" style={{ fontSize: 'var(--mantine-font-size-xs)' }}>
      {when !== null && t('page.printed', { when: when.toLocaleString(i18n.language), where: location.href })}
    </p>
  );
}
