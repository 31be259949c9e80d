import { Anchor, AppShell, Burger, Group, NavLink, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ColourMenu, KeysButton, LanguageMenu } from './header-menus.tsx';
import { KeyboardKeys } from './keys.tsx';
import { KeysHelp } from './keys-help.tsx';
import { Palette } from './palette.tsx';
import { PLACE_GROUPS, PLACES } from './places.ts';
import { SearchBox } from './search-box.tsx';
import { ServerState } from './server-state.tsx';
import { SessionMenu } from './session-menu.tsx';

/** The frame around every page: search, navigation, language, colours, and what the server says of itself. */
export function Shell() {
  const { t } = useTranslation();
  const [open, { toggle, close }] = useDisclosure(false);
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of page closes the menu
  useEffect(close, [pathname]);
  return (
    <KeyboardKeys>
      <Anchor href="#main" className="skip-link">
        {t('shell.skip')}
      </Anchor>
      <AppShell
        header={{ height: 56 }}
        navbar={{ width: 208, breakpoint: 'sm', collapsed: { mobile: !open } }}
        padding="md"
      >
        <AppShell.Header>
          <Group h="100%" px="md" gap="sm" wrap="nowrap" justify="space-between">
            <Group gap="xs" wrap="nowrap">
              <Burger
                opened={open}
                onClick={toggle}
                hiddenFrom="sm"
                size="sm"
                aria-label={t('shell.menu')}
                aria-expanded={open}
              />
              <Link to="/" aria-label={t('shell.home')} className="brand">
                <img src="/app/icon.svg" alt="" width={28} height={28} />
                <Text component="span" fw={700} visibleFrom="sm">
                  Entente
                </Text>
              </Link>
            </Group>
            <SearchBox />
            <Group gap={4} wrap="nowrap">
              <SessionMenu />
              <LanguageMenu />
              <ColourMenu />
              <KeysButton />
            </Group>
          </Group>
        </AppShell.Header>
        <AppShell.Navbar p="xs" aria-label={t('shell.pages')}>
          <Stack gap={2} style={{ overflowY: 'auto' }}>
            {PLACE_GROUPS.map((group) => (
              <div key={group}>
                <Text size="xs" c="dimmed" px="sm" pt="xs" aria-hidden="true">
                  {t(`group.${group}`)}
                </Text>
                {PLACES.filter((place) => place.group === group).map(({ to, text }) => (
                  <NavLink
                    key={to}
                    component={Link}
                    to={to}
                    label={t(text)}
                    active={pathname === to}
                    aria-current={pathname === to ? 'page' : undefined}
                  />
                ))}
              </div>
            ))}
          </Stack>
        </AppShell.Navbar>
        <AppShell.Main id="main" tabIndex={-1}>
          <ServerState />
          <Outlet />
        </AppShell.Main>
      </AppShell>
      <Palette />
      <KeysHelp />
    </KeyboardKeys>
  );
}
