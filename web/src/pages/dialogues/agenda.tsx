import { Badge, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Answered } from '../../../../src/contract/index.ts';
import type { Operations } from '../../api/addresses.ts';
import { addressOf, ask } from '../../api/ask.ts';
import { AnchorLink } from '../../parts/anchor-link.tsx';
import { ClockFields } from '../../parts/clock-fields.tsx';
import { Code, Name } from '../../parts/name.tsx';
import { Page } from '../../parts/page.tsx';
import { usePartyName } from '../../parts/party.ts';
import { Answer, Empty } from '../../parts/states.tsx';
import { Cited } from './cited.tsx';

type Agenda = Answered<Operations['agenda']>;

/** What two parties should have before them when they next meet; printed, it is the brief. */
export function AgendaPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const partyName = usePartyName();
  const search = useSearch({ from: '/agenda' });
  const { a, b, ...clocks } = search;
  const query = { ...clocks, a: a ?? '', b: b ?? '' } as { a: string; b: string };
  const agenda = useQuery({
    queryKey: ['agenda', query],
    queryFn: ({ signal }) => ask('agenda', { query, signal }),
    enabled: a !== undefined && b !== undefined,
  });
  return (
    <Page
      title={t('agenda.title', { a: partyName(a ?? '?'), b: partyName(b ?? '?') })}
      lead={t('agenda.lead')}
      json={addressOf('agenda', { query })}
      actions={
        <ClockFields
          value={clocks}
          change={(next) =>
            void navigate({ to: '/agenda', search: { ...(a && { a }), ...(b && { b }), ...next } })
          }
        />
      }
    >
      {a === undefined || b === undefined ? (
        <Empty title={t('agenda.who')} />
      ) : (
        <Answer query={agenda}>{(data) => <Brief agenda={data} />}</Answer>
      )}
    </Page>
  );
}

