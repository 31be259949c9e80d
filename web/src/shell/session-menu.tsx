import { Button, Menu } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { signOut, useSession } from '../api/session.ts';
import { AnchorLink } from '../parts/anchor-link.tsx';

/** Who is signed in; nothing on a server that runs open on this machine. */
export function SessionMenu() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { data: session } = useSession();
  if (session === undefined || session.open) return null;
  if (session.subject.kind === 'nobody')
    return (
      <AnchorLink to="/sign-in" size="sm">
        {t('session.signIn')}
      </AnchorLink>
    );
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="subtle" size="compact-sm">
          {session.subject.name}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{session.subject.roles.join(', ')}</Menu.Label>
        <Menu.Item
          onClick={async () => {
            await signOut(session.csrf);
            client.clear();
            await navigate({ to: '/sign-in' });
          }}
        >
          {t('session.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
