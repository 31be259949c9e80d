import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import en from './en.json';
import { directionOf, LANGUAGES } from './languages.ts';

/** The catalogues beside English, each its own file, fetched when it is chosen. */
const CATALOGUES = import.meta.glob<{ default: Record<string, unknown> }>(['./*.json', '!./en.json']);

/** The setting's place in the browser; nothing else of the reader is kept there but what settings name. */
const KEPT = 'entente.language';

/** The page's texts. */
export const language: i18n = createInstance();

/** A date, a code or a range in a text from right to left: its parts would change places without this (UAX 9). */
function isolated(text: string): string {
  const mixed = directionOf(language.language) === 'rtl' && /\d[-/.:]\d/.test(text);
  return mixed ? `\u2066${text}\u2069` : text;
}

/** Starts in the language chosen before, else in the browser's, else in English. */
export async function startLanguage(): Promise<void> {
  await language.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    resources: { en: { translation: en } },
    // React escapes what it shows; here a date or a code is kept apart from the direction of the text around it.
    interpolation: { escape: isolated },
    returnNull: false,
  });
  const wanted = [localStorage.getItem(KEPT), ...navigator.languages.map((tag) => tag.split('-')[0])];
  const found = wanted.find((code) => LANGUAGES.some((offered) => offered.code === code));
  if (found !== undefined && found !== null && found !== 'en') await chooseLanguage(found);
}

/** Changes the page's language, fetches its catalogue first, and keeps the choice. */
export async function chooseLanguage(code: string): Promise<void> {
  const load = CATALOGUES[`./${code}.json`];
  if (load !== undefined && !language.hasResourceBundle(code, 'translation')) {
    language.addResourceBundle(code, 'translation', (await load()).default);
  }
  localStorage.setItem(KEPT, code);
  await language.changeLanguage(code);
}