function Brief({ agenda }: { readonly agenda: Agenda }) {
  const { t } = useTranslation();
  const partyName = usePartyName();
  return (
    <>
      <Text size="sm" c="dimmed">
        {t('agenda.asOf')} <Code text={agenda.asOf} />
        {agenda.knownAt !== null && (
          <>
            , {t('agenda.knownAt')} <Code text={agenda.knownAt} />
          </>
        )}
        {agenda.since !== null && (
          <>
            . {t('agenda.since')} <Code text={agenda.since} />
          </>
        )}
      </Text>
      {agenda.limits.map((limit) => (
        <Text key={limit} size="sm">
          ⚠ <bdi lang="en">{limit}</bdi>
        </Text>
      ))}
      <Section title={t('agenda.groups')} empty={agenda.groups.length === 0}>
        <Groups agenda={agenda} />
      </Section>
      <Section title={t('agenda.promises')} empty={agenda.promises.length === 0}>
        {agenda.rollUp.map((roll) => (
          <Text key={roll.party} size="sm">
            {partyName(roll.party)}:{' '}
            {t('agenda.roll', {
              count: roll.promises,
              open: roll.open,
              overdue: roll.overdue,
              stale: roll.stale,
            })}{' '}
            {roll.coverage.words}
          </Text>
        ))}
        {agenda.plans.flatMap((plan) =>
          plan.counts.map((count) => (
            <Text key={`${plan.party} ${count.by} ${count.basis}`} size="sm">
              {plan.party}: {count.words} ({count.by}, <Code text={count.date} />)
            </Text>
          )),
        )}
        <ol>
          {agenda.promises.map((promise) => (
            <li key={promise.id}>
              {promise.overdue && (
                <Badge color="red" variant="light" tt="none" me={6}>
                  {t('agenda.overdue')}
                </Badge>
              )}
              <Name text={promise.verbatim ? `“${promise.text}”` : promise.text} />
              <Text size="xs" c="dimmed">
                {promise.obligors.map(partyName).join(', ')} · {t(`speechAct.${promise.act}`)} ·{' '}
                {t(`topic.${promise.topic}`)}
                {promise.made !== null && (
                  <>
                    {' · '}
                    <Code text={promise.made} />
                  </>
                )}
                {promise.measurable ? '' : ` · ${t('reader.notMeasurable')}`}
                {promise.findings.map(
                  (finding) => ` · ${finding.assessor}: ${t(`result.${finding.result}`)}`,
                )}
              </Text>
            </li>
          ))}
        </ol>
      </Section>
      <Section title={t('agenda.incidents')} empty={agenda.incidents.length === 0}>
        <ul>
          {agenda.incidents.map((incident) => (
            <li key={`${incident.date} ${incident.quote}`}>
              <Code text={incident.date ?? '?'} /> {incident.place ?? incident.country ?? ''}:{' '}
              <Name text={incident.quote} />
              {incident.words.map((word) => (
                <Text key={`${word.kind} ${word.quote}`} size="sm">
                  {t(`agenda.${word.kind}`)} {word.by ?? ''}: “<Name text={word.quote} />”
                </Text>
              ))}
              <Text size="xs" c="dimmed">
                {incident.source} · {t(`agenda.${incident.standing}`)}
              </Text>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('agenda.accusations')} empty={agenda.accusations.length === 0}>
        <ul>
          {agenda.accusations.map((accusation) => (
            <li key={accusation.quote}>
              {accusation.accuser ?? '?'} → {accusation.accused}: {accusation.act} {accusation.of}. “
              <Name text={accusation.quote} />”
              {accusation.denial !== null && (
                <Text size="sm">
                  {t('agenda.denial')}: “<Name text={accusation.denial} />”
                </Text>
              )}
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('agenda.changes')} empty={agenda.changes.length === 0}>
        <ul>
          {agenda.changes.map((change) => (
            <li key={`${change.date} ${change.list} ${change.entity} ${change.what} ${change.programme}`}>
              <Code text={change.date} /> <Code text={change.list} />: {t(`agenda.what.${change.what}`)}{' '}
              <Name text={change.name ?? change.caption} /> {change.programme ?? ''}
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('agenda.sources')} empty={agenda.sources.length === 0}>
        <Cited sources={agenda.sources} />
      </Section>
    </>
  );
}

function Section({
  title,
  empty,
  children,
}: {
  readonly title: string;
  readonly empty: boolean;
  readonly children: React.ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <section aria-label={title}>
      <Title order={2} size="h4" mt="lg" mb={4}>
        {title}
      </Title>
      {empty ? (
        <Text size="sm" c="dimmed">
          {t('agenda.nothing')}
        </Text>
      ) : (
        children
      )}
    </section>
  );
}

/** Groups where the two differ first: who lists it, since when and as what. */
function Groups({ agenda }: { readonly agenda: Agenda }) {
  const { t } = useTranslation();
  const partyName = usePartyName();
  const columns = [...agenda.parties, 'UN'].filter((side) =>
    agenda.groups.some((group) => group.sides[side] !== undefined),
  );
  return (
    <Table.ScrollContainer minWidth={560}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('agenda.group')}</Table.Th>
            {columns.map((side) => (
              <Table.Th key={side}>{side === 'UN' ? side : partyName(side)}</Table.Th>
            ))}
            <Table.Th>{t('agenda.first')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {agenda.groups.map((group) => (
            <Table.Tr key={group.entity}>
              <Table.Th scope="row">
                <AnchorLink to="/entities/$id" params={{ id: group.entity }} size="sm">
                  <Name text={group.caption} />
                </AnchorLink>
              </Table.Th>
              {columns.map((side) => {
                const view = group.sides[side];
                return (
                  <Table.Td key={side}>
                    {view === undefined || view.listed === 'not-listed'
                      ? t('matrix.not-listed')
                      : t(`matrix.${view.listed}`)}
                    {view?.lines.map((line) => (
                      <Text key={`${line.list} ${line.since}`} size="xs" c="dimmed">
                        <Code text={`${line.list} ${line.since.replace(/^\.\.\//, '≤ ')}`} />{' '}
                        {line.name ?? ''}
                      </Text>
                    ))}
                  </Table.Td>
                );
              })}
              <Table.Td>
                {group.first === null || group.first === 'UN' ? group.first : partyName(group.first)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
