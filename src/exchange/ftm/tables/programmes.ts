/**
 * Ids of programmes in OpenSanctions' register of sanctions programmes (`meta/programs` of its repository, as of
 * 2026), by list and by the programme that the list prints. Only those that are beyond doubt; a programme that is
 * not here has no `programId` and stands in `program` as printed.
 */
export const PROGRAMME_IDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'un-sc': { 'Al-Qaida': 'UN-SCISIL' },
  'us-ofac-sdn': { FTO: 'US-FTO219', SDGT: 'US-TERR' },
  'us-csl': { FTO: 'US-FTO219', SDGT: 'US-TERR' },
  'us-state-fto': { '': 'US-FTO219', FTO: 'US-FTO219' },
  'us-state-sdgt': { '': 'US-TERR', SDGT: 'US-TERR' },
  'eu-fsf': { TERR: 'EU-TERR' },
};
