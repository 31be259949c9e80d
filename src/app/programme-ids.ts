/**
 * The programmes that reports name, by the words that lists print for them: a report says "under the UAPA" or
 * "by the 1267 committee", the lists say neither. By list; `''` stands for an entry without a printed programme.
 */
const PROGRAMME_IDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'un-sc': { 'Al-Qaida': 'UN-1267', Taliban: 'UN-1988' },
  'us-state-fto': { '': 'FTO' },
  'us-state-sdgt': { '': 'SDGT' },
  'in-mha': { '': 'UAPA' },
  'in-mha-unlawful': { '': 'UAPA' },
  'pk-nacta': { '': 'PK-ATA' },
  'uk-home-office': { '': 'GB-TA2000' },
};

/** The id under which reports name a list's programme; the printed programme where it has no other. */
export function programmeIdOf(list: string, programme: string | null): string | null {
  return PROGRAMME_IDS[list]?.[programme ?? ''] ?? programme;
}
