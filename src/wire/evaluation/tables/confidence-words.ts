/**
 * Classes of words that tell how sure a report is of who did something, and who says so. Whole words, lower case.
 */
export const CONFIDENCE_WORDS: readonly (readonly [name: string, word: RegExp])[] = [
  [
    'claim',
    /^(?:claim(?:s|ed|ing)?|credit|admit(?:s|ted|ting)?|accept(?:s|ed)?|acknowledge[sd]?|assum(?:e|ed|es|ing)|took|confess(?:ed)?|vindicat(?:e|es|ed|ing))$/,
  ],
  ['responsibility', /^(?:responsibility|credit)$/],
  ['responsible', /^(?:responsible|perpetrators?|authors?|authorship|guilty|culprits?|behind)$/],
  [
    'channel',
    /^(?:communiques?|messages?|notes?|pamphlets?|leaflets?|fl[iy]ers?|letters?|callers?|call|telephoned?|telephonic|banners?|flags?|slogans|graffiti|statement|signed)$/,
  ],
  [
    'accuse',
    /^(?:accus(?:e|ed|es|ing|ations?)|blam(?:e|ed|es|ing)|charg(?:e|ed|es|ing)|attribut(?:e|ed|es|ing)|implicat(?:e|ed|es|ing)|denounc(?:e|ed|es|ing)|condemn(?:s|ed|ing)?|link(?:ed)?|involv(?:e|ed|es|ing)|involvement|impl(?:y|ied|ies)|holds?)$/,
  ],
  [
    'hedge',
    /^(?:alleged(?:ly)?|presum(?:e|ed|es|ably)|suspect(?:s|ed)?|suspicions?|believ(?:e|ed|es)|belief|apparent(?:ly)?|reportedly|possibl[ey]|may|might|could|suppos(?:e|ed|edly)|probabl[ey]|think|thought|rumou?rs?|seems?|speculat(?:e|ed|ion)|convinced|hypothesis)$/,
  ],
  [
    'authority',
    /^(?:police|policemen|army|military|officials?|officially|government|president|ministers?|ministry|authorities|spokesm[ae]n|colonel|col|general|gen|major|maj|captain|capt|lt|judges?|prosecutors?|commander|mayor|brigade|security|intelligence|headquarters|investigators?|governor|embassy|attorney|courts?)$/,
  ],
  [
    'people',
    /^(?:witness(?:es)?|residents?|peasants?|relatives|church|bishop|archbishop|archbishopric|priests?|father|union|students|workers?|journalists?|newsmen|sources?|observers|radio|newspaper|daily|party|leaders?|human|rights|senator|deputy|neighbors|survivors)$/,
  ],
  [
    'say',
    /^(?:sa(?:id|ys?)|report(?:s|ed|ing)?|stat(?:ed|es|ing)|according|add(?:s|ed)|announc(?:e|ed|es|ing)|told|confirm(?:s|ed)?|indicat(?:e|ed|es)|disclos(?:ed|es)|reveal(?:s|ed)?|declar(?:ed|es|ing)|claim(?:s|ed)|assert(?:s|ed)?|note[ds]|point(?:s|ed)|maintain(?:s|ed)?|explain(?:s|ed)?|learned)$/,
  ],
  [
    'deed',
    /^(?:attack(?:s|ed|ing)?|kill(?:s|ed|ing|ings)?|murder(?:s|ed|ing|ers?)?|assassinat(?:e|ed|ion|ions|ing)|bomb(?:s|ed|ing|ings)?|kidnap(?:s|ped|ping|pings)?|explo(?:de|ded|sion|sions|sives?)|destroy(?:s|ed|ing)?|burn(?:ed|ing|t)?|dynamit(?:e|ed|ing)|ambush(?:ed|es)?|shot|shoot(?:ing)?|massacre[sd]?|sabotag(?:e|ed|ing)|blew|blast|fired|raid(?:s|ed)?|abduct(?:ed|ion)?|wound(?:ed|ing)?|machinegunned|shell(?:ed|ing)|strafed|planted|hurled|threw|placed|launched|carried|perpetrated|committed|seized|occupied|captured|set|gunned)$/,
  ],
  ['deny', /^(?:den(?:y|ied|ies|ying|ial)|reject(?:s|ed)?|refut(?:e|ed|es)|not)$/],
  ['first', /^(?:we|our|us|i|my)$/],
  ['threat', /^(?:threat(?:s|en|ens|ened|ening)?|warn(?:s|ed|ing)?|would|will)$/],
  [
    'member',
    /^(?:members?|elements|guerrillas?|militants|rebels?|fighters|commandos?|units?|column|squads?|hitmen|terrorists|troops|soldiers|spokesman|leaders?|commander|front|branch|wing|group|cell|faction)$/,
  ],
];

/** What sort of organisation a name tells of, first that fits. */
export const SORTS: readonly (readonly [name: string, words: RegExp])[] = [
  ['drug', /\b(?:extraditables|cartels?|mafias?|drug|traffick\w{1,8}|narco\w{0,8})\b/],
  ['squad', /\b(?:squads?|anticommunist|right\w{0,4}|paramilitary|self[- ]defense)\b/],
  ['rebel', /\b(?:liberation|revolution\w{0,5}|patriotic|front|people'?s|popular|path|movement)\b/],
  [
    'state',
    /\b(?:army|forces?|police|government|regime|military|battalion|brigade|troops|guard|soldiers|detachment|state)\b/,
  ],
];

/** What kind of source a report's first lines show, first that fits. */
export const OUTLETS: readonly (readonly [name: string, words: RegExp])[] = [
  ['clandestine', /\bclandestine\b/],
  ['broadcast', /\b(?:radio|television|domestic service|tv|network)\b/],
  [
    'agency',
    /\((?:efe|afp|dpa|reuters?|notimex|acan-efe|ap|upi|inter press service|prensa latina|xinhua|latin)\)/,
  ],
];
