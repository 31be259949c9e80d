import { Text } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask.ts';
import { AnchorLink } from '../../parts/anchor-link.tsx';
import { Code } from '../../parts/name.tsx';
import { RecordEventLine } from '../../parts/record-event.tsx';
import { Failed, Loading } from '../../parts/states.tsx';

const SHOWN = 5;

/** The newest changes of each list that changed since a day, and the way to all of them. */
export function Changes({ since, lists }: { readonly since: string; readonly lists: readonly string[] }) {
  const { t } = useTranslation();
  const answers = useQueries({
    queries: lists.map((list) => ({
      queryKey: ['changes', { list, from: since }, SHOWN],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        ask('changes', { query: { list, from: since, limit: SHOWN }, signal }),
    })),
  });
  const failed = answers.find(({ error }) => error !== null)?.error;
  if (failed) return <Failed error={failed} />;
  if (answers.some(({ data }) => data === undefined)) return <Loading />;
  const shown = answers.flatMap(({ data }) => (data === undefined || data.events.length === 0 ? [] : [data]));
  if (shown.length === 0)
    return (
      <Text size="sm">
        {t('home.noChange')} <Code text={since} />
      </Text>
    );
  return (
    <>
      {shown.map((answer) => (
        <div key={answer.list}>
          <ol style={{ listStyle: 'none', padding: 0, margin: 0 }}>
            {answer.events.map((event) => (
              <RecordEventLine
                key={`${event.reference} ${event.seen} ${event.kind} ${event.property} ${event.before} ${event.after}`}
                event={event}
              />
            ))}
          </ol>
          <AnchorLink to="/changes" search={{ list: answer.list, from: since }} size="sm">
            {t('home.allOf', { list: answer.list })}
          </AnchorLink>
        </div>
      ))}
    </>
  );
}
