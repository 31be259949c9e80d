import { Spotlight } from '@mantine/spotlight';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PLACES } from './places.ts';

/** The command palette (Ctrl+K): goes to a page, or screens what was typed. */
export function Palette() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [query, setQuery] = useState('');
  const wanted = query.trim().toLowerCase();
  const places = PLACES.filter(({ text }) => t(text).toLowerCase().includes(wanted));
  return (
    <Spotlight.Root shortcut={['mod + K']} query={query} onQueryChange={setQuery}>
      <Spotlight.Search placeholder={t('palette.what')} aria-label={t('palette.what')} />
      <Spotlight.ActionsList>
        {wanted !== '' && (
          <Spotlight.Action
            label={t('palette.screen', { name: query.trim() })}
            onClick={() => void navigate({ to: '/screen', search: { q: query.trim() } })}
          />
        )}
        {places.map(({ to, text, key }) => (
          <Spotlight.Action
            key={to}
            label={t(text)}
            description={`g ${key}`}
            onClick={() => void navigate({ to })}
          />
        ))}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
