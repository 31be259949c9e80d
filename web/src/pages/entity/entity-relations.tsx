import { Anchor, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { EntityAnswer, RelationsAnswer } from '../../../../src/contract/index.ts';
import { addressOf, ask } from '../../api/ask.ts';
import { Code, Name } from '../../parts/name.tsx';
import { SourceChip } from '../../parts/source-chip.tsx';
import { Answer, Empty } from '../../parts/states.tsx';
import { type RelationEdge, timesOf } from './relations.ts';
import { NodeLink, RelationsGraph, RelationWord } from './relations-graph.tsx';

/** What the entity is tied to, what is tied to it and who says so, as a picture and as a table of the same relations. */
export function EntityRelations({ entity }: { readonly entity: EntityAnswer }) {
  const { t } = useTranslation();
  const asked = {
    params: { id: entity.entity },
    query: { steps: 2, ...(entity.knownAt === null ? {} : { knownAt: entity.knownAt }) },
  };
  const relations = useQuery({
    queryKey: ['relations', asked],
    queryFn: ({ signal }) => ask('relations', { ...asked, signal }),
  });
  return (
    <Answer query={relations}>
      {(answer) => {
        const own = answer.edges.filter(({ from, to }) => from === answer.entity || to === answer.entity);
        const others = answer.edges.filter((edge) => !own.includes(edge));
        if (own.length === 0)
          return <Empty title={t('entity.noRelations')}>{t('entity.noRelationsWhat')}</Empty>;
        return (
          <>
            <RelationsGraph caption={entity.caption} answer={answer} />
            {answer.leftOut > 0 && <Text size="sm">{t('entity.leftOut', { count: answer.leftOut })}</Text>}
            <Text size="sm" className="no-print">
              <Anchor href={addressOf('relations', asked)} target="_blank" rel="noreferrer">
                {t('page.json')}
              </Anchor>
            </Text>
            <EdgeTable
              edges={own}
              answer={answer}
              caption={t('entity.ownRelations', { name: entity.caption })}
            />
            {others.length > 0 && (
              <details>
                <summary>{t('entity.otherRelations', { count: others.length })}</summary>
                <EdgeTable edges={others} answer={answer} />
              </details>
            )}
          </>
        );
      }}
    </Answer>
  );
}

function EdgeTable({
  edges,
  answer,
  caption,
}: {
  readonly edges: readonly RelationEdge[];
  readonly answer: RelationsAnswer;
  readonly caption?: string;
}) {
  const { t } = useTranslation();
  const nodes = new Map(answer.nodes.map((node) => [node.id, node]));
  const end = (id: string) => {
    const node = nodes.get(id);
    return node === undefined ? <Code text={id} /> : <NodeLink node={node} />;
  };
  return (
    <Table.ScrollContainer minWidth={560}>
      <Table captionSide="top">
        {caption !== undefined && <Table.Caption>{caption}</Table.Caption>}
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('entity.who')}</Table.Th>
            <Table.Th>{t('entity.relation')}</Table.Th>
            <Table.Th>{t('entity.to')}</Table.Th>
            <Table.Th>{t('entity.when')}</Table.Th>
            <Table.Th>{t('entity.says')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {edges.map((edge) => (
            <Table.Tr
              key={`${edge.from} ${edge.type} ${edge.to} ${edge.subject} ${edge.since} ${edge.until}`}
            >
              <Table.Td>
                {end(edge.from)}
                {edge.subject !== null && (
                  <Text size="xs" c="dimmed">
                    <Name text={edge.subject} />
                  </Text>
                )}
              </Table.Td>
              <Table.Td>
                <RelationWord type={edge.type} back={false} />
              </Table.Td>
              <Table.Td>{end(edge.to)}</Table.Td>
              <Table.Td>
                <Code text={timesOf(edge)} />
              </Table.Td>
              <Table.Td>
                {edge.statements.map(({ record, source }) =>
                  source === null ? (
                    <Text key={record} size="xs">
                      <Code text={record} />
                    </Text>
                  ) : (
                    <SourceChip
                      key={`${record} ${source}`}
                      id={source}
                      source={answer.sources.find(({ id }) => id === source)}
                    />
                  ),
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
