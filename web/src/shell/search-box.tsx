import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './shell.module.css';

/** The box in the header: a name, asked at once of everything that is loaded. The key `/` goes to it. */
export function SearchBox() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const ask = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') void navigate({ to: '/screen', search: { q: text.trim() } });
  };
  return (
    <search className={classes.search}>
      <form onSubmit={ask}>
        <input
          id="search"
          type="search"
          className={classes.field}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          placeholder={t('search.placeholder')}
          aria-label={t('search.label')}
          title="/"
          dir="auto"
          autoComplete="off"
          spellCheck={false}
          maxLength={1000}
        />
      </form>
    </search>
  );
}
