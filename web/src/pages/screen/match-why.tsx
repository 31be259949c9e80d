import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ScreenAnswerJson } from '../../../../src/contract/index.ts';
import { Code, Name } from '../../parts/name.tsx';

type Result = ScreenAnswerJson['results'][number];

/** Why a score is what it is: the names' parts side by side, what joined them, then what spoke for and against. */
export function MatchWhy({
  result,
  threshold,
  rules,
}: {
  readonly result: Result;
  readonly threshold: number;
  readonly rules: string;
}) {
  const { t } = useTranslation();
  const { parts, features } = result.explanation;
  return (
    <div style={{ overflowX: 'auto' }}>
      <Table mt="xs" captionSide="top" aria-label={t('why.parts')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('why.asked')}</Table.Th>
            <Table.Th>{t('why.listed')}</Table.Th>
            <Table.Th>{t('why.joinedBy')}</Table.Th>
            <Table.Th>{t('why.likeness')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {parts.map(([asked, listed, likeness, how]) => (
            <Table.Tr key={`${asked} ${listed}`}>
              <Table.Td>{asked === '' ? '—' : <Name text={asked} />}</Table.Td>
              <Table.Td>{listed === '' ? '—' : <Name text={listed} />}</Table.Td>
              <Table.Td>{how}</Table.Td>
              <Table.Td>
                <Code text={likeness.toFixed(2)} />
              </Table.Td>
            </Table.Tr>
          ))}
          {features.map(({ feature, points, detail }) => (
            <Table.Tr key={feature}>
              <Table.Td colSpan={2}>{t(`feature.${feature}`)}</Table.Td>
              <Table.Td>{detail}</Table.Td>
              <Table.Td>
                <Code text={`${points > 0 ? '+' : ''}${points.toFixed(2)}`} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="xs" c="dimmed" mt={4}>
        {t('why.threshold', { threshold, rules })}
      </Text>
    </div>
  );
}
