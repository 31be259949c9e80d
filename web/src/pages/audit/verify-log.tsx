import { Alert, Button, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask.ts';
import { Code } from '../../parts/name.tsx';
import { Failed } from '../../parts/states.tsx';

/** Works every hash, link and signature of the log out again, and says what it found. */
export function useVerifyLog() {
  const { t } = useTranslation();
  const check = useMutation({ mutationFn: () => ask('verifyAudit') });
  const button = (
    <Button variant="default" size="compact-sm" loading={check.isPending} onClick={() => check.mutate()}>
      {t('audit.verify')}
    </Button>
  );
  const report = check.data;
  const outcome = (
    <>
      {check.error !== null && <Failed error={check.error} />}
      {report !== undefined && (
        <Alert
          mb="md"
          role="status"
          color={report.faults.length === 0 ? 'green' : 'red'}
          title={
            report.faults.length === 0 ? t('audit.whole') : t('audit.faults', { count: report.faults.length })
          }
        >
          <Text size="sm">
            {t('audit.checked', { count: report.entries, checkpoints: report.checkpoints })}{' '}
            {report.cutTo > 0 && t('audit.cut', { seq: report.cutTo })}
          </Text>
          <Text size="xs" style={{ overflowWrap: 'anywhere' }}>
            {t('audit.head')} <Code text={`${report.head.seq} ${report.head.hash}`} />
          </Text>
          <ul dir="auto">
            {report.faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </Alert>
      )}
    </>
  );
  return { button, outcome };
}
