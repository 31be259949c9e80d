import { Badge, Card, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Code, Name } from '../../parts/name.tsx';
import { usePartyName } from '../../parts/party.ts';
import { Cited } from './cited.tsx';
import type { CommitmentView } from './dossier.ts';

/** A promise: its words, who owes it, how binding and measurable it is, what speaks for and against, who judged it. */
export function CommitmentCard({ view, open }: { readonly view: CommitmentView; readonly open: boolean }) {
  const { t } = useTranslation();
  const partyName = usePartyName();
  const { commitment, evidence, assessments, due } = view;
  return (
    <Card withBorder padding="xs" my={6} style={open ? { borderWidth: 2 } : undefined}>
      <Group gap={6} mb={2}>
        <Badge variant="light" tt="none" color={view.open ? 'blue' : 'gray'}>
          {t(view.open ? 'commitment.open' : 'commitment.closed')}
        </Badge>
        <Badge variant="default" tt="none">
          {t(`speechAct.${commitment.act}`)}, {t(`binding.${commitment.binding}`)}
        </Badge>
        {commitment.standing === 'proposed' && (
          <Badge variant="outline" color="orange" tt="none">
            {t('commitment.proposed')}
          </Badge>
        )}
        {view.stale && (
          <Badge variant="light" color="yellow" tt="none">
            {t('commitment.stale')}
          </Badge>
        )}
        <Text size="xs" c="dimmed">
          <Code text={commitment.id} />
        </Text>
      </Group>
      <Text>
        {commitment.verbatim ? '“' : ''}
        <Name text={commitment.text} />
        {commitment.verbatim ? '”' : ''}
      </Text>
      <Text size="sm" c="dimmed">
        {commitment.obligors.map(partyName).join(', ')} · {t(`topic.${commitment.topic}`)} ·{' '}
        {commitment.measurable ? t('reader.measurable') : `${t('reader.notMeasurable')} (${commitment.why})`}{' '}
        · {t('commitment.due')}: {due.from === null && due.to === null ? t('commitment.noDate') : null}
        {(due.from !== null || due.to !== null) && (
          <Code text={[due.from, due.to].filter((day) => day !== null).join(' – ')} />
        )}
      </Text>
      <Text size="sm">
        {t('commitment.evidence', {
          supports: evidence.supports.pieces,
          supportOrigins: evidence.supports.origins,
          contradicts: evidence.contradicts.pieces,
          contradictOrigins: evidence.contradicts.origins,
        })}
      </Text>
      {view.agreement.map(({ party, state }) => (
        <Text key={party} size="sm">
          {partyName(party)}: {t(`agreement.${state}`)}
        </Text>
      ))}
      {assessments.map(({ assessment, current, replies, replyWindow, restsOnWithdrawn }) => (
        <div
          key={assessment.id}
          style={{
            borderInlineStart: '3px solid var(--mantine-color-default-border)',
            paddingInlineStart: 8,
            marginBlock: 6,
          }}
        >
          <Text size="sm" td={current ? '' : 'line-through'}>
            <strong>{t(`result.${assessment.result}`)}</strong>
            {assessment.count !== null && ` (${assessment.count.done}/${assessment.count.of})`}
            {' · '}
            {partyName(assessment.of)} · {t('commitment.by', { who: assessment.assessor.name })} ·{' '}
            <Code text={assessment.date} /> · {t(`confidence.${assessment.confidence}`)}
          </Text>
          {!current && (
            <Text size="xs" c="dimmed">
              {t('commitment.superseded')}
            </Text>
          )}
          {assessment.reasons.map(({ text }) => (
            <Text key={text} size="sm">
              {text}
            </Text>
          ))}
          {restsOnWithdrawn.length > 0 && (
            <Text size="xs">{t('commitment.restsOnWithdrawn', { count: restsOnWithdrawn.length })}</Text>
          )}
          {replies.map(({ reply, late }) => (
            <Text key={reply.id} size="sm">
              {t('commitment.reply', { who: reply.by })}: <Name text={reply.text} />{' '}
              {late && `(${t('commitment.late')})`}
            </Text>
          ))}
          {replies.length === 0 && replyWindow === 'open' && (
            <Text size="xs" c="dimmed">
              {t('commitment.replyOpen')}
            </Text>
          )}
          <Cited sources={assessment.sources} />
        </div>
      ))}
      {view.selfReports.map((report) => (
        <Text key={report.id} size="sm">
          {t('commitment.says', { who: partyName(report.party) })}
          {report.count !== null && ` ${report.count.done}/${report.count.of}`}: <Name text={report.text} />{' '}
          <Code text={report.date} />
        </Text>
      ))}
      <Cited sources={commitment.sources} />
    </Card>
  );
}
