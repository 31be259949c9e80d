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
    // A kunya that is a given name, as the Maghreb and West Africa write it in one word.
    'abubakr abubakar abubaker abubacar aboubacar aboubakar aboubaker aboubakr boubacar boubakar boubaker boubakeur bubakar ابوبكر',
    'abualqasim abulqasim abulkasim abulqasem aboulkacem abolqasem abolghasem belkacem belkassem belkasem belqasim belqasem belqassem belgacem belgasem ابوالقاسم بلقاسم',
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
    'brothers bros',
    'association assn assoc',
    'center centre ctr',
    'general gen',
    'exchange exch',
    'import imp',
    'export exp',
    'development dev',
    'labor labour',
    'defense defence',
    'management mgmt',
    'services svcs',
    'number no nr',
    'saint st',
    'ministry min',
    'technology technologies tech',
    'petrochemical petrochemicals petrochem',
    'products product prods prod',
    'agricultural agriculture agric',
    'pharmaceutical pharmaceuticals pharm pharma',
    'laboratory laboratories lab labs',
    'equipment equip eqpt',
    'investment investments invest',
    'transport transportation transp',
    'administration admin',
    'division div',
    'federation fed',
  ],
};

/**
 * Words for kinds of organisation and what they do, in the languages of their own names: `|` parts languages.
 * Words on one side are forms of one word (`industry`, `industrial`); words on two sides translate. Grows by
 * review: each group needs list entries that print both sides for one body (UN, OFAC, EU and UK lists do for
 * these).
 */
const TRANSLATIONS: EquivalentTable = {
  how: 'translation',
  similarity: 0.85,
  groups: [
    'army | lashkar lashgar لشكر | jaish jaysh jeish jaych جيش | ejercito | armee',
    'front | jabhat jabha jebhat jabhah jabhet جبهه | frente',
    'movement | harakat harkat haraka harakah حركه | tehrik tehreek tahrik تحريك | movimiento | mouvement',
    'party | hizb hezb hizbul hezbe حزب | partiya | partido parti',
    'state | dawla dawlat dawlah daulah دوله',
    'islamic islami islamiyya islamiya islamiyah islamia islamique اسلامي اسلاميه',
    'liberation | tahrir تحرير | liberacion',
    'supporters | ansar انصار',
    'brigade brigades | liwa لوا | katiba katibat kataib katibah كتايب',
    'bank banque banco banka банк بنك',
    'foundation | muassasat muassasa mouassasat موسسه | fondation fundacion | bonyad bunyad بنياد',
    'network | shabaka shabakat شبكه',
    'youth | shabab شباب',
    'isil isis | daesh daish داعش',
    'levant | sham الشام شام',
    'council | shura shoura شوري | مجلس',
    'emirate | imarat emirat imara اماره',
    'province | wilayat wilaya vilayat ولايه',
    'industry industries industrial inds | sanaye sanayeh sanaie sanayi sanat sanaat sanati صنايع صنعت صنعتي | industria industrias',
    'factory factories | karkhaneh karkhane كارخانه | fabrika fabrikasi | zavod завод',
    'headquarters hq | gharargah gharargahe gharagah gharagahe qarargah قرارگاه',
    'construction constr | sazandegi سازندگي | sakhteman ساختمان | insaat | stroitelstvo',
    'complex | mojtama mojtame mojtamae مجتمع | kompleks',
    'organization organisation organizations orgn | sazman sazeman سازمان | munazzamat منظمه | organizatsiya',
    'research | tahghighat tahqiqat تحقيقات | pajohesh pajouhesh pazhuhesh پژوهش',
    'institute inst ins | muassese moassese | institut институт | instituto',
    'engineering engineers engineer engg eng | mohandesi mohandessi مهندسي | muhendislik',
    'chemical chemicals | shimiaei shimiyaee shimi شيميايي',
    'trading trade trdg | bazargani بازرگاني | tijarat tijara tijariya التجاريه تجاريه تجارت | ticaret | torgovlya',
    'group | gorouh goruh grouh گروه | grupo | groupe | gruppa группа',
    'tools tool | abzar ابزار',
    'oil | naft نفت | petrol',
    'aviation aeronautics aeronautical aerospace',
    'consulting consultant consultants consultancy',
    'precision | daghigh daqiq دقيق',
    'electronic electronics | elektronik | elektronika электроника',
    'relief | ighatha ighathah اغاثه',
    'charity charitable | khairia khairiya khairiyah خيريه | kheirieh',
    'martyrs | shuhada shohada شهدا',
    'support | nusrah nusra nusrat نصره',
  ],
};

