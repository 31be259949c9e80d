/**
 * Bodies and forums in which states meet, and instruments that they go by, as statements name them. Columns:
 * id | label | names. A name all in capitals is matched in capitals only. What is not here is found by its last
 * word (`named-bodies.ts`). Source: the bodies' own names.
 */
const FORA = `
un|United Nations|United Nations,UN,U.N.
unsc|UN Security Council|United Nations Security Council,UN Security Council,UNSC,Security Council
unga|UN General Assembly|United Nations General Assembly,UN General Assembly,UNGA
un-1267|UN 1267 Sanctions Committee|1267 Sanctions Committee,1267 Committee,1267 sanctions regime,1267 Monitoring Team
un-1988|UN 1988 Sanctions Committee|1988 Sanctions Committee,1988 Committee
unoct|UN Office of Counter-Terrorism|United Nations Office of Counter-Terrorism,UN Office of Counter-Terrorism,UNOCT,UNCCT
cted|UN Counter-Terrorism Committee|Counter-Terrorism Committee,Counter Terrorism Committee,CTED
unodc|UN Office on Drugs and Crime|Office on Drugs and Crime,UNODC
gctf|Global Counterterrorism Forum|Global Counterterrorism Forum,Global Counter-Terrorism Forum,Global Counter Terrorism Forum,GCTF
fatf|Financial Action Task Force|Financial Action Task Force,FATF
apg|Asia/Pacific Group on Money Laundering|Asia Pacific Group on Money Laundering,Asia/Pacific Group on Money Laundering,Asia/Pacific Group,APG
egmont|Egmont Group|Egmont Group
interpol|INTERPOL|Interpol,INTERPOL
europol|Europol|Europol
sco|Shanghai Cooperation Organisation|Shanghai Cooperation Organisation,Shanghai Cooperation Organization,SCO
sco-rats|SCO Regional Anti-Terrorist Structure|Regional Anti-Terrorist Structure,Regional Anti-Terrorism Structure,RATS
saarc|SAARC|South Asian Association for Regional Cooperation,SAARC
bimstec|BIMSTEC|BIMSTEC
asean|ASEAN|Association of Southeast Asian Nations,ASEAN
arf|ASEAN Regional Forum|ASEAN Regional Forum,ARF
oic|Organisation of Islamic Cooperation|Organisation of Islamic Cooperation,Organization of Islamic Cooperation,OIC
osce|OSCE|Organization for Security and Co-operation in Europe,Organisation for Security and Co-operation in Europe,OSCE
eu|European Union|European Union,EU
african-union|African Union|African Union
arab-league|Arab League|Arab League,League of Arab States
nato|NATO|NATO
gcc|Gulf Cooperation Council|Gulf Cooperation Council,GCC
g7|G7|G7,G-7
g20|G20|G20,G-20
quad|the Quad|the Quad,Quad,QUAD
iora|Indian Ocean Rim Association|Indian Ocean Rim Association,IORA
brics|BRICS|BRICS
coalition|Global Coalition to Defeat ISIS|Global Coalition to Defeat ISIS,Global Coalition against Daesh,Defeat-ISIS Coalition,D-ISIS
no-money|No Money for Terror conference|No Money for Terror,NMFT
icao|ICAO|International Civil Aviation Organization,ICAO
imo|International Maritime Organization|International Maritime Organization,IMO
iij|International Institute for Justice and the Rule of Law|International Institute for Justice and the Rule of Law,IIJ
hedayah|Hedayah|Hedayah
gifct|Global Internet Forum to Counter Terrorism|Global Internet Forum to Counter Terrorism,GIFCT
christchurch|Christchurch Call|Christchurch Call
cica|CICA|Conference on Interaction and Confidence-Building Measures in Asia,CICA
heart-of-asia|Heart of Asia process|Heart of Asia
moscow-format|Moscow Format|Moscow Format
commonwealth|the Commonwealth|Commonwealth of Nations
csto|CSTO|Collective Security Treaty Organization,CSTO
`;

/** A body with its names. */
export interface NamedBody {
  readonly id: string;
  readonly label: string;
  readonly names: readonly string[];
}

/** Every body of the table. */
export const FORA_TABLE: readonly NamedBody[] = FORA.trim()
  .split('\n')
  .map((row) => {
    const [id = '', label = '', names = ''] = row.split('|');
    return { id, label, names: names.split(',') };
  });

/** The last word of a name in capitals that makes it the name of a body. */
export const BODY_HEADS: ReadonlySet<string> = new Set(
  (
    'forum council committee commission assembly organisation organization coalition alliance initiative league ' +
    'network centre center structure mechanism conference summit secretariat bureau tribunal court'
  ).split(' '),
);

/** The same for instruments. */
export const INSTRUMENT_HEADS: ReadonlySet<string> = new Set(
  (
    'convention treaty agreement protocol charter declaration strategy plan memorandum act order framework compact ' +
    'code principles roadmap accord pact programme program understanding doctrine law ordinance'
  ).split(' '),
);

/** Small words that may stand inside a name in capitals. */
export const NAME_JOINTS: ReadonlySet<string> = new Set('of on for and the against to in with'.split(' '));
