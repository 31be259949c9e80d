import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { addressOf, ask } from '../../api/ask.ts';
import { useSession } from '../../api/session.ts';
import { NeedsAction } from '../../parts/needs-action.tsx';
import { Page } from '../../parts/page.tsx';
import { Answer, Empty } from '../../parts/states.tsx';
import { AccountDetails } from './account-details.tsx';
import { AccountTable } from './account-table.tsx';
import { NewAccount } from './new-account.tsx';
import { OpenServer } from './open-server.tsx';

/** Who may ask: people and programs, their roles and clearances, passwords, second factors and keys. */
export function PeoplePage() {
  const { t } = useTranslation();
  return (
    <Page title={t('place.people')} lead={t('people.lead')} json={addressOf('accounts')}>
      <NeedsAction action="administer" whose="admin">
        <People />
      </NeedsAction>
    </Page>
  );
}

function People() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { account: chosen } = useSearch({ from: '/people' });
  const { data: session } = useSession();
  const accounts = useQuery({
    queryKey: ['accounts'],
    queryFn: ({ signal }) => ask('accounts', { signal }),
  });
  return (
    <Answer query={accounts}>
      {(data) => {
        const open = data.accounts.find(({ name }) => name === chosen);
        const first = data.accounts.length === 0;
        return (
          <>
            {session?.open === true && first && <OpenServer />}
            {first ? <Empty title={t('people.none')} /> : <AccountTable accounts={data.accounts} />}
            {chosen !== undefined && open === undefined && !first && (
              <Empty title={t('people.noSuch', { name: chosen })} />
            )}
            {open !== undefined && <AccountDetails key={open.id} account={open} />}
            {open === undefined && (
              <NewAccount
                key={String(first)}
                first={first}
                made={async (account) => {
                  await client.invalidateQueries();
                  // With the first account the server is open no more.
                  await (first
                    ? navigate({ to: '/sign-in', search: { to: '/people' } })
                    : navigate({ to: '/people', search: { account: account.name } }));
                }}
              />
            )}
          </>
        );
      }}
    </Answer>
  );
}
