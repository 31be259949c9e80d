import { ActionIcon, Button, Menu, useMantineColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { chooseLanguage } from '../i18n/index.ts';
import { LANGUAGES } from '../i18n/languages.ts';
import { useKeys } from './keys.tsx';

/** The page's language. */
export function LanguageMenu() {
  const { t, i18n } = useTranslation();
  const current = LANGUAGES.find(({ code }) => code === i18n.language);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={`${current?.name ?? i18n.language} (${t('menu.language')})`}
        >
          <bdi lang={current?.code}>{current?.name ?? i18n.language}</bdi>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {LANGUAGES.map(({ code, name }) => (
          <Menu.Item key={code} lang={code} onClick={() => void chooseLanguage(code)}>
            <bdi>{name}</bdi>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Light, dark, or as the system says. */
export function ColourMenu() {
  const { t } = useTranslation();
  const { setColorScheme } = useMantineColorScheme();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" size="md" aria-label={t('menu.colours')}>
          <span aria-hidden="true">◐</span>
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {(['auto', 'light', 'dark'] as const).map((scheme) => (
          <Menu.Item key={scheme} onClick={() => setColorScheme(scheme)}>
            {t(`menu.${scheme}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Opens the list of keys. */
export function KeysButton() {
  const { t } = useTranslation();
  const { showHelp } = useKeys();
  return (
    <ActionIcon variant="subtle" size="md" aria-label={t('keys.title')} onClick={() => showHelp(true)}>
      <span aria-hidden="true">?</span>
    </ActionIcon>
  );
}
