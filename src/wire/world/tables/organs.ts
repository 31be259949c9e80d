/**
 * Organs of states that list, accuse, arrest or talk. `country` is `null` where many states have one of that
 * name: it is then the state that the phrase, the sentence or the dateline gives.
 *
 * Columns: country (or `-`) | names.
 */
const ROWS = `
US|State Department,Department of State,US State Department,U.S. State Department,US Department of State,U.S. Department of State
US|Treasury Department,Department of the Treasury,US Treasury,U.S. Treasury,US Treasury Department,U.S. Department of the Treasury,Office of Foreign Assets Control,OFAC
US|Justice Department,Department of Justice,US Department of Justice,Department of Homeland Security,Pentagon,White House,FBI,Federal Bureau of Investigation,CIA,Trump Administration,Trump administration
PK|Inter-Services Public Relations,ISPR,Inter-Services Intelligence,ISI,Counter Terrorism Department,CTD,National Counter Terrorism Authority,NACTA,Pakistan Army,Pakistani Army,Pakistan Foreign Office
IN|Ministry of External Affairs,MEA,External Affairs Ministry,Ministry of Home Affairs,MHA,Union Home Ministry,Home Affairs Ministry,National Investigation Agency,NIA,Union government,Border Security Force,BSF,CRPF,Central Reserve Police Force,Indian Army,Delhi Police,Mumbai Police,Enforcement Directorate
GB|Home Office,Foreign Commonwealth and Development Office,FCDO,Scotland Yard,Metropolitan Police,MI5,Downing Street
RU|Kremlin,FSB,Federal Security Service
CN|People's Liberation Army of China,Chinese People's Liberation Army
IR|Islamic Revolutionary Guard Corps,IRGC
IL|Israel Defense Forces,IDF,Mossad
UN|1267 Committee,Sanctions Committee,1267 Sanctions Committee,UN Secretary-General,Security Council Committee
EU|European Commission,European Council,Europol
-|Foreign Office,Foreign Ministry,Ministry of Foreign Affairs,Interior Ministry,Ministry of Interior,Ministry of the Interior,Home Ministry,Defence Ministry,Defense Ministry,Ministry of Defence,Ministry of Defense,Ministry of Foreign Affairs,Finance Ministry,Public Safety Ministry
`;

/** A name of an organ and the state it belongs to. */
export interface OrganName {
  readonly text: string;
  readonly country: string | null;
  /** Whether lower case counts as well ("the foreign ministry"): common nouns, not proper names. */
  readonly common: boolean;
}

/** All organ names of the table. */
export const ORGAN_NAMES: readonly OrganName[] = ROWS.trim()
  .split('\n')
  .flatMap((row) => {
    const [country = '', names = ''] = row.split('|');
    return names
      .split(',')
      .map((text) => ({ text, country: country === '-' ? null : country, common: country === '-' }));
  });
