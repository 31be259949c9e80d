import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask.ts';
import { useMay } from '../../api/session.ts';
import { AnchorLink } from '../../parts/anchor-link.tsx';
import { Code, Name } from '../../parts/name.tsx';
import { Answer } from '../../parts/states.tsx';
import { Box, Lines } from './box.tsx';

/** The series that a promise's address names: `us-pakistan/2025-08-12-c1` is one of `us-pakistan`. */
const seriesOf = (promise: string | undefined) => promise?.split('/')[0];

/** What is overdue of the promises, or wants a new look; then each dialogue with its open promises. */
export function Promises() {
  const { t } = useTranslation();
  const may = useMay('engage');
  const dialogues = useQuery({
    queryKey: ['dialogues', {}],
    queryFn: ({ signal }) => ask('dialogues', { query: {}, signal }),
    enabled: may,
  });
  const reminders = useQuery({
    queryKey: ['reminders'],
    queryFn: ({ signal }) => ask('reminders', { query: {}, signal }),
    enabled: may,
  });
  if (!may) return null;
  return (
    <>
      <Box title={t('home.overdue')}>
        <Answer query={reminders}>
          {(data) => {
            const past = data.reminders.filter((reminder) => reminder.past && reminder.kind !== 'meeting');
            if (past.length === 0) return <Text size="sm">{t('home.nothingOverdue')}</Text>;
            return (
              <Lines>
                {past.map(({ uid, kind, to, about, title }) => {
                  const id = seriesOf(about[0]);
                  const series = dialogues.data?.dialogues.find((dialogue) => dialogue.id === id);
                  return (
                    <li key={uid}>
                      {t(`home.reminder.${kind}`, { count: about.length })}{' '}
                      {series === undefined ? (
                        <bdi lang="en">{title}</bdi>
                      ) : (
                        <AnchorLink to="/dialogues/$id" params={{ id: series.id }} size="sm">
                          <Name text={series.title} />
                        </AnchorLink>
                      )}{' '}
                      <Text component="span" size="xs" c="dimmed">
                        <Code text={to} />
                      </Text>
                    </li>
                  );
                })}
              </Lines>
            );
          }}
        </Answer>
      </Box>
      <Box title={t('home.promises')}>
        <Answer query={dialogues}>
          {(data) => {
            const open = data.dialogues.filter((dialogue) => dialogue.open > 0);
            if (open.length === 0) return <Text size="sm">{t('dialogues.none')}</Text>;
            return (
              <Lines>
                {open.map((dialogue) => (
                  <li key={dialogue.id}>
                    <AnchorLink to="/dialogues/$id" params={{ id: dialogue.id }} size="sm">
                      <Name text={dialogue.title} />
                    </AnchorLink>{' '}
                    <Text component="span" size="sm">
                      {t('dialogues.promises', { count: dialogue.promises, open: dialogue.open })}
                      {dialogue.stale > 0 && `, ${t('dialogues.stale', { count: dialogue.stale })}`}
                    </Text>
                  </li>
                ))}
              </Lines>
            );
          }}
        </Answer>
      </Box>
    </>
  );
}
