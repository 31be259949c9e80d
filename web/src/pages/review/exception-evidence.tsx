import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Answered } from '../../../../src/contract/index.ts';
import type { Operations } from '../../api/addresses.ts';
import { AnchorLink } from '../../parts/anchor-link.tsx';
import { Code, Name } from '../../parts/name.tsx';

/** An exception, as the API tells it. */
export type ExceptionJson = Answered<Operations['exceptions']>['exceptions'][number];

type Fact = ExceptionJson['changes']['added'][number];

/** What is kept of a match, as far as it is shown. */
interface Evidence {
  readonly score?: number;
  readonly rules?: string;
  readonly explanation?: { readonly sentence?: string };
  readonly snapshots?: readonly { readonly id: string; readonly observed: string }[];
}

/** Who was asked about and who was hit, why it hit, who said what, and what is otherwise since. */
export function ExceptionEvidence({ exception }: { readonly exception: ExceptionJson }) {
  const { t, i18n } = useTranslation();
  const { query, caption, entity, proposed, approved, changes, questionNow, until, reason } = exception;
  const evidence = exception.evidence as Evidence;
  const when = (at: string) => new Date(at).toLocaleString(i18n.language);
  return (
    <>
      <Text>
        {t('exception.asked')} <Name text={textOf(query)} />
        <br />
        {t('exception.hit')}{' '}
        <AnchorLink to="/entities/$id" params={{ id: entity }} search={{ knownAt: proposed.at.slice(0, 10) }}>
          <Name text={caption} />
        </AnchorLink>
      </Text>
      <Text size="sm">
        <bdi lang="en">{evidence.explanation?.sentence}</bdi>
      </Text>
      <Text size="sm" c="dimmed">
        {t('exception.frozen', {
          score: (evidence.score ?? 0).toFixed(2),
          rules: evidence.rules ?? '',
          lists: (evidence.snapshots ?? []).map(({ id, observed }) => `${id} ${observed}`).join(', '),
        })}
      </Text>
      <Text size="sm">
        {t('review.proposedBy', { who: proposed.by, when: when(proposed.at) })}:{' '}
        {t(`review.reasons.${reason}`)}: <Name text={proposed.why} /> ({t('screen.until', { day: until })})
      </Text>
      {approved !== null && (
        <Text size="sm">
          {t('document.approvedBy', { who: approved.by })}, {when(approved.at)}: <Name text={approved.why} />
        </Text>
      )}
      {questionNow !== null && (
        <Text size="sm">
          {t('exception.askedNow')} <Name text={textOf(questionNow)} />
        </Text>
      )}
      {changes.added.length + changes.removed.length > 0 && (
        <Table.ScrollContainer minWidth={320}>
          <Table captionSide="top">
            <Table.Caption>{t('exception.changed')}</Table.Caption>
            <Table.Tbody>
              <Facts facts={changes.removed} came={false} />
              <Facts facts={changes.added} came />
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </>
  );
}

function Facts({ facts, came }: { readonly facts: readonly Fact[]; readonly came: boolean }) {
  const { t } = useTranslation();
  return facts.map(({ record, property, text }) => (
    <Table.Tr key={`${came} ${record} ${property} ${text}`}>
      <Table.Th scope="row">
        {property === 'designation' ? t('exception.designation') : t(`property.${property}`, property)}{' '}
        <Text component="span" size="xs" c="dimmed">
          <Code text={record} />
        </Text>
      </Table.Th>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>
        {t(came ? 'exception.came' : 'exception.went')}{' '}
        {came ? (
          <ins>
            <Name text={text} />
          </ins>
        ) : (
          <del>
            <Name text={text} />
          </del>
        )}
      </Table.Td>
    </Table.Tr>
  ));
}

/** A question in one line: its name, then what else it says. */
function textOf({ name, ...facts }: Readonly<Record<string, unknown>>): string {
  const said = Object.values(facts).map((value) => (Array.isArray(value) ? value.join(', ') : String(value)));
  return [String(name), ...said].join(' · ');
}
