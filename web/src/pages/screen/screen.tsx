import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { addressOf, ask } from '../../api/ask.ts';
import { Page } from '../../parts/page.tsx';
import { Answer, Empty } from '../../parts/states.tsx';
import { ScreenForm } from './screen-form.tsx';
import { ScreenResults } from './screen-results.tsx';
import { type ScreenSearch, screenQueryOf } from './screen-search.ts';

/** One name asked of everything that is loaded: who it may be, who lists them since when, and why they match. */
export function ScreenPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const search: ScreenSearch = useSearch({ from: '/screen' });
  const query = screenQueryOf(search);
  const answer = useQuery({
    queryKey: ['screen', query],
    queryFn: ({ signal }) => ask('screenLink', { query: query ?? { name: '' }, signal }),
    enabled: query !== null,
  });
  return (
    <Page
      title={search.q === undefined ? t('screen.title') : t('screen.titleFor', { name: search.q })}
      lead={t('screen.lead')}
      json={query === null ? undefined : addressOf('screenLink', { query })}
    >
      <ScreenForm
        key={JSON.stringify(search)}
        asked={search}
        ask={(next) => void navigate({ to: '/screen', search: next })}
      />
      {query === null ? (
        <Empty title={t('screen.nothingAsked')}>{t('screen.nothingAskedWhat')}</Empty>
      ) : (
        <Answer query={answer}>{(data) => <ScreenResults answer={data} search={search} />}</Answer>
      )}
    </Page>
  );
}
