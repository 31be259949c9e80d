import { useTranslation } from 'react-i18next';
import { usePageMarkings } from '../api/markings.ts';
import { Code } from './name.tsx';

/** The markings under which a page's answers were given, in writing: above them, and on paper also below. */
export function MarkingBanner({ printOnly = false }: { readonly printOnly?: boolean }) {
  const { t } = useTranslation();
  return usePageMarkings().map(({ banner, duties }) => (
    <section
      key={banner + duties}
      className={printOnly ? 'marking only-print' : 'marking'}
      aria-label={printOnly ? undefined : t('marking.label')}
      aria-hidden={printOnly}
    >
      <strong>
        {t('marking.label')}: <Code text={banner} />
      </strong>
      <p>
        {t('marking.what')} {duties !== '' && <Code text={duties} />}
      </p>
    </section>
  ));
}
