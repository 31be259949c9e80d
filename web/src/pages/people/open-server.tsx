import { Alert, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Says what a server without accounts is, and how the first account is made, here or on the machine. */
export function OpenServer() {
  const { t } = useTranslation();
  return (
    <Alert color="blue" title={t('people.openTitle')} my="sm">
      <Text size="sm">{t('people.open')}</Text>
      <Text size="sm" mt="xs">
        {t('people.openHow')}
      </Text>
      <Text component="code" size="sm" dir="ltr" display="block" style={{ overflowWrap: 'anywhere' }}>
        entente user add keeper --role admin --password-stdin &lt; password.txt
      </Text>
    </Alert>
  );
}
