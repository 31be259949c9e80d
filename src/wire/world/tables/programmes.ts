/**
 * Lists, programmes and laws as texts name them. A programme tells its authority: whoever is "designated as an
 * SDGT" was designated by the United States, whether the text says so or not. `generic` programmes are words
 * that several states use.
 *
 * Columns: id | country (or `-`) | names.
 */
const ROWS = `
FTO|US|Foreign Terrorist Organisation,Foreign Terrorist Organization,Foreign Terrorist Organisations,Foreign Terrorist Organizations,FTO,FTOs
SDGT|US|Specially Designated Global Terrorist,Specially Designated Global Terrorists,SDGT,SDGTs,Executive Order 13224,E.O. 13224
SDN|US|Specially Designated Nationals,Specially Designated Nationals List,SDN list,SDN List
UN-1267|UN|1267 list,1267 sanctions list,ISIL (Da'esh) and Al-Qaida Sanctions List,ISIL and Al-Qaida Sanctions List,Al-Qaida Sanctions List,UN sanctions list
UN-1988|UN|1988 list,Taliban sanctions list
UAPA|IN|UAPA,Unlawful Activities Prevention Act,Unlawful Activities (Prevention) Act,Unlawful Activities Act
IN-FIRST-SCHEDULE|IN|First Schedule of the UAPA
PK-ATA|PK|Anti-Terrorism Act,Anti Terrorism Act,Fourth Schedule,First Schedule of the Anti-Terrorism Act
GB-TA2000|GB|Terrorism Act 2000,Terrorism Act
CA-CC|CA|Criminal Code list,Listed Entities list
`;

/** A programme, list or law by one of its names. */
export interface ProgrammeName {
  readonly text: string;
  readonly id: string;
  readonly country: string | null;
}

/** All programme names of the table. */
export const PROGRAMME_NAMES: readonly ProgrammeName[] = ROWS.trim()
  .split('\n')
  .flatMap((row) => {
    const [id = '', country = '', names = ''] = row.split('|');
    return names.split(',').map((text) => ({ text, id, country: country === '-' ? null : country }));
  });

/** The one state whose programmes they all are (who lists an SDGT is the United States), or `null`. */
export function countryOfProgrammes(programmes: readonly string[]): string | null {
  const countries = new Set(
    PROGRAMME_NAMES.flatMap(({ id, country }) =>
      programmes.includes(id) && country !== null ? [country] : [],
    ),
  );
  const [only] = countries;
  return countries.size === 1 ? (only ?? null) : null;
}
