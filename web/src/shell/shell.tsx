import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyboardKeys } from './keys.tsx';
import { PLACE_GROUPS, PLACES } from './places.ts';
import { SearchBox } from './search-box.tsx';
import { ServerState } from './server-state.tsx';
import { SessionMenu } from './session-menu.tsx';
import classes from './shell.module.css';
import { ColourChoice, KeysButton, LanguageChoice, PaletteButton } from './tools.tsx';

/** The frame around every page: search, navigation, language, colours, and what the server says of itself. */
export function Shell() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of page closes the menu
  useEffect(() => setOpen(false), [pathname]);
  return (
    <KeyboardKeys>
      <a href="#main" className="skip-link">
        {t('shell.skip')}
      </a>
      <header className={classes.bar} data-open={open || undefined}>
        <button
          type="button"
          className={classes.menu}
          aria-label={t('shell.menu')}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          <span aria-hidden="true">{open ? '✕' : '☰'}</span>
        </button>
        <Link to="/" aria-label={t('shell.home')} className={classes.brand}>
          <img src="/app/icon.svg" alt="" width={28} height={28} />
          <span className={classes.word}>Entente</span>
        </Link>
        <SearchBox />
        <div className={classes.tools}>
          <SessionMenu />
          <LanguageChoice />
          <ColourChoice />
          <PaletteButton />
          <KeysButton />
        </div>
      </header>
      <nav className={classes.nav} aria-label={t('shell.pages')}>
        {PLACE_GROUPS.map((group) => (
          <div key={group}>
            <p className={classes.group} aria-hidden="true">
              {t(`group.${group}`)}
            </p>
            {PLACES.filter((place) => place.group === group).map(({ to, text }) => (
              <Link key={to} to={to} className={classes.place} activeOptions={EXACT}>
                {t(text)}
              </Link>
            ))}
          </div>
        ))}
      </nav>
      <main id="main" tabIndex={-1} className={classes.main}>
        <ServerState />
        <Outlet />
      </main>
    </KeyboardKeys>
  );
}

/** A place is the current one by its path alone, whatever its page was asked. */
const EXACT = { exact: true, includeSearch: false } as const;