/**
 * Short forms of given names that stand for one name, or nearly one, whoever bears it. No row for a short form
 * that serves many names alike (`Al`, `Jo`), and none for two given names of one origin (`John`, `Ivan`).
 */
const NICKNAMES: EquivalentTable = {
  how: 'nickname',
  similarity: 0.86,
  groups: [
    'william bill billy will',
    'robert bob bobby rob',
    'john jack johnny',
    'henry hank',
    'frederick fred freddie freddy',
    'jeffrey geoffrey jeff geoff',
    'philip phillip phil',
    'peter pete',
    'timothy tim',
    'raymond ray',
    'walter walt wally',
    'vincent vince',
    'joshua josh',
    'zachary zach zack',
    'deborah debra debbie',
    'susan susie',
    'rebecca becky',
    'victoria vicky vicki',
    'jennifer jenny',
    'barbara barb',
    'richard dick rick',
    'theodore ted teddy',
    'edward eddie',
    'michael mike mick mickey',
    'james jim jimmy jimmie',
    'thomas tom tommy',
    'anthony antony tony',
    'charles charlie chuck',
    'joe joey',
    'daniel dan danny',
    'david dave davey',
    'andrew andy drew',
    'matthew matt',
    'christopher chris',
    'gregory greg',
    'stephen steven steve',
    'kenneth ken kenny',
    'lawrence laurence larry',
    'samuel sam sammy',
    'nicholas nick',
    'benjamin ben benny',
    'ronald ron ronnie',
    'donald don',
    'elizabeth liz lizzie beth',
    'margaret maggie peggy',
    'katherine catherine kathryn kate kathy cathy',
    'barack barry',
    'alexander aleksandr alexandr sasha alex',
    'vladimir volodya vova volodymyr',
    'mikhail misha',
    'nikolai nikolay kolya',
    'dmitry dmitri dmitriy dima mitya',
    'ivan vanya',
    'sergei sergey serhii seryozha',
    'evgeny evgeniy yevgeny yevgeniy zhenya',
    'konstantin kostya',
    'yelena elena lena',
    'yekaterina ekaterina katya',
    'tatiana tatyana tanya',
    'natalia natalya natasha',
    'anastasia anastasiya nastya',
    'olga olya',
    'pavel pasha',
    'boris borya',
    'pyotr petr petya',
    'grigory grigoriy grigori grisha',
    'vasily vasiliy vasili vasya',
    'yury yuri yuriy yura',
    'anatoly anatoliy anatoli tolya',
    'leonid lyonya',
    'viktor vitya',
    'aleksei aleksey alexei alexey alyosha lyosha',
    'giuseppe beppe peppe',
    'alessandro sandro',
    'friedrich fritz',
    'johannes hannes',
    'heinrich heinz',
    'josef sepp',
    'francisco paco pancho',
    'jose pepe',
    'jesus chuy',
    'enrique quique',
    'manuel manolo',
    'concepcion concha',
    'rosario charo',
    'dolores lola',
    'guadalupe lupe',
    'ignacio nacho',
    'guillermo memo',
    'roberto beto',
  ],
};

/** All tables. */
export const EQUIVALENTS: readonly EquivalentTable[] = [SPELLINGS, ABBREVIATIONS, TRANSLATIONS, NICKNAMES];

/** A word's place in the tables: the group's first word, its side, and how members of two sides are joined. */
export interface Equivalent {
  readonly group: string;
  /** Words of one side are forms of one word; in a table without sides all are. */
  readonly side: number;
  readonly how: How;
  readonly similarity: number;
}

/** How alike two words of one side of a group of translations count. */
const FORMS_OF_ONE: Omit<Equivalent, 'group' | 'side'> = { how: 'spelling', similarity: 0.95 };

/** How two words of one group are joined. */
export function joinOf(a: Equivalent, b: Equivalent): Omit<Equivalent, 'group' | 'side'> {
  return a.how === 'translation' && a.side === b.side ? FORMS_OF_ONE : a;
}

/** The group of each word that has one. */
export const EQUIVALENT_OF: ReadonlyMap<string, Equivalent> = (() => {
  const found = new Map<string, Equivalent>();
  for (const { how, similarity, groups } of EQUIVALENTS) {
    for (const group of groups) {
      const sides = group.split(' | ').map((side) => side.split(' '));
      const first = sides[0]?.[0] ?? '';
      for (const [side, words] of sides.entries()) {
        for (const word of words)
          if (!found.has(word)) found.set(word, { group: first, side, how, similarity });
      }
    }
  }
  return found;
})();
