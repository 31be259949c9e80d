import { Text, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RelationsAnswer } from '../../../../src/contract/index.ts';
import { AnchorLink } from '../../parts/anchor-link.tsx';
import { Code, Name } from '../../parts/name.tsx';
import {
  type Branch,
  branchesOf,
  type RelationNode,
  sidesOf,
  type Tie,
  tiesOf,
  timesOf,
} from './relations.ts';
import classes from './relations-graph.module.css';

/** Up to so many ties stand on one side; more are parted between both. */
const ONE_SIDE = 4;

/**
 * The entity and what it is tied to, as a tree: a branch for each kind of relation, named in words, and at its end
 * what it leads to, which can be opened there or, with `+`, shown with its own ties. It is lists and links all
 * through, so that keyboard and screen reader read it as it stands.
 */
export function RelationsGraph({
  caption,
  answer,
}: {
  readonly caption: string;
  readonly answer: RelationsAnswer;
}) {
  const { t } = useTranslation();
  const branches = branchesOf(answer);
  const count = branches.reduce((sum, { ties }) => sum + ties.length, 0);
  const [end, start] = count <= ONE_SIDE ? [branches, []] : sidesOf(branches);
  const side = (shown: readonly Branch[], className: string | undefined) =>
    shown.length === 0 ? null : (
      <ul className={className}>
        {shown.map((branch) => (
          <BranchItem key={branch.key} branch={branch} answer={answer} />
        ))}
      </ul>
    );
  return (
    <figure
      className={classes.box}
      aria-label={t('entity.graph', { count, name: caption })}
      style={{ marginInline: 0 }}
    >
      <div className={start.length === 0 ? `${classes.graph} ${classes.oneSide}` : classes.graph}>
        <div className={classes.self}>
          <Name text={caption} />
        </div>
        {side(end, classes.side)}
        {side(start, `${classes.side} ${classes.start}`)}
      </div>
    </figure>
  );
}

/** A relation in words: as it is said of the one in the middle, or, the other way round, of those at the ends. */
export function RelationWord({ type, back }: { readonly type: string; readonly back: boolean }) {
  const { t } = useTranslation();
  return <>{back ? t(`relationBack.${type}`, type) : t(`relation.${type}`, type)}</>;
}

function BranchItem({ branch, answer }: { readonly branch: Branch; readonly answer: RelationsAnswer }) {
  return (
    <li className={classes.branch}>
      <span className={classes.word}>
        <RelationWord type={branch.type} back={branch.back} />{' '}
        <span className={classes.arrow} aria-hidden="true">
          {branch.back ? '←' : '→'}
        </span>
      </span>
      <ul className={classes.ties}>
        {branch.ties.map((tie) => (
          <TieItem key={keyOf(tie)} tie={tie} answer={answer} />
        ))}
      </ul>
    </li>
  );
}

function TieItem({ tie, answer }: { readonly tie: Tie; readonly answer: RelationsAnswer }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { node, edge } = tie;
  // A part of the entity itself, such as its wing, may stand here: its ties are those of the whole.
  const further = node.id === answer.entity ? [] : tiesOf(answer, node.id, answer.entity);
  const times = timesOf(edge);
  return (
    <li className={classes.tie}>
      <div className={classes.node} data-listed={node.lists > 0 || undefined}>
        <span className={classes.name}>
          <NodeLink node={node} />
          <Text size="xs" c="dimmed" component="span" display="block">
            {edge.subject !== null && (
              <>
                <Name text={edge.subject} /> ·{' '}
              </>
            )}
            {times !== '' && (
              <>
                <Code text={times} /> ·{' '}
              </>
            )}
            {node.lists > 0
              ? t('entity.onLists', { count: node.lists })
              : t(node.entity === null ? 'entity.notHeld' : 'entity.onNoList')}
          </Text>
        </span>
        {further.length > 0 && (
          <UnstyledButton
            className={`${classes.more} no-print`}
            aria-expanded={open}
            aria-label={t('entity.furtherOf', { count: further.length, name: node.caption })}
            onClick={() => setOpen(!open)}
          >
            <span dir="ltr">{open ? '−' : `+${further.length}`}</span>
          </UnstyledButton>
        )}
      </div>
      {open && (
        <ul className={classes.further}>
          {further.map((other) => (
            <li key={keyOf(other)}>
              <Text span inherit c="dimmed">
                <RelationWord type={other.edge.type} back={other.back} />:
              </Text>{' '}
              <NodeLink node={other.node} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function keyOf({ edge, back }: Tie): string {
  return `${back} ${edge.from} ${edge.to} ${edge.type} ${edge.subject} ${edge.since} ${edge.until}`;
}

/** Leads to the relations of what is named, where the record holds it. */
export function NodeLink({ node }: { readonly node: RelationNode }) {
  if (node.entity === null) return <Name text={node.caption} />;
  return (
    <AnchorLink to="/entities/$id" params={{ id: node.entity }} search={{ tab: 'relations' }} inherit>
      <Name text={node.caption} />
    </AnchorLink>
  );
}
