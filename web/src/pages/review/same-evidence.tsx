import { Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Answered, EntityAnswer } from '../../../../src/contract/index.ts';
import type { Operations } from '../../api/addresses.ts';
import { ask } from '../../api/ask.ts';
import { AnchorLink } from '../../parts/anchor-link.tsx';
import { Code, Name } from '../../parts/name.tsx';
import { Answer, Empty } from '../../parts/states.tsx';

/** A pair of entries that may be the same thing. */
export type SameQuestion = Answered<Operations['sameQuestions']>['questions'][number];

/** What tells two entries apart or together, in the order in which a person looks. */
const COMPARED = [
  'name',
  'birthDate',
  'birthPlace',
  'foundedOn',
  'nationality',
  'citizenship',
  'country',
  'gender',
  'identifier',
  'address',
  'position',
  'programme',
  'listedOn',
  'legalBasis',
  'remarks',
] as const;

/** How many values of one property stand in the table before the rest folds away. */
const SHOWN = 8;

/** Two entries side by side, property by property; a value that both print is marked by word and weight. */
export function SameEvidence({
  left,
  right,
  rule,
  points,
}: Pick<SameQuestion, 'left' | 'right' | 'points'> & { readonly rule: SameQuestion['judgement'] }) {
  const { t } = useTranslation();
  const both = useQuery({
    queryKey: ['review', 'same', left.key, right.key],
    queryFn: ({ signal }) =>
      Promise.all([left, right].map(({ key }) => ask('entity', { params: { id: key }, query: {}, signal }))),
  });
  return (
    <Answer query={both}>
      {([one, other]) => {
        if (one === undefined || other === undefined) return <Empty title={t('review.noSame')} />;
        const ofLeft = valuesOf(one, left.key);
        const ofRight = valuesOf(other, right.key);
        const rows = COMPARED.filter((property) => ofLeft.has(property) || ofRight.has(property));
        return (
          <>
            {rule !== null && (
              <Text size="sm">
                {t('review.ruleSays', { rule: rule.by.replace(/^rule:/, ''), points })}{' '}
                {Object.entries(rule.evidence)
                  .filter(([name]) => name !== 'points')
                  .map(([name, text]) => (
                    <span key={name}>
                      <Name text={`${name}: ${text}`} />;{' '}
                    </span>
                  ))}
              </Text>
            )}
            <Table.ScrollContainer minWidth={320}>
              <Table layout="fixed" captionSide="top">
                <Table.Caption>{t('review.sameCaption')}</Table.Caption>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th w="24%">{t('entity.property')}</Table.Th>
                    {[left, right].map((side) => (
                      <Table.Th key={side.key}>
                        <AnchorLink to="/entities/$id" params={{ id: side.key }}>
                          <Name text={side.caption ?? side.key} />
                        </AnchorLink>
                        <Text size="xs" c="dimmed">
                          <Code text={side.key} />
                        </Text>
                      </Table.Th>
                    ))}
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {rows.map((property) => (
                    <Table.Tr key={property}>
                      <Table.Th>{t(`property.${property}`)}</Table.Th>
                      <Values own={ofLeft.get(property)} others={ofRight.get(property)} />
                      <Values own={ofRight.get(property)} others={ofLeft.get(property)} />
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          </>
        );
      }}
    </Answer>
  );
}

function Values({
  own = [],
  others = [],
}: {
  readonly own: readonly string[] | undefined;
  readonly others: readonly string[] | undefined;
}) {
  const { t } = useTranslation();
  if (own.length === 0)
    return (
      <Table.Td>
        <Text size="sm" c="dimmed">
          {t('review.notPrinted')}
        </Text>
      </Table.Td>
    );
  const known = new Set(others.map(folded));
  const agreeing = own.filter((value) => known.has(folded(value)));
  const ordered = [...agreeing, ...own.filter((value) => !agreeing.includes(value))];
  const line = (value: string) => (
    <Text
      key={value}
      size="sm"
      fw={agreeing.includes(value) ? 650 : 400}
      style={{ overflowWrap: 'anywhere' }}
    >
      <Name text={value} />
      {agreeing.includes(value) && (
        <Text span size="xs" c="dimmed">
          {' '}
          ({t('review.onBoth')})
        </Text>
      )}
    </Text>
  );
  return (
    <Table.Td style={{ verticalAlign: 'top' }}>
      {ordered.slice(0, SHOWN).map(line)}
      {ordered.length > SHOWN && (
        <details>
          <summary>{t('review.moreValues', { count: ordered.length - SHOWN })}</summary>
          {ordered.slice(SHOWN).map(line)}
        </details>
      )}
    </Table.Td>
  );
}

/** What a record prints now, by property; of an entry of the starter record, what its parts print as well. */
function valuesOf(entity: EntityAnswer, key: string): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, string[]>();
  for (const record of entity.records) {
    if (record.key !== key && !record.key.startsWith(`${key}/`)) continue;
    for (const { property, value, seen } of record.statements) {
      if (seen.to !== null) continue;
      const held = values.get(property);
      if (held === undefined) values.set(property, [value]);
      else if (!held.includes(value)) held.push(value);
    }
  }
  return values;
}

/** Letters and digits alone: publishers differ in case, hyphens and accents where they mean the same. */
function folded(value: string): string {
  return value
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
