import { Badge, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Answered } from '../../../../src/contract/index.ts';
import type { Operations } from '../../api/addresses.ts';
import { Code, Name } from '../../parts/name.tsx';

type Comparison = Answered<Operations['compare']>;

const COLOR: Readonly<Record<string, string>> = {
  added: 'green',
  dropped: 'red',
  weakened: 'orange',
  narrowed: 'orange',
  strengthened: 'green',
  widened: 'green',
  'carried-over': 'gray',
};

/** What changed from one statement to the next: what it names, what it promises, sentence by sentence. */
export function ComparisonView({ comparison }: { readonly comparison: Comparison }) {
  const { t } = useTranslation();
  const { before, after } = comparison;
  return (
    <>
      <Table.ScrollContainer minWidth={480}>
        <Table withRowBorders={false}>
          <Table.Tbody>
            {[before, after].map((head, side) => (
              <Table.Tr key={side === 0 ? 'before' : 'after'}>
                <Table.Th scope="row">{t(side === 0 ? 'compare.before' : 'compare.after')}</Table.Th>
                <Table.Td>
                  <Name text={head.title} /> {head.date !== null && <Code text={head.date} />}
                  <Text size="xs" c="dimmed">
                    {t(`standing.${head.standing}`)} ·{' '}
                    {t(head.held === 'text' ? 'dialogue.textHeld' : 'dialogue.factsOnly')}
                    {head.warnings.map((warning) => ` · ${warning}`)}
                  </Text>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {comparison.limits.map((limit) => (
        <Text key={limit} size="sm">
          ⚠ {limit}
        </Text>
      ))}
      <Title order={2} size="h4" mt="md">
        {t('compare.named')}
      </Title>
      <Table.ScrollContainer minWidth={560}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('compare.kind')}</Table.Th>
              <Table.Th>{t('compare.added')}</Table.Th>
              <Table.Th>{t('compare.dropped')}</Table.Th>
              <Table.Th>{t('compare.kept')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {Object.entries(comparison.subjects).map(([kind, change]) => (
              <Table.Tr key={kind}>
                <Table.Th scope="row">{t(`subject.${kind}`)}</Table.Th>
                <Table.Td>{change.added.map(({ label }) => label).join(', ')}</Table.Td>
                <Table.Td>{change.dropped.map(({ label }) => label).join(', ')}</Table.Td>
                <Table.Td>{change.kept.map(({ after: kept }) => kept.label).join(', ')}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Title order={2} size="h4" mt="md">
        {t('compare.promises')}
      </Title>
      <SideBySide>
        {comparison.items.map((item) => (
          <Table.Tr key={`${item.before?.id} ${item.after?.id}`}>
            <Table.Td>{item.before !== null && <Name text={item.before.text} />}</Table.Td>
            <Table.Td>
              {item.changes.map((change) => (
                <Badge key={change} color={COLOR[change] ?? 'gray'} variant="light" tt="none" me={4}>
                  {t(`change.${change}`)}
                </Badge>
              ))}
              {item.before !== null && item.after === null && item.stillSpokenOf === null && (
                <Text size="xs">{t('compare.withoutAWord')}</Text>
              )}
              {[
                ...item.gained.map((text) => `+ ${text}`),
                ...item.lost.map((text) => `− ${text}`),
                ...item.force,
              ].map((text) => (
                <Text key={text} size="xs" c="dimmed">
                  {text}
                </Text>
              ))}
            </Table.Td>
            <Table.Td>{item.after !== null && <Name text={item.after.text} />}</Table.Td>
          </Table.Tr>
        ))}
      </SideBySide>
      <details style={{ marginBlockStart: 16 }}>
        <summary>{t('compare.sentences')}</summary>
        <SideBySide>
          {comparison.sentences.map((pair) => (
            <Table.Tr key={`${pair.before?.start} ${pair.after?.start}`}>
              <Table.Td>{pair.before !== null && <Name text={pair.before.quote} />}</Table.Td>
              <Table.Td>{pair.likeness !== null && <Code text={pair.likeness.toFixed(2)} />}</Table.Td>
              <Table.Td>{pair.after !== null && <Name text={pair.after.quote} />}</Table.Td>
            </Table.Tr>
          ))}
        </SideBySide>
      </details>
    </>
  );
}

function SideBySide({ children }: { readonly children: React.ReactNode }) {
  const { t } = useTranslation();
  return (
    <Table.ScrollContainer minWidth={640}>
      <Table verticalSpacing="xs" layout="fixed">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('compare.before')}</Table.Th>
            <Table.Th w={180}>{t('compare.change')}</Table.Th>
            <Table.Th>{t('compare.after')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>{children}</Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
