import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** What ends a decision's form: send it, or leave it as it was. It cannot be sent before it is complete, or twice. */
export function DecisionButtons({
  mayDecide,
  sending,
  complete,
  cancel,
}: {
  /** Whether this person's word is the last; else it is a proposal. */
  readonly mayDecide: boolean;
  readonly sending: boolean;
  readonly complete: boolean;
  readonly cancel: () => void;
}) {
  const { t } = useTranslation();
  return (
    <Group gap="xs" mt={6}>
      <Button type="submit" size="compact-sm" loading={sending} disabled={!complete}>
        {t(mayDecide ? 'document.decide' : 'document.propose')}
      </Button>
      <Button size="compact-sm" variant="subtle" onClick={cancel}>
        {t('document.cancel')}
      </Button>
    </Group>
  );
}
