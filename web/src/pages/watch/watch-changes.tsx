import { Badge, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AnchorLink } from '../../parts/anchor-link.tsx';
import { Code, Name } from '../../parts/name.tsx';
import type { WatchChange } from './watch-json.ts';

const LOOKS = {
  new: ['red', '●'],
  gone: ['gray', '○'],
  score: ['yellow', '◐'],
} as const;

/** What a run found to be otherwise than the run before, each with the change of a list that did it. */
export function WatchChanges({ changes }: { readonly changes: readonly WatchChange[] }) {
  const { t, i18n } = useTranslation();
  if (changes.length === 0) return <Text my="xs">{t('watch.noChange')}</Text>;
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent' });
  return (
    <ul style={{ listStyle: 'none', padding: 0 }}>
      {changes.map((change) => {
        const [color, sign] = LOOKS[change.kind];
        return (
          <li
            key={`${change.watch} ${change.entity} ${change.kind}`}
            style={{ paddingBlock: 6, borderBlockEnd: '1px solid var(--mantine-color-default-border)' }}
          >
            <Badge
              color={color}
              variant="light"
              tt="none"
              me={8}
              leftSection={<span aria-hidden="true">{sign}</span>}
            >
              {t(`watch.kind.${change.kind}`)}
            </Badge>
            <Name text={change.name} />
            {change.reference !== null && (
              <>
                {' '}
                (<Code text={change.reference} />)
              </>
            )}{' '}
            <span aria-hidden="true">→</span>{' '}
            <AnchorLink to="/entities/$id" params={{ id: change.entity }}>
              <Name text={change.caption} />
            </AnchorLink>{' '}
            <Code
              text={[change.before, change.after]
                .map((score) => (score === null ? '–' : percent.format(score)))
                .join(' → ')}
            />
            <Text size="sm" c="dimmed">
              {t('watch.why')}: <Reason reason={change.reason} />
              {change.reason.record !== null && (
                <>
                  {' '}
                  ·{' '}
                  <AnchorLink to="/entities/$id" params={{ id: change.reason.record }} size="sm">
                    <Code text={change.reason.record} />
                  </AnchorLink>
                </>
              )}
              {change.reason.seen !== null && (
                <>
                  {' '}
                  · {t('recordEvent.seen')} <Code text={change.reason.seen} />
                </>
              )}
            </Text>
          </li>
        );
      })}
    </ul>
  );
}

/** Why, in the page's language; a run of before there were kinds has its English sentence alone. */
function Reason({ reason }: { readonly reason: WatchChange['reason'] }) {
  const { t, i18n } = useTranslation();
  const { said, text, list } = reason;
  if (said === undefined || !i18n.exists(`watch.reason.${said.kind}`)) return <Name text={text} />;
  const { kind, before, after, of } = said;
  const property = said.property === null ? '' : t(`property.${said.property}`, said.property);
  const way =
    kind !== 'changed' ? kind : before === null ? 'valueAdded' : after === null ? 'valueRemoved' : kind;
  return (
    <>
      {t(`watch.reason.${way}`, {
        property,
        list: list ?? '',
        before: isolated(before),
        after: isolated(after),
      })}
      {of !== null && (
        <>
          {' '}
          (<Name text={of} />)
        </>
      )}
    </>
  );
}

/** A list's own words within a sentence of the page: kept apart from its direction (UAX 9). */
function isolated(text: string | null): string {
  return text === null ? '' : `\u2068${text}\u2069`;
}
