import { Group, Slider, Table, Text, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatrixAnswer } from '../../../../src/contract/index.ts';
import { addressOf, ask } from '../../api/ask.ts';
import { AnchorLink } from '../../parts/anchor-link.tsx';
import { ClockFields } from '../../parts/clock-fields.tsx';
import { Code, Name } from '../../parts/name.tsx';
import { Page } from '../../parts/page.tsx';
import { usePartyName } from '../../parts/party.ts';
import { Answer, Empty } from '../../parts/states.tsx';
import classes from './matrix.module.css';
import { MatrixCell } from './matrix-cell.tsx';

const FIRST_YEAR = 1995;

/** Groups by authorities on a day: who is listed by whom since when; a slider moves that day through time. */
export function MatrixPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const search = useSearch({ from: '/matrix' });
  const { entity, list, asOf, knownAt } = search;
  const query = {
    ...(entity === undefined ? {} : { id: entity.split(',') }),
    ...(list === undefined ? {} : { list: list.split(',') }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(knownAt === undefined ? {} : { knownAt }),
  };
  const matrix = useQuery({
    queryKey: ['matrix', query],
    queryFn: ({ signal }) => ask('matrix', { query, signal }),
    placeholderData: keepPreviousData,
  });
  const go = (next: Readonly<Record<string, string | undefined>>) =>
    void navigate({ to: '/matrix', search: { ...search, ...next }, replace: true });
  const thisYear = new Date().getFullYear();
  const year = asOf === undefined ? thisYear : Number(asOf.slice(0, 4));
  const [wanted, setWanted] = useState('');
  return (
    <Page title={t('matrix.title')} lead={t('matrix.lead')} json={addressOf('matrix', { query })}>
      <Group className="no-print" align="flex-end" gap="md" mb="md">
        <TextInput
          label={t('matrix.filter')}
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
        />
        <ClockFields value={search} change={(next) => go({ asOf: undefined, knownAt: undefined, ...next })} />
        <div style={{ flex: '1 1 260px' }}>
          <Text size="sm" id="matrix-year">
            {t('matrix.year', { year })}
          </Text>
          <Slider
            key={year}
            aria-labelledby="matrix-year"
            thumbLabel={t('matrix.slider')}
            min={FIRST_YEAR}
            max={thisYear}
            defaultValue={year}
            label={(value) => value}
            onChangeEnd={(value) => go({ asOf: value === thisYear ? undefined : `${value}-12-31` })}
          />
        </div>
      </Group>
      <Answer query={matrix}>
        {(data) => {
          const rows = data.rows.filter((row) => row.caption.toLowerCase().includes(wanted.toLowerCase()));
          return rows.length === 0 ? (
            <Empty title={t('matrix.none')} />
          ) : (
            <MatrixTable answer={data} rows={rows} stale={matrix.isPlaceholderData} />
          );
        }}
      </Answer>
    </Page>
  );
}

function MatrixTable({
  answer,
  rows,
  stale,
}: {
  readonly answer: MatrixAnswer;
  readonly rows: MatrixAnswer['rows'];
  readonly stale: boolean;
}) {
  const { t } = useTranslation();
  const partyName = usePartyName();
  const used = answer.lists
    .map((list, index) => ({ list, index }))
    .filter(({ index }) =>
      rows.some(({ cells }) => {
        const status = cells[index]?.status;
        return status !== undefined && status !== 'not-listed' && status !== 'not-loaded';
      }),
    );
  return (
    <section className={classes.box} tabIndex={0} aria-label={t('matrix.title')} aria-busy={stale}>
      <Table className={classes.table} stickyHeader withColumnBorders>
        <Table.Thead>
          <Table.Tr>
            <Table.Th className={classes.corner}>{t('matrix.group', { count: rows.length })}</Table.Th>
            {used.map(({ list }) => (
              <Table.Th key={list.id} title={`${list.title}, ${list.authority.name}`}>
                <Code text={list.id} />
                <Text size="xs" c="dimmed">
                  {partyName(list.authority.country)}
                </Text>
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.entity ?? row.caption}>
              <Table.Th scope="row" className={classes.corner}>
                {row.entity === null ? (
                  <Name text={row.caption} />
                ) : (
                  <AnchorLink to="/entities/$id" params={{ id: row.entity }} size="sm">
                    <Name text={row.caption} />
                  </AnchorLink>
                )}
              </Table.Th>
              {used.map(({ list, index }) => {
                const cell = row.cells[index];
                return (
                  <Table.Td key={list.id}>{cell === undefined ? '' : <MatrixCell cell={cell} />}</Table.Td>
                );
              })}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
