import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMarking } from '../api/markings.ts';
import { Code } from './name.tsx';

/** The marking under which an answer was given, in writing: to be shown with it on every page and on paper. */
export function MarkingBanner({
  address,
  printOnly = false,
}: {
  readonly address: string | undefined;
  readonly printOnly?: boolean;
}) {
  const { t } = useTranslation();
  const marking = useMarking(address);
  if (marking === null) return null;
  return (
    <section
      className={printOnly ? 'marking only-print' : 'marking'}
      aria-label={printOnly ? undefined : t('marking.label')}
      aria-hidden={printOnly}
    >
      <strong>
        {t('marking.label')}: <Code text={marking.banner} />
      </strong>
      <Text size="sm">
        {t('marking.what')} {marking.duties !== '' && <Code text={marking.duties} />}
      </Text>
    </section>
  );
}
