import { Kbd, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** The box in the header: a name, asked at once of everything that is loaded. */
export function SearchBox() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const ask = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') void navigate({ to: '/screen', search: { q: text.trim() } });
  };
  return (
    <search style={{ flex: 1, maxWidth: 520 }}>
      <form onSubmit={ask}>
        <TextInput
          id="search"
          type="search"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          placeholder={t('search.placeholder')}
          aria-label={t('search.label')}
          dir="auto"
          autoComplete="off"
          spellCheck={false}
          rightSection={<Kbd aria-hidden="true">/</Kbd>}
          maxLength={1000}
        />
      </form>
    </search>
  );
}
