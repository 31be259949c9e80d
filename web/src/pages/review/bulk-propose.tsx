import { Button, Checkbox, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask.ts';
import { useSession } from '../../api/session.ts';
import { Name } from '../../parts/name.tsx';
import { Failed } from '../../parts/states.tsx';

const VERDICTS = { same: ['same', 'different'], exception: ['approve', 'reject'] } as const;

/** Many waiting items of one kind and one decision for them, which a second person's sample must bear out. */
export function BulkPropose({
  kind,
  items,
}: {
  readonly kind: keyof typeof VERDICTS;
  readonly items: readonly { readonly item: string; readonly label: string }[];
}) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { data: session } = useSession();
  const verdicts: readonly ('same' | 'different' | 'approve' | 'reject')[] = VERDICTS[kind];
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [verdict, setVerdict] = useState(verdicts[0] ?? 'same');
  const [words, setWords] = useState('');
  const propose = useMutation({
    mutationFn: () => ask('proposeBulk', { body: { kind, verdict, why: words.trim(), items: [...chosen] } }),
    onSuccess: async () => {
      setChosen([]);
      setWords('');
      await client.invalidateQueries({ queryKey: ['review'] });
    },
  });
  if (items.length < 2 || session?.actions.includes('propose') !== true) return null;
  return (
    <details className="no-print" style={{ marginBlock: 8 }}>
      <summary>{t('bulk.many')}</summary>
      <form
        aria-label={t('bulk.many')}
        onSubmit={(event) => {
          event.preventDefault();
          propose.mutate();
        }}
      >
        <Stack gap={6} mt={6}>
          <Text size="sm">{t('bulk.manyWhat')}</Text>
          <Checkbox
            label={t('bulk.all')}
            checked={chosen.length === items.length}
            onChange={(event) => setChosen(event.currentTarget.checked ? items.map(({ item }) => item) : [])}
          />
          {items.map(({ item, label }) => (
            <Checkbox
              key={item}
              ms="md"
              label={<Name text={label} />}
              checked={chosen.includes(item)}
              onChange={(event) => {
                const { checked } = event.currentTarget;
                setChosen((old) => (checked ? [...old, item] : old.filter((one) => one !== item)));
              }}
            />
          ))}
          <NativeSelect
            label={t('bulk.verdict')}
            maw={320}
            value={verdict}
            onChange={(event) => {
              const { value } = event.currentTarget;
              setVerdict(verdicts.find((each) => each === value) ?? verdict);
            }}
            data={verdicts.map((each) => ({ value: each, label: t(`bulk.verdicts.${each}`) }))}
          />
          <Textarea
            label={t('review.why')}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
            maxLength={2000}
            maw={560}
            autosize
            required
          />
          <Button
            type="submit"
            size="compact-sm"
            style={{ alignSelf: 'start' }}
            loading={propose.isPending}
            disabled={chosen.length < 2 || words.trim() === ''}
          >
            {t('document.propose')}
          </Button>
        </Stack>
      </form>
      {propose.error !== null && <Failed error={propose.error} />}
    </details>
  );
}
