import { useTranslation } from 'react-i18next';
import { AnchorLink } from '../parts/anchor-link.tsx';
import { Page } from '../parts/page.tsx';
import { Empty } from '../parts/states.tsx';

/** An address that names no page. */
export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('notFound.title')}>
      <Empty title={t('notFound.what')}>
        <AnchorLink to="/">{t('place.home')}</AnchorLink>
      </Empty>
    </Page>
  );
}
