import { Alert, Button, Fieldset, FileButton, Group, NativeSelect, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf, ask } from '../../api/ask.ts';
import { ClockFields, type ClockSearch } from '../../parts/clock-fields.tsx';
import { Page } from '../../parts/page.tsx';
import { Answer, Empty, Failed } from '../../parts/states.tsx';
import { ColumnChoice } from './column-choice.tsx';
import { type Field, guessColumns, type Preview, previewOf } from './columns.ts';
import { JobCard } from './job-card.tsx';

interface Chosen {
  readonly file: File;
  readonly preview: Preview;
}

/** Screens every row of a file: choose it, say which column holds what, watch it, and take the results. */
export function ScreenFilesPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { job: shown } = useSearch({ from: '/screen/files' });
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [columns, setColumns] = useState<Partial<Record<Field, string>>>({});
  const [clocks, setClocks] = useState<ClockSearch>({});
  const [outputFormat, setOutputFormat] = useState<'csv' | 'jsonl'>('csv');
  const jobs = useQuery({ queryKey: ['jobs'], queryFn: ({ signal }) => ask('jobs', { signal }) });

  const choose = useMutation({
    mutationFn: async (file: File) => ({ file, preview: await previewOf(file) }),
    onSuccess: (found) => {
      setChosen(found);
      setColumns(guessColumns(found.preview.headings));
    },
  });
  const start = useMutation({
    mutationFn: ({ file, preview }: Chosen) => {
      const form = new FormData();
      form.set('settings', JSON.stringify({ columns, outputFormat, inputFormat: preview.format, ...clocks }));
      form.set('file', file);
      return ask('startBatch', { body: form as never });
    },
    onSuccess: async (job) => {
      setChosen(null);
      await client.invalidateQueries({ queryKey: ['jobs'] });
      await navigate({ to: '/screen/files', search: { job: job.id } });
    },
  });

  return (
    <Page title={t('files.title')} lead={t('files.lead')} json={addressOf('jobs')}>
      <Fieldset
        className="no-print"
        legend={t('files.choose')}
        mb="sm"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          const [file] = event.dataTransfer.files;
          if (file !== undefined) choose.mutate(file);
        }}
      >
        <Group gap="sm">
          <FileButton onChange={(file) => file !== null && choose.mutate(file)}>
            {(props) => <Button {...props}>{t('files.choose')}</Button>}
          </FileButton>
          <Text size="sm" c="dimmed">
            {chosen === null ? t('files.what') : chosen.file.name}
          </Text>
        </Group>
      </Fieldset>
      {choose.error !== null && (
        <Alert color="red" role="alert" title={t('files.unreadable')}>
          {choose.error.message}
        </Alert>
      )}
      {chosen !== null && (
        <>
          <ColumnChoice preview={chosen.preview} columns={columns} change={setColumns} />
          <Group align="flex-end" gap="sm" my="md">
            <ClockFields value={clocks} change={setClocks} />
            <NativeSelect
              label={t('files.output')}
              value={outputFormat}
              data={[
                { value: 'csv', label: 'CSV' },
                { value: 'jsonl', label: 'JSON lines' },
              ]}
              onChange={(event) => setOutputFormat(event.currentTarget.value as 'csv' | 'jsonl')}
            />
            <Button
              disabled={columns.name === undefined}
              loading={start.isPending}
              onClick={() => start.mutate(chosen)}
            >
              {t('files.start')}
            </Button>
          </Group>
          {columns.name === undefined && (
            <Text size="sm" c="var(--mantine-color-error)" role="alert">
              {t('files.needsName')}
            </Text>
          )}
        </>
      )}
      {start.error !== null && <Failed error={start.error} />}
      <Answer query={jobs}>
        {(data) =>
          data.jobs.length === 0 ? (
            <Empty title={t('files.none')} />
          ) : (
            <ul style={{ listStyle: 'none', padding: 0 }}>
              {data.jobs.map((job) => (
                <JobCard key={job.id} first={job} open={job.id === shown} />
              ))}
            </ul>
          )
        }
      </Answer>
    </Page>
  );
}
