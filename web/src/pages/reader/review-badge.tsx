import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ItemJson } from './document-json.ts';

const LOOKS: Readonly<Record<ItemJson['review']['state'], readonly [color: string, sign: string]>> = {
  'machine-read': ['gray', '⚙'],
  proposed: ['yellow', '…'],
  confirmed: ['green', '✓'],
  corrected: ['blue', '✎'],
  rejected: ['red', '✕'],
  'open-again': ['orange', '↻'],
};

/** Whether a person looked at an item: a sign and a word, so that machine-read never looks like confirmed. */
export function ReviewBadge({ state }: { readonly state: ItemJson['review']['state'] }) {
  const { t } = useTranslation();
  const [color, sign] = LOOKS[state];
  return (
    <Badge
      color={color}
      variant={state === 'machine-read' ? 'default' : 'light'}
      tt="none"
      leftSection={<span aria-hidden="true">{sign}</span>}
    >
      {t(`reviewState.${state}`)}
    </Badge>
  );
}
