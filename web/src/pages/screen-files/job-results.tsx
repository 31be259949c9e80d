import { Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { type ReactNode, useCallback, useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { JobJson } from '../../../../src/contract/index.ts';
import { askRaw } from '../../api/ask.ts';
import { AnchorLink } from '../../parts/anchor-link.tsx';
import { EvenRows } from '../../parts/even-rows.tsx';
import { Name } from '../../parts/name.tsx';
import { Answer, Empty } from '../../parts/states.tsx';
import classes from './job-results.module.css';
import { type ResultRow, readResults } from './results.ts';

/** The states of a row, those that want a look first. */
const STATUSES = ['match', 'excepted', 'possible', 'bad', 'clear'] as const;

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
  const cells = useCallback((row: ResultRow) => cellsOf(row, t), [t]);
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
        <EvenRows
          rows={shown}
          keyOf={keyOf}
          height={38}
          columns="80px 150px 3fr 3fr 80px 4fr"
          minWidth={760}
          head={HEAD.map((text) => (
            // biome-ignore lint/a11y/noRedundantRoles: its layout is not that of a table
            <th key={text} role="columnheader" scope="col">
              {t(text)}
            </th>
          ))}
          cells={cells}
        />
      )}
    </section>
  );
}

const keyOf = (row: ResultRow) => String(row.row);

const HEAD = [
  'files.row',
  'files.state',
  'files.field.name',
  'files.nearest',
  'files.score',
  'files.says',
] as const;

/** The cells of a row; few elements, since a hundred thousand rows pass by. */
function cellsOf(row: ResultRow, t: TFunction): ReactNode {
  const cell = (content: ReactNode, title?: string) => (
    // biome-ignore lint/a11y/noRedundantRoles: its layout is not that of a table
    <td role="cell" className={classes.cell} title={title}>
      {content}
    </td>
  );
  return (
    <>
      {cell(<span dir="ltr">{row.row}</span>)}
      {cell(t(`files.status.${row.status}`, row.status))}
      {cell(<Name text={row.name} />, row.name)}
      {cell(
        row.entity === '' ? null : (
          <AnchorLink to="/entities/$id" params={{ id: row.entity }} preload={false} size="sm">
            <Name text={row.caption} />
          </AnchorLink>
        ),
        row.caption,
      )}
      {cell(<span dir="ltr">{row.score}</span>)}
      {cell(<bdi>{row.says}</bdi>, row.says)}
    </>
  );
}
