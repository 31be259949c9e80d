/**
 * What a sanctions programme is about, by words that publishers use for it: two lists call one regime
 * `TAQA`, `1267 (ISIL (Da'esh) and Al-Qaida)` and `Isil (Da'esh) and Al-Qaeda (United Nations Sanctions) …`. A
 * row gets in when the word stands for that regime and no other in the programmes of the lists that are read
 * (UN committees by number; EU programme codes; OFAC tags; UK and Australian titles). Matched as whole words of the
 * folded text.
 */
export const REGIMES: Readonly<Record<string, readonly string[]>> = {
  'al-qaida': ['al qaida', 'al qaeda', 'isil', 'taqa', '1267', '1989', '2253'],
  taliban: ['taliban', 'afghanistan', 'afg', '1988', 'tal'],
  russia: ['russia', 'russian', 'rus', 'ukraine', 'ukr', 'rusda', 'eo14024', 'eo13661', 'eo13660', 'eo13685'],
  belarus: ['belarus', 'blr'],
  iran: ['iran', 'irn', 'ifsr', '1737', '2231', 'irgc'],
  'north-korea': ['dprk', 'prk', '1718', 'democratic peoples republic of korea', 'dprk2', 'dprk3', 'dprk4'],
  syria: ['syria', 'syr'],
  iraq: ['iraq', 'irq', '1518', 'iraq2'],
  libya: ['libya', 'lby', '1970', 'libya2', 'libya3'],
  'dr-congo': ['democratic republic of the congo', 'drc', 'drcongo', 'cod', '1533'],
  'central-african-republic': ['central african republic', 'caf', 'car', '2127', '2745'],
  somalia: ['somalia', 'som', '751', '2713', '1844'],
  sudan: ['sudan', 'sdn', 'darfur', '1591'],
  'south-sudan': ['south sudan', 'ssd', '2206'],
  mali: ['mali', 'mli', '2374'],
  yemen: ['yemen', 'yem', '2140'],
  haiti: ['haiti', 'hti', '2653'],
  lebanon: ['lebanon', 'lbn', '1636'],
  myanmar: ['myanmar', 'burma', 'mmr'],
  venezuela: ['venezuela', 'ven'],
  zimbabwe: ['zimbabwe', 'zwe'],
  balkans: ['balkans', 'bosnia', 'bih'],
  'counter-terrorism': ['sdgt', 'fto', 'terr', '1373', 'counter terrorism', 'terrorist', 'terrorism'],
  narcotics: ['sdntk', 'sdnt', 'illicit drugs'],
  cyber: ['cyber', 'cyber2', 'cyb'],
  'human-rights': ['human rights', 'glomag', 'hr', 'magnit'],
};
