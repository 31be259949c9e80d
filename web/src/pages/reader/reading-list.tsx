import { Badge, Text, Title, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReadingJson } from '../../../../src/contract/index.ts';
import { AnchorLink } from '../../parts/anchor-link.tsx';
import { Code, Name } from '../../parts/name.tsx';
import type { MarkKind } from './marks.ts';
import classes from './reading-list.module.css';

interface ListProps {
  readonly reading: ReadingJson;
  readonly chosen: string | null;
  readonly choose: (id: string) => void;
}

const VERDICT_COLOR = {
  supported: 'green',
  contradicted: 'red',
  'agent-unstated': 'yellow',
  'not-in-record': 'gray',
  'list-not-loaded': 'gray',
} as const;

/** What a reading found, kind by kind: what a person needs first stands first. */
export function ReadingList({ reading, chosen, choose }: ListProps) {
  const { t } = useTranslation();
  const section = (kind: MarkKind, items: readonly ReactNode[], links: readonly ReactNode[] = []) =>
    items.length === 0 ? null : (
      <section key={kind} aria-label={t(`marks.${kind}`)}>
        <Title order={2} size="h5" mt="sm" mb={4}>
          {t(`marks.${kind}`)}
        </Title>
        <ul className={classes.items}>
          {items.map((item, index) => {
            const id = `${kind}-${index}`;
            return (
              <li key={id} data-chosen={id === chosen || undefined} className={classes.item}>
                <UnstyledButton
                  className={classes.choose}
                  onClick={() => {
                    choose(id);
                    document.getElementById(`mark-${id}`)?.scrollIntoView({ block: 'center' });
                  }}
                  aria-pressed={id === chosen}
                >
                  {item}
                </UnstyledButton>
                {links[index]}
              </li>
            );
          })}
        </ul>
      </section>
    );
  return (
    <>
      {section(
        'check',
        reading.checks.map((check) => <CheckItem key={check.span.start} check={check} />),
      )}
      {section(
        'attribution',
        reading.attributions.map((item) => (
          <Line
            key={item.span.start}
            word={t(`attribution.${item.kind}`)}
            text={item.actor?.text ?? t('reader.nobody')}
            rest={[
              item.speaker === null ? null : t('reader.saysWho', { who: item.speaker.text }),
              item.reporter === null ? null : t('reader.reportedBy', { who: item.reporter }),
              item.hedge === null ? null : `“${item.hedge}”`,
            ]}
          />
        )),
      )}
      {section(
        'allegation',
        reading.allegations.map((item) => (
          <Line
            key={item.span.start}
            word={t('reader.alleged')}
            text={`${item.accuser?.text ?? '?'} → ${item.accused.text}`}
            rest={[`${item.act} ${item.of.text}`, item.denial === null ? null : t('reader.denied')]}
          />
        )),
      )}
      {section(
        'commitment',
        reading.commitments.map((item) => (
          <Line
            key={item.span.start}
            word={t(`speechAct.${item.speechAct}`)}
            text={item.span.quote}
            rest={[
              item.parties.join(', '),
              t(`topic.${item.topic}`),
              item.measurable ? t('reader.measurable') : `${t('reader.notMeasurable')}: ${item.why}`,
            ]}
          />
        )),
      )}
      {section(
        'event',
        reading.events.map((item) => (
          <Line
            key={item.id}
            word={t(`event.${item.type}`)}
            text={item.span.quote}
            rest={[
              item.when?.value ?? null,
              item.where?.text ?? item.where?.country ?? null,
              t(`eventStatus.${item.status}`),
              item.killed === null ? null : t('reader.killed', { count: item.killed.low }),
            ]}
          />
        )),
      )}
      {section(
        'mention',
        reading.mentions.map((item) => <MentionItem key={item.span.start} mention={item} />),
        reading.mentions.map((item) => <EntityLink key={item.span.start} mention={item} />),
      )}
    </>
  );
}

function Line({
  word,
  text,
  rest,
}: {
  readonly word: string;
  readonly text: string;
  readonly rest: readonly (string | null)[];
}) {
  return (
    <>
      <Badge variant="light" color="gray" tt="none" me={6}>
        {word}
      </Badge>
      <Name text={text} />
      <Text size="xs" c="dimmed">
        {rest.filter((part) => part !== null && part !== '').join(' · ')}
      </Text>
    </>
  );
}

function CheckItem({ check }: { readonly check: ReadingJson['checks'][number] }) {
  const { t } = useTranslation();
  return (
    <>
      <Badge variant="light" color={VERDICT_COLOR[check.verdict]} tt="none" me={6}>
        {t(`verdict.${check.verdict}`)}
      </Badge>
      <Name text={check.claim} />
      <Text size="xs" c="dimmed">
        <Name text={check.note} />
      </Text>
      {check.because.map((fact) => (
        <Text key={`${fact.list} ${fact.reference} ${fact.from}`} size="xs">
          <Code
            text={`${fact.list}${fact.reference === '' ? '' : `:${fact.reference}`} ${fact.from ?? '?'} – ${fact.to ?? ''} ${fact.programmes.join(', ')}`}
          />
        </Text>
      ))}
    </>
  );
}

function MentionItem({ mention }: { readonly mention: ReadingJson['mentions'][number] }) {
  const { t } = useTranslation();
  return (
    <>
      <Badge variant="light" color="gray" tt="none" me={6}>
        {t(`mentionKind.${mention.kind}`)}
      </Badge>
      <Name text={mention.span.quote} />
      {mention.candidates.length > 1 && (
        <Text size="xs" c="dimmed">
          {t('reader.mayBe')}: {mention.candidates.map(({ caption }) => caption).join(', ')}
        </Text>
      )}
      {mention.flags.length > 0 && (
        <Text size="xs" c="dimmed">
          {mention.flags.map((flag) => t(`flag.${flag}`)).join(', ')}
        </Text>
      )}
    </>
  );
}

function EntityLink({ mention }: { readonly mention: ReadingJson['mentions'][number] }) {
  if (mention.entity === null) return null;
  return (
    <Text size="xs" ps={8}>
      <AnchorLink to="/entities/$id" params={{ id: mention.entity }}>
        <Name text={mention.caption ?? mention.entity} />
      </AnchorLink>
    </Text>
  );
}
