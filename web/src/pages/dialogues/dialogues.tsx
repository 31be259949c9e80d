import { Button, Card, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf, ask } from '../../api/ask.ts';
import { AnchorLink } from '../../parts/anchor-link.tsx';
import { ClockFields } from '../../parts/clock-fields.tsx';
import { Code } from '../../parts/name.tsx';
import { Page } from '../../parts/page.tsx';
import { usePartyName } from '../../parts/party.ts';
import { Answer, Empty } from '../../parts/states.tsx';

/** The dialogues between states: how many rounds, what was promised and is still open; and an agenda in one step. */
export function DialoguesPage() {
  const { t } = useTranslation();
  const partyName = usePartyName();
  const navigate = useNavigate();
  const search = useSearch({ from: '/dialogues' });
  const dialogues = useQuery({
    queryKey: ['dialogues', search],
    queryFn: ({ signal }) => ask('dialogues', { query: search as Record<string, string>, signal }),
  });
  const [a, setA] = useState('');
  const [b, setB] = useState('');
  const agenda = (event: FormEvent) => {
    event.preventDefault();
    void navigate({ to: '/agenda', search: { ...search, a: a.trim(), b: b.trim() } });
  };
  return (
    <Page
      title={t('dialogues.title')}
      lead={t('dialogues.lead')}
      json={addressOf('dialogues', { query: search as Record<string, string> })}
      actions={
        <ClockFields value={search} change={(next) => void navigate({ to: '/dialogues', search: next })} />
      }
    >
      <form onSubmit={agenda} className="no-print">
        <Group align="flex-end" gap="sm" mb="md">
          <TextInput
            label={t('dialogues.one')}
            value={a}
            onChange={(event) => setA(event.currentTarget.value)}
            placeholder="PK"
            w={100}
            required
          />
          <TextInput
            label={t('dialogues.other')}
            value={b}
            onChange={(event) => setB(event.currentTarget.value)}
            placeholder="US"
            w={100}
            required
          />
          <Button type="submit" variant="default">
            {t('dialogues.agenda')}
          </Button>
          <AnchorLink to="/compare" size="sm">
            {t('dialogues.compare')}
          </AnchorLink>
        </Group>
      </form>
      <Answer query={dialogues}>
        {(data) =>
          data.dialogues.length === 0 ? (
            <Empty title={t('dialogues.none')}>{t('dialogues.noneWhat')}</Empty>
          ) : (
            <Stack component="ul" gap="sm" style={{ listStyle: 'none', padding: 0 }}>
              {data.dialogues.map((dialogue) => (
                <Card key={dialogue.id} component="li" withBorder padding="sm">
                  <Title order={2} size="h4">
                    <AnchorLink to="/dialogues/$id" params={{ id: dialogue.id }} search={search}>
                      {dialogue.title}
                    </AnchorLink>
                  </Title>
                  <Text size="sm">
                    {dialogue.parties.map(partyName).join(', ')} ·{' '}
                    {t('dialogues.rounds', { count: dialogue.rounds })}
                    {dialogue.lastRound !== null && (
                      <>
                        {' · '}
                        {t('dialogues.last')} <Code text={dialogue.lastRound} />
                      </>
                    )}
                  </Text>
                  <Text size="sm" c="dimmed">
                    {t('dialogues.promises', { count: dialogue.promises, open: dialogue.open })}
                    {dialogue.stale > 0 && ` · ${t('dialogues.stale', { count: dialogue.stale })}`}
                  </Text>
                </Card>
              ))}
            </Stack>
          )
        }
      </Answer>
    </Page>
  );
}
