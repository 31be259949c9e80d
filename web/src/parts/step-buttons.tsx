import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** To the one before and the one after, as `k` and `j` do; not on paper. */
export function StepButtons({ go }: { readonly go: (by: -1 | 1) => void }) {
  const { t } = useTranslation();
  return (
    <Button.Group className="no-print">
      <Button size="compact-sm" variant="default" onClick={() => go(-1)}>
        {t('reader.previous')}
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => go(1)}>
        {t('reader.next')}
      </Button>
    </Button.Group>
  );
}
