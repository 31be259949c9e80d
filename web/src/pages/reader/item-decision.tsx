import { Button, Group, Text, Textarea, TextInput } from '@mantine/core';
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
import type { DocumentJson, ItemJson } from './document-json.ts';
import { plainFields } from './item-summary.ts';

type Verdict = 'accept' | 'correct' | 'reject';

/**
 * What a person decides about an item, with the reason: accept, correct, reject, agree to a proposal, or take a
 * decision back. A key opens the reason; none decides alone.
 */
export function ItemDecision({
  document,
  item,
}: {
  readonly document: DocumentJson;
  readonly item: ItemJson;
}) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { data: session } = useSession();
  // Whoever may not decide may still propose; another person then agrees, or does not.
  const mayDecide = session?.actions.includes('decide') !== false;
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [why, setWhy] = useState('');
  const fields = plainFields(item.value);
  const [corrected, setCorrected] = useState<Readonly<Record<string, string>>>({});
  const id = document.document.id;
  const after = {
    onSuccess: async () => {
      setVerdict(null);
      setWhy('');
      await client.invalidateQueries({ queryKey: ['document', id] });
      await client.invalidateQueries({ queryKey: ['review'] });
    },
  };
  const decide = useMutation({
    ...after,
    mutationFn: (chosen: Verdict) =>
      !mayDecide
        ? ask('proposeItem', { params: { id }, body: { item: item.key, correction: corrected, why } })
        : ask('decideItem', {
            params: { id },
            body: {
              item: item.key,
              verdict: chosen,
              why,
              ...(chosen === 'correct' ? { correction: corrected } : {}),
            },
          }),
  });
  const approve = useMutation({
    ...after,
    mutationFn: (decision: number) =>
      ask('approveDecision', { params: { id, decision }, body: { why: why || t('document.agreed') } }),
  });
  const withdraw = useMutation({
    ...after,
    mutationFn: (decision: number) =>
      ask('withdrawDecision', { params: { id, decision }, body: { why: why || t('document.takenBack') } }),
  });
  usePageKeys({
    m: () => mayDecide && setVerdict('accept'),
    n: () => mayDecide && setVerdict('reject'),
    u: () => {
      if (item.review.decision !== null) withdraw.mutate(item.review.decision);
    },
  });
  const { review } = item;
  const verdicts: readonly Verdict[] = mayDecide ? ['accept', 'correct', 'reject'] : ['correct'];
  const entity = typeof item.value.entity === 'string' ? item.value.entity : null;
  const error = decide.error ?? approve.error ?? withdraw.error;
  return (
    <div style={{ padding: '4px 8px 10px' }}>
      {entity !== null && (
        <Text size="sm">
          <AnchorLink to="/entities/$id" params={{ id: entity }} size="sm">
            {typeof item.value.caption === 'string' ? <Name text={item.value.caption} /> : entity}
          </AnchorLink>
        </Text>
      )}
      <dl style={{ margin: '4px 0', fontSize: '0.85rem' }}>
        {fields.map(([name, text]) => (
          <div key={name} style={{ display: 'flex', gap: 8 }}>
            <dt style={{ minInlineSize: 110 }}>
              <Code text={name} />
            </dt>
            <dd style={{ margin: 0, overflowWrap: 'anywhere' }}>
              {item.correction?.[name] === undefined ? (
                <Name text={text} />
              ) : (
                <>
                  <del>
                    <Name text={text} />
                  </del>{' '}
                  <ins>
                    <Name text={String(item.correction[name])} />
                  </ins>
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {review.by !== null && (
        <Text size="xs" c="dimmed">
          {review.by}, <Code text={review.at ?? ''} />: {review.why}
          {review.approvedBy !== null && ` · ${t('document.approvedBy', { who: review.approvedBy })}`}
        </Text>
      )}
      <Group gap="xs" mt={6} className="no-print">
        {verdicts.map((each) => (
          <Button
            key={each}
            size="compact-sm"
            variant={each === 'accept' ? 'filled' : 'default'}
            onClick={() => setVerdict(each)}
          >
            {t(`document.${each}`)}
          </Button>
        ))}
        {mayDecide && review.proposal !== null && (
          <Button
            size="compact-sm"
            variant="default"
            loading={approve.isPending}
            onClick={() => review.proposal !== null && approve.mutate(review.proposal)}
          >
            {t('document.agree')}
          </Button>
        )}
        {mayDecide && review.decision !== null && (
          <Button
            size="compact-sm"
            variant="subtle"
            loading={withdraw.isPending}
            onClick={() => review.decision !== null && withdraw.mutate(review.decision)}
          >
            {t('document.takeBack')}
          </Button>
        )}
      </Group>
      {verdict !== null && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            decide.mutate(verdict);
          }}
        >
          {verdict === 'correct' &&
            fields.map(([name, text]) => (
              <TextInput
                key={name}
                size="xs"
                mt={4}
                label={name}
                dir="auto"
                value={corrected[name] ?? text}
                onChange={(event) => {
                  const { value } = event.currentTarget;
                  setCorrected((old) => {
                    const { [name]: _, ...rest } = old;
                    return value === text ? rest : { ...rest, [name]: value };
                  });
                }}
              />
            ))}
          <Textarea
            mt={6}
            size="xs"
            label={t('document.why', { verdict: t(`document.${verdict}`) })}
            value={why}
            onChange={(event) => setWhy(event.currentTarget.value)}
            maxLength={2000}
            required
            autoFocus
          />
          <DecisionButtons
            mayDecide={mayDecide}
            sending={decide.isPending}
            complete={why.trim() !== '' && (verdict !== 'correct' || Object.keys(corrected).length > 0)}
            cancel={() => setVerdict(null)}
          />
        </form>
      )}
      {error !== null && <Failed error={error} />}
    </div>
  );
}
