import { Card, Group, Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ScreenAnswerJson } from '../../../../src/contract/index.ts';
import { AnchorLink } from '../../parts/anchor-link.tsx';
import { ListingBadge } from '../../parts/listing-badge.tsx';
import { Code, Name } from '../../parts/name.tsx';
import { Empty } from '../../parts/states.tsx';
import { ExceptHit, MetException } from './except-hit.tsx';
import { MatchWhy } from './match-why.tsx';
import type { ScreenSearch } from './screen-search.ts';

type Result = ScreenAnswerJson['results'][number];

/** What was found, best first; when that is nothing, what was searched and as of when. */
export function ScreenResults({
  answer,
  search,
}: {
  readonly answer: ScreenAnswerJson;
  readonly search: ScreenSearch;
}) {
  const { t } = useTranslation();
  return (
    <section aria-label={t('screen.results')}>
      <Searched answer={answer} />
      {answer.results.length === 0 ? (
        <Empty title={t('screen.none')}>{t('screen.noneWhat')}</Empty>
      ) : (
        <Stack gap="sm" component="ol" style={{ listStyle: 'none', padding: 0, margin: 0 }}>
          {answer.results.map((result) => (
            <li key={result.id}>
              <ResultCard result={result} answer={answer} search={search} />
            </li>
          ))}
        </Stack>
      )}
    </section>
  );
}

function Searched({ answer }: { readonly answer: ScreenAnswerJson }) {
  const { t, i18n } = useTranslation();
  const number = new Intl.NumberFormat(i18n.language);
  const { lists, names, entities } = answer.searched;
  return (
    <details style={{ marginBlockEnd: 12 }}>
      <summary>
        {t('screen.searched', {
          hits: number.format(answer.results.length),
          names: number.format(names),
          entities: number.format(entities),
          count: lists.length,
          asOf: answer.asOf ?? t('screen.today'),
        })}
        {answer.knownAt !== null && ` ${t('screen.knownAt', { day: answer.knownAt })}`}
      </summary>
      <Table mt="xs" withRowBorders={false}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('screen.list')}</Table.Th>
            <Table.Th>{t('screen.observed')}</Table.Th>
            <Table.Th>{t('screen.records')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lists.map((list) => (
            <Table.Tr key={list.id}>
              <Table.Td>
                <Code text={list.id} />
              </Table.Td>
              <Table.Td>
                <Code text={list.observed} />
              </Table.Td>
              <Table.Td>{number.format(list.records)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </details>
  );
}

function ResultCard({
  result,
  answer,
  search,
}: {
  readonly result: Result;
  readonly answer: ScreenAnswerJson;
  readonly search: ScreenSearch;
}) {
  const { t } = useTranslation();
  const { asOf, knownAt } = search;
  const clocks = { ...(asOf === undefined ? {} : { asOf }), ...(knownAt === undefined ? {} : { knownAt }) };
  const open = search.why === result.id;
  return (
    <Card
      withBorder
      padding="sm"
      style={result.exception?.state === 'active' ? { borderStyle: 'dashed' } : {}}
    >
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div style={{ minWidth: 0 }}>
          <Title order={2} size="h4" style={{ overflowWrap: 'anywhere' }}>
            <AnchorLink to="/entities/$id" params={{ id: result.id }} search={clocks}>
              <Name text={result.caption} />
            </AnchorLink>
          </Title>
          <Text size="sm">
            {t('screen.matchedOn')} <Name text={result.matchedName.text} />{' '}
            <Text component="span" c="dimmed" size="sm">
              ({t(`nameKind.${result.matchedName.kind}`)}, {t(`strength.${result.matchedName.strength}`)},{' '}
              <Code text={result.matchedName.list} />)
            </Text>
          </Text>
        </div>
        <Text ta="end" style={{ whiteSpace: 'nowrap' }}>
          <Text component="span" fw={700} size="xl">
            <Code text={result.score.toFixed(2)} />
          </Text>
          <br />
          <Text component="span" size="xs" c={result.match ? '' : 'dimmed'}>
            {t(result.match ? 'screen.above' : 'screen.below', { threshold: answer.threshold })}
          </Text>
        </Text>
      </Group>
      {result.exception !== undefined && <MetException exception={result.exception} />}
      <Text size="sm" my={6}>
        <bdi lang="en">{result.explanation.sentence}</bdi>
      </Text>
      <Listings result={result} />
      <AnchorLink
        to="/screen"
        search={open ? { ...search, why: undefined } : { ...search, why: result.id }}
        replace
        size="sm"
        className="no-print"
        aria-expanded={open}
      >
        {t(open ? 'screen.hideWhy' : 'screen.showWhy')}
      </AnchorLink>
      {result.exception?.state !== 'active' && (
        <div>
          <ExceptHit result={result} query={answer.query} />
        </div>
      )}
      {open && <MatchWhy result={result} threshold={answer.threshold} rules={answer.rules} />}
    </Card>
  );
}

function Listings({ result }: { readonly result: Result }) {
  const { t } = useTranslation();
  if (result.listings.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('screen.noListing')}
      </Text>
    );
  return (
    <ul style={{ listStyle: 'none', padding: 0, margin: '4px 0', display: 'grid', gap: 4 }}>
      {result.listings.map((listing) => (
        <li key={`${listing.list} ${listing.reference}`}>
          <Group gap={8} wrap="wrap">
            <ListingBadge status={listing.status} />
            <Text size="sm" component="span">
              <Code text={`${listing.list}${listing.reference === null ? '' : `:${listing.reference}`}`} />
            </Text>
            <Text size="sm" c="dimmed" component="span">
              {listing.effective.from !== null && t('screen.since', { day: listing.effective.from })}
              {listing.effective.to !== null && ` ${t('screen.until', { day: listing.effective.to })}`}
              {listing.programmes.length > 0 && ` · ${listing.programmes.join(', ')}`}
            </Text>
          </Group>
        </li>
      ))}
    </ul>
  );
}
