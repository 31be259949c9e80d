import { Button, Group, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask.ts';
import { useSession } from '../../api/session.ts';
import { DecisionButtons } from '../../parts/decision-buttons.tsx';
import { ExceptionForm } from '../../parts/exception-form.tsx';
import { Code } from '../../parts/name.tsx';
import { Failed } from '../../parts/states.tsx';
import { usePageKeys } from '../../shell/keys.tsx';
import type { ExceptionJson } from './exception-evidence.tsx';

type Act = 'approve' | 'reject' | 'withdraw';

const OPERATIONS = {
  approve: 'approveException',
  reject: 'rejectException',
  withdraw: 'withdrawException',
} as const;

/** What this person did last, so that it can be taken back although its exception left the queue. */
let lastDone: number | null = null;

/**
 * The decision on an exception. `m` and `n` open the reason and decide nothing: of a proposal, approve or turn down; of
 * one that ended or was reopened, propose it again or let it go. `u` takes back what was just approved or proposed.
 */
export function ExceptionDecision({
  exception,
  keys,
  waits,
}: {
  /** `null` where none waits. */
  readonly exception: ExceptionJson | null;
  readonly keys: boolean;
  /** Told when something was proposed and this one still waits. */
  readonly waits: () => void;
}) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { data: session } = useSession();
  const [open, setOpen] = useState<Act | 'again' | null>(null);
  const [words, setWords] = useState('');
  const [done, setDone] = useState(lastDone);
  const keep = (id: number | null) => {
    lastDone = id;
    setDone(id);
  };
  const mayDecide = session?.actions.includes('decide') === true;
  const mayPropose = session?.actions.includes('propose') === true;
  const own = exception?.proposed.by === session?.subject.name;
  const refresh = async () => {
    setOpen(null);
    setWords('');
    await client.invalidateQueries({ queryKey: ['screen'] });
    await client.invalidateQueries({ queryKey: ['review'] });
  };
  const act = useMutation({
    mutationFn: ({ id, what, why }: { readonly id: number; readonly what: Act; readonly why: string }) =>
      ask(OPERATIONS[what], { params: { id }, body: { why } }),
    onSuccess: async (_, { id, what }) => {
      keep(what === 'approve' ? id : null);
      await refresh();
    },
  });
  const proposal = exception?.standing === 'proposed';
  const yes: Act | 'again' | null = proposal
    ? mayDecide && !own
      ? 'approve'
      : null
    : mayPropose
      ? 'again'
      : null;
  const no: Act | null = proposal
    ? own
      ? 'withdraw'
      : mayDecide
        ? 'reject'
        : null
    : mayDecide || own
      ? 'withdraw'
      : null;
  const undo = () =>
    done !== null && act.mutate({ id: done, what: 'withdraw', why: t('document.takenBack') });
  usePageKeys(
    keys
      ? {
          m: () => exception !== null && yes !== null && setOpen(yes),
          n: () => exception !== null && no !== null && setOpen(no),
          u: undo,
        }
      : {},
  );
  return (
    <div className="no-print">
      {exception !== null && (
        <>
          {proposal && own && (
            <Text size="sm" role="note">
              {t('review.ownProposal')}
            </Text>
          )}
          <Group gap="xs" mt={6}>
            {([yes, no] as const).map(
              (each) =>
                each !== null && (
                  <Button
                    key={each}
                    size="compact-sm"
                    variant={open === each ? 'filled' : 'default'}
                    aria-expanded={open === each}
                    onClick={() => setOpen(each)}
                  >
                    {t(`exception.act.${each}`)}
                  </Button>
                ),
            )}
          </Group>
          {open === 'again' && (
            <ExceptionForm
              about={{
                entity: exception.entity,
                ...(exception.watch === null
                  ? { query: exception.evidence.asked as { name: string } }
                  : { watch: exception.watch }),
              }}
              proposed={async (id) => {
                keep(id);
                await refresh();
                waits();
              }}
              cancel={() => setOpen(null)}
            />
          )}
          {open !== null && open !== 'again' && (
            <form
              aria-label={t(`exception.act.${open}`)}
              onSubmit={(event) => {
                event.preventDefault();
                if (words.trim() !== '') act.mutate({ id: exception.id, what: open, why: words.trim() });
              }}
            >
              <Textarea
                label={t('review.why')}
                description={t('review.whyWhat')}
                value={words}
                onChange={(event) => setWords(event.currentTarget.value)}
                maxLength={2000}
                maw={560}
                mt="xs"
                autosize
                required
                autoFocus
              />
              <DecisionButtons
                mayDecide
                sending={act.isPending}
                complete={words.trim() !== ''}
                cancel={() => setOpen(null)}
              />
            </form>
          )}
        </>
      )}
      {done !== null && (
        <Group gap="xs" mt="sm" role="status">
          <Text size="sm">
            {t('exception.justDone')} <Code text={`#${done}`} />
          </Text>
          <Button size="compact-sm" variant="subtle" loading={act.isPending} onClick={undo}>
            {t('document.takeBack')}
          </Button>
        </Group>
      )}
      {act.error !== null && <Failed error={act.error} />}
    </div>
  );
}
