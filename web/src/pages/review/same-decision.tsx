import { Button, Group, NativeSelect, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask.ts';
import { useSession } from '../../api/session.ts';
import { AnchorLink } from '../../parts/anchor-link.tsx';
import { DecisionButtons } from '../../parts/decision-buttons.tsx';
import { Code, Name } from '../../parts/name.tsx';
import { Failed } from '../../parts/states.tsx';
import { usePageKeys } from '../../shell/keys.tsx';
import type { SameQuestion } from './same-evidence.tsx';

type Verdict = 'same' | 'different' | 'unsure';

/** Why two entries are held to be one thing or two; the code is kept before the reviewer's own words. */
const REASONS = {
  same: ['identifier', 'birth', 'names', 'cross-reference', 'other'],
  different: ['identifier', 'birth', 'place', 'kind', 'names', 'other'],
  unsure: ['too-little', 'other'],
} as const satisfies Readonly<Record<Verdict, readonly string[]>>;

/**
 * The decision on a pair: a reason of the table and one in words. Whoever may only propose, proposes; what somebody
 * proposed, another person agrees to or turns down, never the same.
 */
export function SameDecision({
  question,
  keys,
  decided,
}: {
  readonly question: SameQuestion;
  /** Whether the page's keys are this section's. */
  readonly keys: boolean;
  /** Told when a decision was taken, and whether the pair has left the queue with it. */
  readonly decided: (settled: boolean) => void;
}) {
  const { t, i18n } = useTranslation();
  const client = useQueryClient();
  const { data: session } = useSession();
  const actions = session?.actions ?? [];
  const mayDecide = actions.includes('decide');
  const mayPropose = actions.includes('propose');
  const me = session?.subject.name;
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [reason, setReason] = useState('');
  const [words, setWords] = useState('');
  const why = `${reason}: ${words.trim()}`;
  const pair = { left: question.left.key, right: question.right.key };
  const refresh = () => client.invalidateQueries({ queryKey: ['review'] });
  const judge = useMutation({
    mutationFn: (chosen: Verdict) =>
      !mayDecide && chosen !== 'unsure'
        ? ask('proposeJudgement', { body: { ...pair, verdict: chosen, why } })
        : ask('judge', { body: { ...pair, verdict: chosen, why } }),
    onSuccess: async ({ proposed }, chosen) => {
      await refresh();
      setVerdict(null);
      setWords('');
      decided(!proposed && chosen !== 'unsure');
    },
  });
  const answer = useMutation({
    mutationFn: ({ id, agree }: { readonly id: number; readonly agree: boolean }): Promise<unknown> =>
      agree
        ? ask('approveJudgement', { params: { id }, body: { why: words.trim() || t('document.agreed') } })
        : ask('withdrawJudgement', { params: { id }, body: { why: words.trim() } }),
    onSuccess: async (_, { agree }) => {
      await refresh();
      decided(agree);
    },
  });
  const open = (chosen: Verdict) => {
    if (!mayDecide && !mayPropose) return;
    setVerdict(chosen);
    setReason(REASONS[chosen][0]);
  };
  usePageKeys(keys ? { m: () => open('same'), n: () => open('different') } : {});
  const verdicts: readonly Verdict[] = mayDecide ? ['same', 'different', 'unsure'] : ['same', 'different'];
  const error = judge.error ?? answer.error;
  return (
    <div>
      {question.proposals.map((proposal) => (
        <div
          key={proposal.id}
          style={{ borderInlineStart: '3px solid var(--mantine-color-yellow-6)', paddingInlineStart: 10 }}
        >
          <Text size="sm">
            <strong>{t(`review.verdict.${proposal.proposes}`)}</strong> ·{' '}
            {t('review.proposedBy', {
              who: proposal.by,
              when: new Date(proposal.at).toLocaleString(i18n.language),
            })}
            : <Name text={proposal.evidence.why ?? ''} />
          </Text>
          <Text size="sm" c="dimmed">
            {t('review.frozen')}{' '}
            {[question.left, question.right].map(({ key }) => (
              <span key={key}>
                <AnchorLink
                  to="/entities/$id"
                  params={{ id: key }}
                  search={{ knownAt: proposal.at.slice(0, 10) }}
                  size="sm"
                >
                  <Code text={key} />
                </AnchorLink>{' '}
              </span>
            ))}
          </Text>
          {proposal.by === me ? (
            <Text size="sm" role="note">
              {t('review.ownProposal')}
            </Text>
          ) : (
            mayDecide && (
              <Group gap="xs" my={6} className="no-print">
                <Button
                  size="compact-sm"
                  loading={answer.isPending}
                  onClick={() => answer.mutate({ id: proposal.id, agree: true })}
                >
                  {t('document.agree')}
                </Button>
                <Button
                  size="compact-sm"
                  variant="default"
                  disabled={words.trim() === ''}
                  loading={answer.isPending}
                  onClick={() => answer.mutate({ id: proposal.id, agree: false })}
                >
                  {t('review.turnDown')}
                </Button>
                <Textarea
                  size="xs"
                  autosize
                  minRows={1}
                  maxLength={2000}
                  label={t('review.why')}
                  value={words}
                  onChange={(event) => setWords(event.currentTarget.value)}
                />
              </Group>
            )
          )}
        </div>
      ))}
      {(mayDecide || mayPropose) && (
        <Group gap="xs" mt={6} className="no-print">
          {verdicts.map((each) => (
            <Button
              key={each}
              size="compact-sm"
              variant={verdict === each ? 'filled' : 'default'}
              aria-expanded={verdict === each}
              onClick={() => open(each)}
            >
              {t(`review.verdict.${each}`)}
            </Button>
          ))}
        </Group>
      )}
      {verdict !== null && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (words.trim() !== '') judge.mutate(verdict);
          }}
        >
          <Group gap="sm" align="flex-start" mt="xs">
            <NativeSelect
              label={t('review.reason')}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
              data={REASONS[verdict].map((code) => ({ value: code, label: t(`review.reasons.${code}`) }))}
            />
            <Textarea
              label={t('review.why')}
              description={t('review.whyWhat')}
              value={words}
              onChange={(event) => setWords(event.currentTarget.value)}
              maxLength={1900}
              miw={280}
              autosize
              required
              autoFocus
            />
          </Group>
          <DecisionButtons
            mayDecide={mayDecide}
            sending={judge.isPending}
            complete={words.trim() !== ''}
            cancel={() => setVerdict(null)}
          />
        </form>
      )}
      {error !== null && <Failed error={error} />}
    </div>
  );
}
