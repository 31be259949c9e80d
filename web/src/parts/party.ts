import { useTranslation } from 'react-i18next';

const ISO = /^[A-Z]{2}$/;

/**
 * Says a party by its name in the page's language: a state by its ISO 3166 code; a body (FATF), or a code that is
 * no state's, as it stands.
 */
export function usePartyName(): (code: string) => string {
  const { i18n } = useTranslation();
  return (code) =>
    ISO.test(code)
      ? (new Intl.DisplayNames(i18n.language, { type: 'region', fallback: 'code' }).of(code) ?? code)
      : code;
}
