import { Group, NativeSelect, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Name } from '../../parts/name.tsx';
import { FIELDS, type Field, type Preview } from './columns.ts';

/** Which column holds what, with the file's first rows to check it against. */
export function ColumnChoice({
  preview,
  columns,
  change,
}: {
  readonly preview: Preview;
  readonly columns: Partial<Record<Field, string>>;
  readonly change: (columns: Partial<Record<Field, string>>) => void;
}) {
  const { t } = useTranslation();
  return (
    <>
      <Group gap="sm">
        {FIELDS.map((field) => (
          <NativeSelect
            key={field}
            label={t(`files.field.${field}`)}
            value={columns[field] ?? ''}
            data={[{ value: '', label: '—' }, ...preview.headings.filter((name) => name !== '')]}
            onChange={(event) => {
              const { [field]: _, ...rest } = columns;
              const heading = event.currentTarget.value;
              change(heading === '' ? rest : { ...rest, [field]: heading });
            }}
          />
        ))}
      </Group>
      <Table.ScrollContainer minWidth={480} mt="sm">
        <Table captionSide="top" withColumnBorders>
          <Table.Caption>{t('files.preview')}</Table.Caption>
          <Table.Thead>
            <Table.Tr>
              {preview.headings.map((heading, index) => {
                const field = FIELDS.find((name) => columns[name] === heading);
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have the same heading
                  <Table.Th key={index}>
                    {heading}
                    {field !== undefined && ` → ${t(`files.field.${field}`)}`}
                  </Table.Th>
                );
              })}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {preview.rows.map((row, line) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a preview does not change
              <Table.Tr key={line}>
                {row.map((cell, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a preview does not change
                  <Table.Td key={column}>
                    <Name text={cell} />
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </>
  );
}
