/** A language that the page can be shown in. */
export interface Language {
  readonly code: string;
  /** Its own name. */
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
}

/** English and Urdu are complete; the others fall back to English for what they lack. */
export const LANGUAGES: readonly Language[] = [
  { code: 'en', name: 'English', direction: 'ltr' },
  { code: 'ur', name: 'اردو', direction: 'rtl' },
  { code: 'fr', name: 'Français', direction: 'ltr' },
  { code: 'hi', name: 'हिन्दी', direction: 'ltr' },
  { code: 'ar', name: 'العربية', direction: 'rtl' },
];

/** The direction of a page in a language; left to right for one that is not offered. */
export function directionOf(code: string): 'ltr' | 'rtl' {
  return LANGUAGES.find((language) => language.code === code)?.direction ?? 'ltr';
}
