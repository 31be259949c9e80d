import { NativeSelect, Stack, Switch, useMantineColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { addressOf, ask } from '../../api/ask.ts';
import { chooseLanguage } from '../../i18n/index.ts';
import { LANGUAGES } from '../../i18n/languages.ts';
import { Code } from '../../parts/name.tsx';
import { Page } from '../../parts/page.tsx';
import { Answer } from '../../parts/states.tsx';
import { useKeys } from '../../shell/keys.tsx';

/** What the reader chose for this browser, and what the server is and answers from. */
export function SettingsPage() {
  const { t, i18n } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { on, turn } = useKeys();
  const about = useQuery({ queryKey: ['about'], queryFn: ({ signal }) => ask('about', { signal }) });
  return (
    <Page title={t('place.settings')} lead={t('settings.lead')} json={addressOf('about')}>
      <Stack maw={420} gap="md">
        <NativeSelect
          label={t('menu.language')}
          value={i18n.language}
          data={LANGUAGES.map(({ code, name }) => ({ value: code, label: name }))}
          onChange={(event) => void chooseLanguage(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('menu.colours')}
          value={colorScheme}
          data={(['auto', 'light', 'dark'] as const).map((value) => ({ value, label: t(`menu.${value}`) }))}
          onChange={(event) => setColorScheme(event.currentTarget.value as 'auto' | 'light' | 'dark')}
        />
        <Switch
          label={t('keys.on')}
          description={t('keys.onWhy')}
          checked={on}
          onChange={(event) => turn(event.currentTarget.checked)}
        />
      </Stack>
      <h2>{t('settings.server')}</h2>
      <Answer query={about}>
        {(data) => (
          <dl
            style={{
              display: 'grid',
              gridTemplateColumns: 'fit-content(45%) 1fr',
              gap: '4px 16px',
              margin: 0,
            }}
          >
            {(
              [
                ['version', data.version],
                ['rules', data.rules],
                ['edition', data.edition],
                ['since', new Date(data.since).toLocaleString(i18n.language)],
                ['entities', data.entities.toLocaleString(i18n.language)],
                ['names', data.names.toLocaleString(i18n.language)],
              ] as const
            ).map(([name, value]) => (
              <div key={name} style={{ display: 'contents' }}>
                <dt>{t(`settings.${name}`)}</dt>
                <dd style={{ margin: 0, overflowWrap: 'anywhere' }}>
                  <Code text={value} />
                </dd>
              </div>
            ))}
          </dl>
        )}
      </Answer>
    </Page>
  );
}
