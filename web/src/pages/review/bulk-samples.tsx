import { Badge, Button, Card, Group, Text, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answered } from '../../../../src/contract/index.ts';
import type { Operations } from '../../api/addresses.ts';
import { ask } from '../../api/ask.ts';
import { useSession } from '../../api/session.ts';
import { Code, Name } from '../../parts/name.tsx';
import { Answer, Empty, Failed } from '../../parts/states.tsx';
import { ExceptionEvidence } from './exception-evidence.tsx';
import { SameEvidence } from './same-evidence.tsx';

type Bulk = Answered<Operations['bulkDecisions']>['bulks'][number];

const VERDICTS = { same: ['same', 'different'], exception: ['approve', 'reject'] } as const;

/** Decisions proposed for many items: the sample of each, one item at a time and blind, and what came of earlier ones. */
export function BulkSamples() {
  const { t } = useTranslation();
  const bulks = useQuery({
    queryKey: ['review', 'bulk'],
    queryFn: ({ signal }) => ask('bulkDecisions', { signal }),
  });
  return (
    <section aria-label={t('bulk.title')}>
      <Answer query={bulks}>
        {({ bulks: all }) =>
          all.length === 0 ? (
            <Empty title={t('bulk.none')}>{t('bulk.manyWhat')}</Empty>
          ) : (
            all.map((bulk) => <Sample key={bulk.id} bulk={bulk} />)
          )
        }
      </Answer>
    </section>
  );
}

function Sample({ bulk }: { readonly bulk: Bulk }) {
  const { t, i18n } = useTranslation();
  const client = useQueryClient();
  const { data: session } = useSession();
  const [words, setWords] = useState('');
  const { id, kind, items, by, ended } = bulk;
  const sample = items.filter(({ sampled }) => sampled);
  const next = sample.find(({ answer }) => answer === null);
  const mine = by === session?.subject.name;
  const mayDecide = session?.actions.includes('decide') === true;
  const answer = useMutation({
    mutationFn: (verdict: 'same' | 'different' | 'approve' | 'reject') =>
      ask('answerBulk', { params: { id }, body: { item: next?.item ?? '', verdict, why: words.trim() } }),
    onSuccess: async () => {
      setWords('');
      await client.invalidateQueries({ queryKey: ['screen'] });
      await client.invalidateQueries({ queryKey: ['review'] });
    },
  });
  return (
    <Card withBorder padding="sm" my="xs">
      <Text size="sm">
        <Badge variant="light" color={ended === null ? 'yellow' : 'gray'} tt="none" me={6}>
          {t(`bulk.state.${ended?.outcome ?? 'open'}`)}
        </Badge>
        <Code text={`#${id}`} /> {t('bulk.of', { items: items.length, sample: sample.length })} ·{' '}
        {t('review.proposedBy', { who: by, when: new Date(bulk.at).toLocaleString(i18n.language) })}
      </Text>
      {bulk.verdict !== null && (
        <Text size="sm">
          {t(`bulk.verdicts.${bulk.verdict}`)}: <Name text={bulk.why ?? ''} />
        </Text>
      )}
      {ended !== null &&
        sample.flatMap((one) =>
          one.answer === null || one.answer.verdict === bulk.verdict
            ? []
            : [
                <Text key={one.item} size="sm" role="note">
                  <Code text={one.item.replace('\n', ' / ')} />: {t(`bulk.verdicts.${one.answer.verdict}`)},{' '}
                  {one.answer.by}: <Name text={one.answer.why} />
                </Text>,
              ],
        )}
      {ended === null && mine && (
        <Text size="sm" role="note">
          {t('review.ownProposal')}
        </Text>
      )}
      {ended === null && !mine && mayDecide && next !== undefined && (
        <>
          <Text size="sm" c="dimmed" role="status">
            {t('bulk.blind', { at: sample.indexOf(next) + 1, of: sample.length })}
          </Text>
          <Item kind={kind} item={next.item} />
          <Textarea
            label={t('review.why')}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
            maxLength={2000}
            maw={560}
            mt="xs"
            autosize
            required
          />
          <Group gap="xs" mt={6}>
            {VERDICTS[kind].map((verdict) => (
              <Button
                key={verdict}
                size="compact-sm"
                variant="default"
                loading={answer.isPending}
                disabled={words.trim() === ''}
                onClick={() => answer.mutate(verdict)}
              >
                {t(`bulk.verdicts.${verdict}`)}
              </Button>
            ))}
          </Group>
        </>
      )}
      {answer.error !== null && <Failed error={answer.error} />}
    </Card>
  );
}

function Item({ kind, item }: Pick<Bulk, 'kind'> & { readonly item: string }) {
  const exception = useQuery({
    queryKey: ['review', 'exception', item],
    queryFn: ({ signal }) => ask('exception', { params: { id: item }, signal }),
    enabled: kind === 'exception',
  });
  if (kind === 'same') {
    const [left = '', right = ''] = item.split('\n');
    const side = (key: string) => ({ key, entity: null, caption: null });
    return <SameEvidence left={side(left)} right={side(right)} rule={null} points={0} />;
  }
  return <Answer query={exception}>{(data) => <ExceptionEvidence exception={data} />}</Answer>;
}
