import { Group, NativeSelect, Table, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Answered, ReadingJson } from '../../../../src/contract/index.ts';
import type { Operations } from '../../api/addresses.ts';
import { addressOf, ask } from '../../api/ask.ts';
import { AnchorLink } from '../../parts/anchor-link.tsx';
import { Code, Name } from '../../parts/name.tsx';
import { Page } from '../../parts/page.tsx';
import { usePartyName } from '../../parts/party.ts';
import { Answer, Empty } from '../../parts/states.tsx';
import { IncidentsMap } from './incidents-map.tsx';
import { NUMERIC } from './tables/country-numbers.ts';
import { Timeline } from './timeline.tsx';

type WireEvent = ReadingJson['events'][number];
type Incident = Answered<Operations['incidents']>['incidents'][number];

/** The kinds of event that reports tell of, as `event.…` names them. */
const KINDS = [
  'attack',
  'arrest',
  'operation',
  'designation',
  'amendment',
  'delisting',
  'ban',
  'dialogue',
  'visit',
  'agreement',
  'statement',
  'trial',
  'aid',
  'financing',
] as const satisfies readonly WireEvent['type'][];

/** What happened as the kept documents tell it: map, timeline and table of the same incidents. */
export function IncidentsPage() {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const search = useSearch({ from: '/incidents' });
  const { event: chosen, ...question } = search;
  const query = { ...question, limit: 500 } as Record<string, string> & { limit: number };
  const incidents = useQuery({
    queryKey: ['incidents', question],
    queryFn: ({ signal }) => ask('incidents', { query, signal }),
  });
  const go = (next: Readonly<Record<string, string | undefined>>) =>
    void navigate({ to: '/incidents', search: { ...search, ...next }, replace: true, resetScroll: false });
  const partyName = usePartyName();
  const day = (name: 'from' | 'to') => (
    <TextInput
      type="date"
      label={t(`incidents.${name}`)}
      value={search[name] ?? ''}
      onChange={(event) => go({ [name]: event.currentTarget.value || undefined })}
    />
  );
  const choice = (name: 'country' | 'type' | 'actor', values: readonly (readonly [string, string])[]) => (
    <NativeSelect
      label={t(`incidents.${name}`)}
      value={(name === 'country' ? search.country?.toUpperCase() : search[name]) ?? ''}
      onChange={(event) => go({ [name]: event.currentTarget.value || undefined })}
      maw={220}
      data={[{ value: '', label: t('incidents.any') }, ...values.map(([value, label]) => ({ value, label }))]}
    />
  );
  const countries = Object.keys(NUMERIC)
    .map((code) => [code, partyName(code)] as const)
    .sort(([, a], [, b]) => a.localeCompare(b, i18n.language));
  return (
    <Page title={t('incidents.title')} lead={t('incidents.lead')} json={addressOf('incidents', { query })}>
      <Group className="no-print" gap="sm" mb="sm">
        {day('from')}
        {day('to')}
        {choice('country', countries)}
        {choice(
          'type',
          KINDS.map((kind) => [kind, t(`event.${kind}`)]),
        )}
        {choice('actor', actorsIn(incidents.data?.incidents ?? [], search.actor))}
      </Group>
      <Answer query={incidents}>
        {(data) =>
          data.incidents.length === 0 ? (
            <Empty title={t('incidents.none')}>{t('incidents.noneWhat')}</Empty>
          ) : (
            <>
              <IncidentsMap
                chosen={chosen}
                incidents={data.incidents.map((incident) => ({
                  id: incident.id,
                  label: `${incident.date ?? '?'} ${incident.type} ${incident.place ?? incident.country ?? ''}`,
                  place: incident.place,
                  country: incident.country,
                }))}
              />
              <Timeline incidents={data.incidents} />
              <IncidentsTable incidents={data.incidents} chosen={chosen} />
            </>
          )
        }
      </Answer>
    </Page>
  );
}

/** Who is named as having done it, by id and name; whoever is asked for already is among them. */
function actorsIn(
  incidents: readonly Incident[],
  asked: string | undefined,
): readonly (readonly [string, string])[] {
  const found = new Map(asked === undefined ? [] : [[asked, asked]]);
  for (const { attributions } of incidents)
    for (const { actor } of attributions)
      if (actor !== null && actor.entity !== null) found.set(actor.entity, actor.text);
  return [...found].sort(([, a], [, b]) => a.localeCompare(b));
}

