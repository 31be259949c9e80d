import { Text, Title, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Name } from '../../parts/name.tsx';
import type { DocumentJson, ItemJson } from './document-json.ts';
import { ItemDecision } from './item-decision.tsx';
import { summaryOf } from './item-summary.ts';
import classes from './reading-list.module.css';
import { ReviewBadge } from './review-badge.tsx';

/** The items by kind, each in the order of the text; the chosen one opens with its fields and its decisions. */
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
  return ORDER.map((kind) => {
    const items = answer.items.filter((item) => item.kind === kind);
    if (items.length === 0) return null;
    return (
      <section key={kind} aria-label={t(`mark.${kind}`)}>
        <Title order={2} size="h5" mt="sm" mb={2}>
          {t(`mark.${kind}`)}
        </Title>
        <ul className={classes.items}>
          {items.map((item) => (
            <li key={item.key} className={classes.item} data-chosen={item.key === chosen || undefined}>
              <UnstyledButton
                className={classes.choose}
                aria-expanded={item.key === chosen}
                onClick={() => {
                  choose(item.key === chosen ? null : item.key);
                  document.getElementById(`mark-${item.key}`)?.scrollIntoView({ block: 'center' });
                }}
              >
                <ReviewBadge state={item.review.state} /> <Name text={item.span.quote} />
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
      </section>
    );
  });
}

/** What a person needs to look at first stands first; names, of which there are most, last. */
const ORDER: readonly ItemJson['kind'][] = [
  'check',
  'wording',
  'attribution',
  'allegation',
  'commitment',
  'position',
  'event',
  'casualty',
  'mention',
];
