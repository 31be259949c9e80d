import { fold } from './fold.ts';

/**
 * Names of countries as lists print them, where the English name of CLDR (`Intl.DisplayNames`) is another: the
 * official names of the UN's terminology database (UNTERM), and usual short forms.
 */
const ALSO: Readonly<Record<string, string>> = {
  BA: 'bosnia and herzegovina|bosnia',
  BN: 'brunei darussalam',
  BO: 'bolivia plurinational state of|plurinational state of bolivia',
  CD: 'democratic republic of the congo|democratic republic of congo|congo democratic republic|dr congo|drc|congo democratic republic of the|zaire',
  CF: 'central african republic',
  CG: 'congo|republic of the congo|republic of congo',
  CI: 'ivory coast|cote d ivoire|cote divoire',
  CZ: 'czech republic',
  FM: 'micronesia federated states of',
  GB: 'great britain|united kingdom of great britain and northern ireland|england|uk',
  HK: 'hong kong',
  IR: 'islamic republic of iran|iran islamic republic of',
  KP: 'democratic people s republic of korea|democratic peoples republic of korea|dprk|korea north',
  KR: 'republic of korea|korea south|korea republic of',
  LA: 'lao people s democratic republic|lao peoples democratic republic|lao pdr',
  LY: 'libyan arab jamahiriya|state of libya',
  MD: 'republic of moldova|moldova republic of',
  MK: 'republic of north macedonia|macedonia|the former yugoslav republic of macedonia',
  MM: 'burma|myanmar',
  PS: 'state of palestine|palestine|palestinian|occupied palestinian territory|west bank and gaza',
  RU: 'russian federation',
  SY: 'syrian arab republic',
  SZ: 'swaziland|eswatini',
  TR: 'turkey|turkiye',
  TW: 'taiwan province of china',
  TZ: 'united republic of tanzania|tanzania united republic of',
  US: 'united states of america|usa',
  VE: 'bolivarian republic of venezuela|venezuela bolivarian republic of',
  VN: 'viet nam',
};

const CODE = /^[A-Za-z]{2}$/;
const LETTERS = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at));

/** A code as it is now: `BU` is `MM`, `UK` is `GB`. */
function present(code: string): string {
  return new Intl.Locale(`und-${code}`).region ?? code.toUpperCase();
}

/** Codes that CLDR names and that stand for no country. */
const NO_COUNTRY = new Set(['EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ']);

const NAMES: ReadonlyMap<string, string> = (() => {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const codes = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));
  return new Map(
    codes.flatMap((code) => {
      const name = NO_COUNTRY.has(code) ? undefined : names.of(code);
      return name === undefined ? [] : [[code, name] as const];
    }),
  );
})();

const CODES: ReadonlyMap<string, string> = (() => {
  const codes = new Map<string, string>();
  for (const [code, name] of NAMES) codes.set(fold(name), present(code));
  for (const [code, also] of Object.entries(ALSO)) for (const name of also.split('|')) codes.set(name, code);
  return codes;
})();

/**
 * The ISO 3166-1 alpha-2 code of a country given as its code or its English name, official or usual; `null` for
 * anything else (`Afghan`, `stateless`, a code that no country has), which is then no answer and no contradiction.
 */
export function countryCode(text: string): string | null {
  const trimmed = text.trim();
  if (CODE.test(trimmed)) {
    const code = present(trimmed);
    return NAMES.has(code) ? code : null;
  }
  const folded = fold(trimmed).replace(/^the /, '');
  return CODES.get(folded) ?? null;
}