function IncidentsTable({
  incidents,
  chosen,
}: {
  readonly incidents: readonly Incident[];
  readonly chosen: string | undefined;
}) {
  const { t } = useTranslation();
  const partyName = usePartyName();
  return (
    <Table.ScrollContainer minWidth={760}>
      <Table verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('incidents.when')}</Table.Th>
            <Table.Th>{t('incidents.what')}</Table.Th>
            <Table.Th>{t('incidents.where')}</Table.Th>
            <Table.Th>{t('incidents.harm')}</Table.Th>
            <Table.Th>{t('incidents.who')}</Table.Th>
            <Table.Th>{t('incidents.told')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {incidents.map((incident) => (
            <Table.Tr
              key={incident.id}
              bg={incident.id === chosen ? 'var(--mantine-color-default-hover)' : ''}
            >
              <Table.Td>
                <AnchorLink
                  to="/incidents"
                  search={(asked) => ({ ...asked, event: incident.id })}
                  replace
                  size="sm"
                >
                  <Code text={incident.date ?? t('incidents.undated')} />
                </AnchorLink>
              </Table.Td>
              <Table.Td>
                {t(`event.${incident.type}`, incident.type)}
                {incident.subtype !== null && ` (${incident.subtype})`}
                <Text size="xs" c="dimmed">
                  {t(`eventStatus.${incident.status}`, incident.status)} ·{' '}
                  {t(`incidents.${incident.standing}`)}
                </Text>
              </Table.Td>
              <Table.Td>
                <Name text={incident.place ?? ''} />{' '}
                {incident.country !== null && partyName(incident.country)}
                <Text size="xs" c="dimmed">
                  {incident.placePrecision !== null && t(`incidents.precision.${incident.placePrecision}`)}
                </Text>
              </Table.Td>
              <Table.Td>
                <Toll incident={incident} />
              </Table.Td>
              <Table.Td>
                {incident.attributions.map((attribution) => (
                  <div key={`${attribution.kind} ${attribution.actor?.text} ${attribution.at.start}`}>
                    {t(`attribution.${attribution.kind}`, attribution.kind)}:{' '}
                    {attribution.actor?.entity == null ? (
                      <Name text={attribution.actor?.text ?? t('reader.nobody')} />
                    ) : (
                      <AnchorLink to="/entities/$id" params={{ id: attribution.actor.entity }} size="sm">
                        <Name text={attribution.actor.text} />
                      </AnchorLink>
                    )}
                    <Text size="xs" c="dimmed">
                      {[...attribution.speakers, ...attribution.reporters].join(', ')}
                    </Text>
                  </div>
                ))}
              </Table.Td>
              <Table.Td>
                {incident.documents.map((document) => (
                  <div key={`${document.id} ${document.item}`}>
                    <AnchorLink
                      to="/documents/$id"
                      params={{ id: document.id }}
                      search={{ item: document.item }}
                      size="sm"
                    >
                      {document.publisher ?? document.agency ?? document.id}
                    </AnchorLink>{' '}
                    <Code text={document.day} />
                  </div>
                ))}
                <Text size="xs" c="dimmed">
                  {t('incidents.origins', { count: incident.origins })}
                </Text>
                {incident.differences.map((difference) => (
                  <Text key={`${difference.about} ${difference.of}`} size="xs">
                    {t('incidents.differ', { about: t(`incidents.about.${difference.about}`) })}{' '}
                    {difference.versions.map(({ says }) => says).join(' / ')}
                  </Text>
                ))}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

/** How many were killed and injured, as a range, and who says so. */
function Toll({ incident }: { readonly incident: Incident }) {
  const { t } = useTranslation();
  const range = ({ low, high }: { low: number; high: number | null }) =>
    high === null ? `${low}+` : high === low ? `${low}` : `${low}–${high}`;
  return (
    <>
      {incident.killed !== null && (
        <div>
          {t('incidents.killed')}: <Code text={range(incident.killed)} />
        </div>
      )}
      {incident.injured !== null && (
        <div>
          {t('incidents.injured')}: <Code text={range(incident.injured)} />
        </div>
      )}
      {incident.figures.map((figure) => (
        <Text key={`${figure.kind} ${figure.category} ${figure.at.start} ${figure.low}`} size="xs" c="dimmed">
          {range(figure)} {t(`incidents.${figure.kind}`)},{' '}
          {t(`incidents.category.${figure.category}`, figure.category)}:{' '}
          {figure.sources.map((who) => who ?? t('incidents.theReport')).join(', ')}
        </Text>
      ))}
    </>
  );
}
