import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationAction } from '../../../src/contract/index.ts';
import { useSession } from '../api/session.ts';
import { AnchorLink } from './anchor-link.tsx';
import { Answer, Empty } from './states.tsx';

/**
 * Shows a page's content only to who may ask for it, and tells the others whose it is: nothing is asked on their
 * behalf, since a refusal would be entered in the log.
 */
export function NeedsAction({
  action,
  whose,
  children,
}: {
  readonly action: OperationAction;
  /** The role whose page it is. */
  readonly whose: string;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  const session = useSession();
  return (
    <Answer query={session}>
      {({ actions, subject }) =>
        actions.includes(action) ? (
          children
        ) : (
          <Empty title={t('refused.title', { role: t(`role.${whose}`) })}>
            {subject.kind === 'nobody' ? (
              <AnchorLink
                to="/sign-in"
                search={{ to: location.pathname.replace(/^\/app/, '') + location.search }}
              >
                {t('session.signIn')}
              </AnchorLink>
            ) : (
              <Text component="span">
                {t('refused.you', {
                  name: subject.name,
                  roles: subject.roles.map((held) => t(`role.${held}`)).join(', '),
                })}
              </Text>
            )}
          </Empty>
        )
      }
    </Answer>
  );
}
