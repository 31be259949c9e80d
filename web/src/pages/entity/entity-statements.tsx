import { Table, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { EntityAnswer } from '../../../../src/contract/index.ts';
import { Code, Name } from '../../parts/name.tsx';
import { SourceChip } from '../../parts/source-chip.tsx';
import { Empty } from '../../parts/states.tsx';
import { TallTable } from '../../parts/tall-table.tsx';

/** Every statement behind the entity: what one source prints for one property, where, and when it stood there. */
export function EntityStatements({
  entity,
  wanted,
  change,
}: {
  readonly entity: EntityAnswer;
  readonly wanted: string;
  readonly change: (text: string) => void;
}) {
  const { t } = useTranslation();
  const folded = wanted.toLowerCase();
  const rows = entity.records.flatMap((record) =>
    record.statements
      .filter(({ property, value }) => `${property} ${value}`.toLowerCase().includes(folded))
      .map((statement, index) => ({ id: `${record.key} ${index}`, record: record.key, statement })),
  );
  return (
    <>
      <TextInput
        className="no-print"
        label={t('entity.filter')}
        value={wanted}
        onChange={(event) => change(event.currentTarget.value)}
        dir="auto"
        maw={360}
        mb="sm"
      />
      {rows.length === 0 ? (
        <Empty title={t('entity.noStatement')} />
      ) : (
        <TallTable
          rows={rows}
          keyOf={(row) => row.id}
          head={
            <Table.Tr>
              <Table.Th>{t('entity.property')}</Table.Th>
              <Table.Th>{t('entity.value')}</Table.Th>
              <Table.Th>{t('entity.record')}</Table.Th>
              <Table.Th>{t('entity.seen')}</Table.Th>
            </Table.Tr>
          }
          cells={({ record, statement }) => (
            <>
              <Table.Td>
                {t(`property.${statement.property}`, statement.property)}
                {statement.kind !== undefined && (
                  <Text size="xs" c="dimmed">
                    {t(`nameKind.${statement.kind}`)}
                  </Text>
                )}
              </Table.Td>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>
                <Name text={statement.value} language={statement.language ?? null} />
                {statement.source !== undefined && (
                  <SourceChip
                    id={statement.source}
                    source={entity.sources.find(({ id }) => id === statement.source)}
                  />
                )}
              </Table.Td>
              <Table.Td>
                <Code text={record} />
                <Text size="xs" c="dimmed">
                  <Code text={statement.place} />
                </Text>
              </Table.Td>
              <Table.Td>
                <Code text={`${statement.seen.from} – ${statement.seen.to ?? ''}`} />
              </Table.Td>
            </>
          )}
        />
      )}
    </>
  );
}
