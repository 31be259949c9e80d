import { Spotlight, spotlight } from '@mantine/spotlight';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import '@mantine/spotlight/styles.css';
import { PLACES } from './places.ts';

/** The commands (Ctrl+K): go to a page, or screen what was typed. */
export function Palette({ close }: { readonly close: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [query, setQuery] = useState('');
  useEffect(() => spotlight.open(), []);
  const wanted = query.trim().toLowerCase();
  const places = PLACES.filter(({ text }) => t(text).toLowerCase().includes(wanted));
  return (
    <Spotlight.Root shortcut={null} onSpotlightClose={close} query={query} onQueryChange={setQuery}>
      <Spotlight.Search placeholder={t('palette.what')} aria-label={t('palette.what')} />
      <Spotlight.ActionsList>
        {places.map(({ to, text, key }) => (
          <Spotlight.Action
            key={to}
            label={t(text)}
            description={`g ${key}`}
            onClick={() => void navigate({ to })}
          />
        ))}
        {wanted !== '' && (
          <Spotlight.Action
            label={t('palette.screen', { name: query.trim() })}
            onClick={() => void navigate({ to: '/screen', search: { q: query.trim() } })}
          />
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
