import { Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { addressOf, ask } from '../../api/ask.ts';
import { AnchorLink } from '../../parts/anchor-link.tsx';
import { ClockFields } from '../../parts/clock-fields.tsx';
import { Code, Name } from '../../parts/name.tsx';
import { Page } from '../../parts/page.tsx';
import { usePartyName } from '../../parts/party.ts';
import { Answer, Empty } from '../../parts/states.tsx';
import { Cited } from './cited.tsx';
import { CommitmentCard } from './commitment-card.tsx';
import type { Dossier } from './dossier.ts';

/** One dialogue: its rounds, newest first, the documents of each, what they promised and what became of it. */
export function DialoguePage() {
  const { t } = useTranslation();
  const partyName = usePartyName();
  const navigate = useNavigate();
  const { id } = useParams({ from: '/dialogues/$id' });
  const search = useSearch({ from: '/dialogues/$id' });
  const { commitment: shown, ...clocks } = search;
  const asked = { params: { series: id }, query: clocks as Record<string, string> };
  const dossier = useQuery({
    queryKey: ['dialogue', id, clocks],
    queryFn: ({ signal }) => ask('dialogue', { ...asked, signal }),
  });
  return (
    <Page
      title={dossier.data?.series[0]?.title ?? id}
      lead={dossier.data?.series[0]?.parties.map(partyName).join(', ')}
      json={addressOf('dialogue', asked)}
      actions={
        <ClockFields
          value={clocks}
          change={(next) => void navigate({ to: '/dialogues/$id', params: { id }, search: next })}
        />
      }
    >
      <Answer query={dossier}>
        {(data) =>
          data.meetings.length === 0 ? (
            <Empty title={t('dialogue.none')} />
          ) : (
            [...data.meetings]
              .sort((a, b) => (a.date < b.date ? 1 : -1))
              .map((meeting) => <Meeting key={meeting.id} dossier={data} meeting={meeting} shown={shown} />)
          )
        }
      </Answer>
    </Page>
  );
}

function Meeting({
  dossier,
  meeting,
  shown,
}: {
  readonly dossier: Dossier;
  readonly meeting: Dossier['meetings'][number];
  readonly shown: string | undefined;
}) {
  const { t } = useTranslation();
  const partyName = usePartyName();
  const documents = dossier.documents.filter((document) => document.meeting === meeting.id);
  const of = (view: Dossier['commitments'][number]) =>
    view.commitment.meeting === meeting.id || documents.some(({ id }) => id === view.commitment.document);
  const promises = dossier.commitments.filter((view) => view.promise && of(view));
  const others = dossier.commitments.filter((view) => !view.promise && of(view));
  return (
    <section aria-labelledby={`meeting-${meeting.id}`}>
      <Title order={2} size="h3" mt="lg" id={`meeting-${meeting.id}`}>
        <Name text={meeting.title} /> <Code text={meeting.date} />
      </Title>
      <Text size="sm" c="dimmed">
        {[
          meeting.place?.text,
          meeting.status === 'planned' ? t('dialogue.planned') : null,
          ...meeting.delegates.map(
            (delegate) =>
              `${partyName(delegate.party)}: ${[delegate.name, delegate.office].filter(Boolean).join(', ')}`,
          ),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      <ul style={{ margin: '6px 0', paddingInlineStart: 18 }}>
        {documents.map((document) => (
          <li key={document.id}>
            {document.title}{' '}
            <Text component="span" size="xs" c="dimmed">
              {t(`standing.${document.standing}`)} ·{' '}
              {document.text === null ? t('dialogue.factsOnly') : t('dialogue.textHeld')}
            </Text>{' '}
            <AnchorLink to="/compare" search={{ b: document.id }} size="xs" className="no-print">
              {t('dialogue.compareThis')}
            </AnchorLink>
            {document.warnings
              .filter((warning) => warning !== 'facts-only')
              .map((warning) => (
                <Text key={warning} size="xs">
                  <bdi lang="en">{warning}</bdi>
                </Text>
              ))}
            <Cited sources={document.sources} />
          </li>
        ))}
      </ul>
      {promises.length > 0 && (
        <>
          <Title order={3} size="h5" mt="xs">
            {t('dialogue.promises', { count: promises.length })}
          </Title>
          {promises.map((view) => (
            <CommitmentCard key={view.commitment.id} view={view} open={view.commitment.id === shown} />
          ))}
        </>
      )}
      {others.length > 0 && (
        <details>
          <summary>{t('dialogue.positions', { count: others.length })}</summary>
          {others.map((view) => (
            <CommitmentCard key={view.commitment.id} view={view} open={false} />
          ))}
        </details>
      )}
    </section>
  );
}
