import { Badge, Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Name } from '../../parts/name.tsx';
import type { DocumentJson } from './document-json.ts';
import { ItemDecision } from './item-decision.tsx';
import { summaryOf } from './item-summary.ts';
import classes from './reading-list.module.css';
import { ReviewBadge } from './review-badge.tsx';

/** The items in the order of the text; the chosen one opens with its fields and its decisions. */
export function ItemList({
  answer,
  chosen,
  choose,
}: {
  readonly answer: DocumentJson;
  readonly chosen: string | null;
  readonly choose: (id: string | null) => void;
}) {
  const { t } = useTranslation();
  return (
    <ul className={classes.items} aria-label={t('document.items')}>
      {answer.items.map((item) => (
        <li key={item.key} className={classes.item} data-chosen={item.key === chosen || undefined}>
          <UnstyledButton
            className={classes.choose}
            aria-expanded={item.key === chosen}
            onClick={() => {
              choose(item.key === chosen ? null : item.key);
              document.getElementById(`mark-${item.key}`)?.scrollIntoView({ block: 'center' });
            }}
          >
            <ReviewBadge state={item.review.state} />{' '}
            <Badge variant="default" tt="none">
              {t(`mark.${item.kind}`)}
            </Badge>{' '}
            <Name text={item.span.quote} />
            <Text size="xs" c="dimmed" component="span" display="block">
              {summaryOf(item)}
              {item.from !== 'rules' && ` · ${t(`document.from.${item.from}`)}`}
              {!item.read && ` · ${t('document.notRead')}`}
            </Text>
          </UnstyledButton>
          {item.key === chosen && <ItemDecision document={answer} item={item} />}
        </li>
      ))}
    </ul>
  );
}
