import { Alert, Button, CopyButton, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** A secret that the server gave this once: to be copied now, since nobody can show it again. */
export function ShownOnce({
  title,
  secret,
  what,
  done,
}: {
  readonly title: string;
  readonly secret: string;
  readonly what: string;
  readonly done: () => void;
}) {
  const { t } = useTranslation();
  return (
    <Alert color="yellow" role="status" title={title} my="sm" className="no-print">
      <Text size="sm">{what}</Text>
      <Text component="code" dir="ltr" display="block" my="xs" style={{ overflowWrap: 'anywhere' }}>
        {secret}
      </Text>
      <Group gap="sm">
        <CopyButton value={secret}>
          {({ copied, copy }) => (
            <Button size="compact-sm" onClick={copy}>
              {t(copied ? 'people.copied' : 'people.copy')}
            </Button>
          )}
        </CopyButton>
        <Button size="compact-sm" variant="default" onClick={done}>
          {t('people.kept')}
        </Button>
      </Group>
    </Alert>
  );
}
