import { Button, FileButton, Group, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask.ts';
import { Page } from '../../parts/page.tsx';
import { Empty, Failed, Loading } from '../../parts/states.tsx';
import { marksOf } from './marks.ts';
import { ReadingList } from './reading-list.tsx';
import { ReadingView } from './reading-view.tsx';

/** Paste or drop a report or statement; it is read on the server here, and nothing leaves it. */
export function ReadPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [published, setPublished] = useState('');
  const [chosen, choose] = useState<string | null>(null);
  const reading = useMutation({
    mutationFn: (given: { text: string; published: string }) =>
      ask('readDocument', {
        body: { text: given.text, ...(given.published === '' ? {} : { published: given.published }) },
      }),
    onSuccess: () => choose(null),
  });
  const keep = useMutation({
    mutationFn: () => ask('keepDocument', { body: { text, ...(published === '' ? {} : { published }) } }),
    onSuccess: ({ id }) => navigate({ to: '/documents/$id', params: { id } }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') reading.mutate({ text, published });
  };
  const take = async (file: File | null) => {
    if (file !== null) setText(await file.text());
  };
  return (
    <Page title={t('reader.title')} lead={t('reader.lead')}>
      <form
        onSubmit={submit}
        className="no-print"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          void take(event.dataTransfer.files[0] ?? null);
        }}
      >
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
          <FileButton onChange={(file) => void take(file)} accept=".txt,.html,.eml,.pdf,text/plain">
            {(props) => (
              <Button variant="default" {...props}>
                {t('reader.file')}
              </Button>
            )}
          </FileButton>
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
          <ReadingView reading={reading.data} marks={marksOf(reading.data)} chosen={chosen} choose={choose}>
            <ReadingList reading={reading.data} chosen={chosen} choose={choose} />
          </ReadingView>
        </>
      )}
      {reading.isIdle && <Empty title={t('reader.none')}>{t('reader.noneWhat')}</Empty>}
    </Page>
  );
}
