import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { EntityAnswer } from '../../../../src/contract/index.ts';
import { AnchorLink } from '../../parts/anchor-link.tsx';
import { Code, Name } from '../../parts/name.tsx';
import { SourceChip } from '../../parts/source-chip.tsx';
import { Empty } from '../../parts/states.tsx';
import { relationsOf } from './relations.ts';
import { RelationsGraph } from './relations-graph.tsx';

/** What the entity is tied to and who says so, as a graph and as a table of the same edges. */
export function EntityRelations({ entity }: { readonly entity: EntityAnswer }) {
  const { t } = useTranslation();
  const relations = relationsOf(entity);
  if (relations.length === 0) return <Empty title={t('entity.noRelations')} />;
  return (
    <>
      <RelationsGraph caption={entity.caption} relations={relations} />
      <Table.ScrollContainer minWidth={520}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('entity.relation')}</Table.Th>
              <Table.Th>{t('entity.to')}</Table.Th>
              <Table.Th>{t('entity.when')}</Table.Th>
              <Table.Th>{t('entity.says')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {relations.map((relation) => (
              <Table.Tr key={`${relation.record} ${relation.type} ${relation.target} ${relation.source}`}>
                <Table.Td>{t(`relation.${relation.type}`, relation.type)}</Table.Td>
                <Table.Td>
                  {relation.key === null ? (
                    <Name text={relation.target} />
                  ) : (
                    <AnchorLink to="/entities/$id" params={{ id: relation.key }}>
                      <Name text={relation.target} />
                    </AnchorLink>
                  )}
                </Table.Td>
                <Table.Td>
                  <Code text={relation.times} />
                </Table.Td>
                <Table.Td>
                  {relation.source === null ? (
                    <Code text={relation.record} />
                  ) : (
                    <SourceChip
                      id={relation.source}
                      source={entity.sources.find(({ id }) => id === relation.source)}
                    />
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </>
  );
}
