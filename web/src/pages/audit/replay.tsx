import { Alert, Button, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask.ts';
import { Code, Name } from '../../parts/name.tsx';
import { Failed } from '../../parts/states.tsx';

const COLOR = { same: 'green', different: 'red', 'other-rules': 'yellow' } as const;

/** Asks a past screening again, of the record as it was, and says whether the same bytes came back. */
export function Replay({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const replay = useMutation({ mutationFn: () => ask('replay', { params: { id } }) });
  return (
    <div className="no-print">
      <Button mt="sm" variant="default" loading={replay.isPending} onClick={() => replay.mutate()}>
        {t('replay.ask')}
      </Button>
      {replay.error !== null && <Failed error={replay.error} />}
      {replay.data !== undefined && (
        <Alert
          mt="sm"
          role="status"
          color={COLOR[replay.data.outcome]}
          title={t(`replay.${replay.data.outcome}`)}
        >
          <Text size="sm">{t(replay.data.rewound ? 'replay.rewound' : 'replay.asItStands')}</Text>
          {replay.data.rules.before !== replay.data.rules.now && (
            <Text size="sm">{t('replay.rules', replay.data.rules)}</Text>
          )}
          <Text size="xs" style={{ overflowWrap: 'anywhere' }}>
            {t('replay.before')} <Code text={replay.data.sha256.before} />
            <br />
            {t('replay.now')} <Code text={replay.data.sha256.now} />
          </Text>
          <Text size="sm" mt="xs">
            {t('replay.answer', { count: replay.data.answer.results.length })}
          </Text>
          <ul>
            {replay.data.answer.results.map((result) => (
              <li key={result.id}>
                <Name text={result.caption} /> <Code text={String(result.score)} />
              </li>
            ))}
          </ul>
        </Alert>
      )}
    </div>
  );
}
