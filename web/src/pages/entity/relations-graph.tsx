import cytoscape from 'cytoscape';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Relation } from './relations.ts';

/** The most edges that a picture still shows clearly; the table has them all. */
const MOST_EDGES = 60;

/** The entity in the middle and what it is tied to around it. A picture only: the table says the same in words. */
export function RelationsGraph({
  caption,
  relations,
}: {
  readonly caption: string;
  readonly relations: readonly Relation[];
}) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (box.current === null) return undefined;
    const style = getComputedStyle(box.current);
    const ink = style.color;
    const shown = relations.slice(0, MOST_EDGES);
    const targets = [...new Set(shown.map(({ target }) => target))];
    const graph = cytoscape({
      container: box.current,
      elements: [
        { data: { id: 'self', label: caption } },
        ...targets.map((target) => ({ data: { id: `t:${target}`, label: target } })),
        ...shown.map(({ type, target }, index) => ({
          data: {
            id: `e${index}`,
            source: 'self',
            target: `t:${target}`,
            label: t(`relation.${type}`, type),
          },
        })),
      ],
      style: [
        {
          selector: 'node',
          style: {
            label: 'data(label)',
            'font-size': 11,
            color: ink,
            'text-wrap': 'wrap',
            'text-max-width': '110px',
            'background-color': '#5398b1',
            width: 16,
            height: 16,
            'text-valign': 'bottom',
            'text-margin-y': 4,
          },
        },
        {
          selector: '#self',
          style: { 'background-color': '#a33a1b', width: 24, height: 24, 'font-weight': 'bold' },
        },
        {
          selector: 'edge',
          style: {
            label: 'data(label)',
            'font-size': 9,
            color: ink,
            width: 1,
            'line-color': '#8d949b',
            'curve-style': 'bezier',
            'target-arrow-shape': 'triangle',
            'target-arrow-color': '#8d949b',
            'text-rotation': 'autorotate',
          },
        },
      ],
      layout: {
        name: 'concentric',
        concentric: (node) => (node.id() === 'self' ? 2 : 1),
        levelWidth: () => 1,
      },
      userZoomingEnabled: false,
      autoungrabify: true,
    });
    return () => graph.destroy();
  }, [caption, relations, t]);
  return (
    <div
      ref={box}
      role="img"
      aria-label={t('entity.graph', { count: relations.length, name: caption })}
      style={{ blockSize: 380, border: '1px solid var(--mantine-color-default-border)', marginBlockEnd: 12 }}
      dir="ltr"
    />
  );
}
