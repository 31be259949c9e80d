import type { How } from '../how.ts';

/**
 * Words that are one word by another route than spelling, in groups of equals. The first word of a group
 * stands for it. A word is in at most one group.
 *
 * Rule, precision first: a group is admitted only when its members are interchangeable in names of any bearer,
 * not in the names of one. That two groups are the same organisation is a fact for the record, not for this
 * table.
 */
export interface EquivalentTable {
  readonly how: How;
  /** How alike two members of a group count. */
  readonly similarity: number;
  readonly groups: readonly string[];
}

/** One given name in the spellings of many languages, too far apart for the spelling rules. */
const SPELLINGS: EquivalentTable = {
  how: 'spelling',
  similarity: 0.97,
  groups: [
    'muhammad mohammed mohammad muhammed mohamed mohamad muhamad muhamed mohammod mohamud mohamuud mochammad mochamad mohmmad mohmed mohammadu mamadou mehmet mehmed muhammet muhammadu magomed mukhammad mukhamed mukhammed moxammed mahomet mahomed maxamed maxamuud мухаммед мухаммад магомед محمد',
    'abdul abd abdel abdal abdol abdil abdoul abdou abdu abdur abdus abdud abdun abdut abduz abdurr abdi عبد',
    'abdullah abdallah abdulla abdalla abdollah abdellah abdoullah abdoulah abdoulaye abdulah abdalah abdullahi abdillah abdellahi عبدالله',
    'bakr bakar baker bekr bekir',
    'uthman othman osman usman ousmane usmon',
    'dhu dhul zul zulf zol',
    'isa issa eissa eisa essa eesa عيسي',
    'yusuf youssef youcef yousef yusef yussuf yousuf yousaf yusup joseph jusuf',
    'ibrahim abraham',
    'husayn hussein hussain husain hossein hosein hussien husein hossain hussayn husseyn hussin huseyin houssein',
  ],
};

/** Usual abbreviations in the names of organisations, as printed with or without the dot. */
const ABBREVIATIONS: EquivalentTable = {
  how: 'abbreviation',
  similarity: 0.96,
  groups: [
    'international intl int',
    'national natl',
    'department dept',
    'government govt',
    'university univ universitas daneshgah جامعه دانشگاه',
    'manufacturing mfg manuf',
    'engineering engg',
    'industries inds',
    'brothers bros',
    'association assn assoc',
    'center centre ctr',
    'organization organisation org orgn',
    'institute inst',
    'general gen',
    'trading trdg',
    'exchange exch',
    'import imp',
    'export exp',
    'development dev',
    'labor labour',
    'defense defence',
    'management mgmt',
    'services svcs',
  ],
};

/**
 * Words for kinds of organisation in the languages of their own names, with the English word. Grows by review:
 * each group needs list entries that print both sides for one body (UN, OFAC and UK lists do for these).
 */
const TRANSLATIONS: EquivalentTable = {
  how: 'translation',
  similarity: 0.85,
  groups: [
    'army lashkar jaish jaysh jeish jaych lashgar ejercito armee جيش لشكر',
    'front jabhat jabha jebhat jabhah jabhet frente جبهه',
    'movement harakat harkat haraka tehrik tehreek tahrik harakah movimiento mouvement حركه تحريك',
    'party hizb hezb hizbul hezbe partiya partido parti حزب',
    'state dawla dawlat dawlah daulah دوله',
    'islamic islami islamiyya islamiya islamiyah islamia islamique اسلامي اسلاميه',
    'liberation tahrir liberacion تحرير',
    'supporters ansar انصار',
    'brigade brigades liwa katiba katibat kataib katibah لوا كتايب',
    'bank banque banco banka банк بنك',
    'foundation muassasat muassasa fondation fundacion bonyad bunyad موسسه بنياد',
    'network shabaka shabakat شبكه',
    'youth shabab شباب',
    'isil isis daesh daish داعش',
    'levant sham الشام شام',
    'council shura shoura شوري مجلس',
    'emirate imarat emirat imara اماره',
    'province wilayat wilaya vilayat ولايه',
  ],
};

/** All tables. */
export const EQUIVALENTS: readonly EquivalentTable[] = [SPELLINGS, ABBREVIATIONS, TRANSLATIONS];

/** A word's place in the tables: the group's first word, and how its members are joined. */
export interface Equivalent {
  readonly group: string;
  readonly how: How;
  readonly similarity: number;
}

/** The group of each word that has one. */
export const EQUIVALENT_OF: ReadonlyMap<string, Equivalent> = (() => {
  const found = new Map<string, Equivalent>();
  for (const { how, similarity, groups } of EQUIVALENTS) {
    for (const group of groups) {
      const words = group.split(' ');
      const first = words[0] ?? '';
      for (const word of words) if (!found.has(word)) found.set(word, { group: first, how, similarity });
    }
  }
  return found;
})();
