import { Button, Group, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReceivedJson } from '../../../../src/contract/index.ts';
import { ask } from '../../api/ask.ts';
import { Page } from '../../parts/page.tsx';
import { Empty, Failed, Loading } from '../../parts/states.tsx';
import { BringReport } from './bring-report.tsx';
import { marksOf } from './marks.ts';
import type { Original } from './original-text.tsx';
import { ReadingList } from './reading-list.tsx';
import { ReadingView } from './reading-view.tsx';

/** Paste or drop a report or statement; it is read on the server here, and nothing leaves it. */
export function ReadPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [published, setPublished] = useState('');
  const [received, setReceived] = useState<ReceivedJson | null>(null);
  const [chosen, choose] = useState<string | null>(null);
  const reading = useMutation({
    mutationFn: (given: { text: string; published: string }) =>
      ask('readDocument', {
        body: { text: given.text, ...(given.published === '' ? {} : { published: given.published }) },
      }),
    onSuccess: () => choose(null),
  });
  const marks = useMemo(() => (reading.data === undefined ? [] : marksOf(reading.data)), [reading.data]);
  const original = useMemo(
    () => (reading.variables === undefined ? null : originalOf(reading.variables.text, received)),
    [reading.variables, received],
  );
  const keep = useMutation({
    mutationFn: () =>
      ask('keepDocument', {
        body: {
          text,
          ...(published === '' ? {} : { published }),
          ...(received === null || received.text !== text ? {} : originOf(received)),
        },
      }),
    onSuccess: ({ id }) => navigate({ to: '/documents/$id', params: { id } }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') reading.mutate({ text, published });
  };
  const take = (report: ReceivedJson) => {
    setText(report.text);
    setReceived(report);
    const day = publishedOf(report);
    setPublished(day ?? '');
    reading.mutate({ text: report.text, published: day ?? '' });
  };
  return (
    <Page title={t('reader.title')} lead={t('reader.lead')} answer={reading.data}>
      <BringReport take={take} />
      <form onSubmit={submit} className="no-print">
        <Textarea
          label={t('reader.text')}
          description={t('reader.textWhat')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          dir="auto"
          autosize
          minRows={reading.data === undefined ? 8 : 3}
          maxRows={16}
          required
        />
        <Group mt="xs" mb="md" align="flex-end" gap="sm">
          <TextInput
            type="date"
            label={t('reader.publishedOn')}
            description={t('reader.publishedWhat')}
            value={published}
            onChange={(event) => setPublished(event.currentTarget.value)}
          />
          <Button type="submit" loading={reading.isPending}>
            {t('reader.read')}
          </Button>
        </Group>
      </form>
      {reading.isPending && <Loading what={t('reader.reading')} />}
      {reading.error !== null && <Failed error={reading.error} />}
      {reading.data !== undefined && !reading.isPending && (
        <>
          <Group className="no-print" mb="xs">
            <Button
              variant="default"
              size="compact-sm"
              loading={keep.isPending}
              onClick={() => keep.mutate()}
            >
              {t('reader.keep')}
            </Button>
            {keep.error !== null && <Failed error={keep.error} />}
          </Group>
          <ReadingView
            reading={reading.data}
            marks={marks}
            chosen={chosen}
            choose={choose}
            original={original}
          >
            <ReadingList reading={reading.data} chosen={chosen} choose={choose} />
          </ReadingView>
        </>
      )}
      {reading.isIdle && <Empty title={t('reader.none')}>{t('reader.noneWhat')}</Empty>}
    </Page>
  );
}

/** What a text was taken from: of a page or file what it came as, where that is text; a pasted one is its own original. */
function originalOf(text: string, received: ReceivedJson | null): Original | null {
  if (received === null || received.text !== text) return { text, format: 'text', cut: false };
  return received.original === null ? null : { ...received.original, format: received.format };
}

/** The day on which a report says it was published, where it says one that can be read. */
function publishedOf({ dates }: ReceivedJson): string | null {
  const day = dates.find(({ kind }) => kind === 'published')?.value.slice(0, 10) ?? '';
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : null;
}

/** What a report says of itself, to be kept with its words. */
function originOf({ url, guid, headline, publisher, agency, language }: ReceivedJson) {
  return Object.fromEntries(
    Object.entries({ url, guid, headline, publisher, agency, language }).filter(
      ([, value]) => value !== null,
    ),
  );
}
