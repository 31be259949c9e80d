import { Group, NativeSelect, Table, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { JobJson } from '../../../../src/contract/index.ts';
import { askRaw } from '../../api/ask.ts';
import { AnchorLink } from '../../parts/anchor-link.tsx';
import { Code, Name } from '../../parts/name.tsx';
import { Answer, Empty } from '../../parts/states.tsx';
import { TallTable } from '../../parts/tall-table.tsx';
import classes from './job-results.module.css';
import { type ResultRow, readResults } from './results.ts';

/** The states of a row, those that want a look first. */
const STATUSES = ['match', 'possible', 'bad', 'clear'] as const;

/** The rows of a job that is done, as a table of any length: what was asked, and who that may be. */
export function JobResults({ job }: { readonly job: JobJson }) {
  const format = job.result?.format === 'jsonl' ? 'jsonl' : 'csv';
  const results = useQuery({
    queryKey: ['job', job.id, 'result'],
    queryFn: async ({ signal }) =>
      readResults(await askRaw('jobResult', { params: { job: job.id }, signal }), format),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  return <Answer query={results}>{(rows) => <Rows rows={rows} />}</Answer>;
}

function Rows({ rows }: { readonly rows: readonly ResultRow[] }) {
  const { t, i18n } = useTranslation();
  const [status, setStatus] = useState('');
  const [wanted, setWanted] = useState('');
  const looked = useDeferredValue(wanted.trim().toLowerCase());
  const shown = useMemo(
    () =>
      rows.filter(
        (row) =>
          (status === '' || row.status === status) &&
          (looked === '' || `${row.name}\n${row.caption}`.toLowerCase().includes(looked)),
      ),
    [rows, status, looked],
  );
  const number = new Intl.NumberFormat(i18n.language);
  return (
    <section aria-label={t('files.results')}>
      <Group gap="sm" align="flex-end" my="sm" className="no-print">
        <NativeSelect
          label={t('files.show')}
          value={status}
          onChange={(event) => setStatus(event.currentTarget.value)}
          data={[
            { value: '', label: t('files.everyRow') },
            ...STATUSES.map((value) => ({ value, label: t(`files.status.${value}`) })),
          ]}
        />
        <TextInput
          label={t('files.find')}
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
          dir="auto"
        />
        <Text size="sm" role="status">
          {t('files.shown', { shown: number.format(shown.length), rows: number.format(rows.length) })}
        </Text>
      </Group>
      {shown.length === 0 ? (
        <Empty title={t('files.noRow')} />
      ) : (
        <TallTable
          rows={shown}
          keyOf={keyOf}
          rowHeight={38}
          minWidth={760}
          head={
            <Table.Tr>
              <Table.Th w={80}>{t('files.row')}</Table.Th>
              <Table.Th w={110}>{t('files.state')}</Table.Th>
              <Table.Th>{t('files.field.name')}</Table.Th>
              <Table.Th>{t('files.nearest')}</Table.Th>
              <Table.Th w={70}>{t('files.score')}</Table.Th>
              <Table.Th>{t('files.says')}</Table.Th>
            </Table.Tr>
          }
          cells={(row) => <Cells row={row} />}
        />
      )}
    </section>
  );
}

const keyOf = (row: ResultRow) => String(row.row);

function Cells({ row }: { readonly row: ResultRow }) {
  const { t } = useTranslation();
  return (
    <>
      <td className={classes.cell}>
        <Code text={String(row.row)} />
      </td>
      <td className={classes.cell}>{t(`files.status.${row.status}`, row.status)}</td>
      <td className={classes.cell} title={row.name}>
        <Name text={row.name} />
      </td>
      <td className={classes.cell} title={row.caption}>
        {row.entity !== '' && (
          <AnchorLink to="/entities/$id" params={{ id: row.entity }} preload={false} size="sm">
            <Name text={row.caption} />
          </AnchorLink>
        )}
      </td>
      <td className={classes.cell}>
        <Code text={row.score} />
      </td>
      <td className={classes.cell} title={row.says}>
        <bdi>{row.says}</bdi>
      </td>
    </>
  );
}
