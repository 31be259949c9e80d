import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { signOut, useSession } from '../api/session.ts';
import classes from './shell.module.css';

/** Who is signed in; nothing on a server that runs open on this machine. */
export function SessionMenu() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { data: session } = useSession();
  if (session === undefined || session.open) return null;
  if (session.subject.kind === 'nobody')
    return (
      <Link to="/sign-in" className={classes.signIn}>
        {t('session.signIn')}
      </Link>
    );
  const { name, roles } = session.subject;
  const leave = async () => {
    await signOut(session.csrf);
    client.clear();
    await navigate({ to: '/sign-in' });
  };
  return (
    <>
      <button type="button" className={classes.tool} popoverTarget="session">
        <bdi>{name}</bdi>
      </button>
      <div id="session" popover="auto" className={classes.sheet}>
        <p>{roles.map((role) => t(`role.${role}`)).join(', ')}</p>
        <button type="button" className={classes.tool} onClick={() => void leave()}>
          {t('session.signOut')}
        </button>
      </div>
    </>
  );
}
