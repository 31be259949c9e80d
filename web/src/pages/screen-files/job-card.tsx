import { Anchor, Badge, Button, Group, Progress, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { JobJson } from '../../../../src/contract/index.ts';
import { addressOf, ask } from '../../api/ask.ts';
import { useJobEvents } from '../../api/use-job-events.ts';
import { AnchorLink } from '../../parts/anchor-link.tsx';
import { Code } from '../../parts/name.tsx';
import { JobResults } from './job-results.tsx';

const RUNNING: readonly JobJson['state'][] = ['waiting', 'running'];

/** One job: how far it is, as it comes from the server, and its results when it is done. */
export function JobCard({ first, open }: { readonly first: JobJson; readonly open: boolean }) {
  const { t, i18n } = useTranslation();
  const client = useQueryClient();
  const { data: job = first } = useQuery({
    queryKey: ['job', first.id],
    queryFn: ({ signal }) => ask('job', { params: { job: first.id }, signal }),
    initialData: first,
  });
  const running = RUNNING.includes(job.state);
  useJobEvents(running ? addressOf('jobEvents', { params: { job: first.id } }) : null, ['job', first.id]);
  const remove = useMutation({
    mutationFn: () => ask('cancelJob', { params: { job: first.id } }),
    onSettled: () => client.invalidateQueries(),
  });
  const number = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 0 });
  const { rows, rowsPerSecond, share, secondsLeft } = job.progress;
  return (
    <li
      style={{
        border: `${open ? 2 : 1}px solid var(--mantine-color-default-border)`,
        padding: 12,
        marginBlockEnd: 8,
      }}
    >
      <Group justify="space-between" gap="xs">
        <Group gap="xs">
          <Badge variant="light" tt="none" color={job.state === 'failed' ? 'red' : 'blue'}>
            {t(`job.${job.state}`)}
          </Badge>
          <AnchorLink to="/screen/files" search={{ job: job.id }} size="sm">
            <Code text={job.id} />
          </AnchorLink>
          <Text size="sm" c="dimmed">
            {new Date(job.created).toLocaleString(i18n.language)}
          </Text>
        </Group>
        <Group gap="xs" className="no-print">
          {job.result !== null && job.state === 'done' && (
            <Anchor href={addressOf('jobResult', { params: { job: job.id } })} download>
              {t('job.download', { format: job.result.format.toUpperCase() })}
            </Anchor>
          )}
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => remove.mutate()}
            loading={remove.isPending}
          >
            {t(running ? 'job.stop' : 'job.remove')}
          </Button>
        </Group>
      </Group>
      {running && (
        <Progress
          value={share * 100}
          mt="xs"
          aria-label={t('job.progress')}
          animated={job.state === 'running'}
        />
      )}
      <Text size="sm" mt={4} role={running ? 'status' : undefined}>
        {t('job.rows', { rows: number.format(rows), rate: number.format(rowsPerSecond) })}
        {secondsLeft !== null && running && ` · ${t('job.left', { seconds: number.format(secondsLeft) })}`}
        {job.counts !== null &&
          ` · ${Object.entries(job.counts)
            .map(([name, count]) => `${t(`job.counts.${name}`, name)}: ${number.format(count)}`)
            .join(', ')}`}
      </Text>
      {open && job.state === 'done' && job.result !== null && <JobResults job={job} />}
      {job.why !== null && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {job.why}
        </Text>
      )}
    </li>
  );
}
