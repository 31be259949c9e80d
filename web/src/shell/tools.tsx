import { useMantineColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { chooseLanguage } from '../i18n/index.ts';
import { LANGUAGES } from '../i18n/languages.ts';
import { useKeys } from './keys.tsx';
import classes from './shell.module.css';

/** The page's language, each by its own name. */
export function LanguageChoice() {
  const { t, i18n } = useTranslation();
  return (
    <select
      className={classes.tool}
      aria-label={t('menu.language')}
      value={i18n.language}
      onChange={(event) => void chooseLanguage(event.currentTarget.value)}
    >
      {LANGUAGES.map(({ code, name }) => (
        <option key={code} value={code} lang={code}>
          {name}
        </option>
      ))}
    </select>
  );
}

const SCHEMES = [
  ['auto', '◐'],
  ['light', '☀'],
  ['dark', '☾'],
] as const;

/** Light, dark, or as the system says. */
export function ColourChoice() {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <select
      className={classes.tool}
      aria-label={t('menu.colours')}
      value={colorScheme}
      onChange={(event) => setColorScheme(event.currentTarget.value as 'auto' | 'light' | 'dark')}
    >
      {SCHEMES.map(([scheme, sign]) => (
        <option key={scheme} value={scheme}>
          {`${sign} ${t(`menu.${scheme}`)}`}
        </option>
      ))}
    </select>
  );
}

/** Opens the commands, as Ctrl+K does. */
export function PaletteButton() {
  const { t } = useTranslation();
  const { showPalette } = useKeys();
  return (
    <button
      type="button"
      className={classes.tool}
      aria-label={t('keys.palette')}
      title={`${t('keys.palette')} (Ctrl+K)`}
      onClick={() => showPalette(true)}
    >
      <span aria-hidden="true">⌘</span>
    </button>
  );
}

/** Opens the list of keys. */
export function KeysButton() {
  const { t } = useTranslation();
  const { showHelp } = useKeys();
  return (
    <button
      type="button"
      className={classes.tool}
      aria-label={t('keys.title')}
      title={t('keys.title')}
      onClick={() => showHelp(true)}
    >
      <span aria-hidden="true">?</span>
    </button>
  );
}
