/**
 * The syllables of standard Chinese in Hanyu Pinyin (ISO 7098:2015, annex A), by what they begin with, tones and the
 * two dots of ü left out.
 */
const SYLLABLES: Readonly<Record<string, string>> = {
  '': 'a ai an ang ao e en er ou',
  b: 'a ai an ang ao ei en eng i ian iao ie in ing o u',
  p: 'a ai an ang ao ei en eng i ian iao ie in ing o ou u',
  m: 'a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u',
  f: 'a an ang ei en eng o ou u',
  d: 'a ai an ang ao e ei eng i ian iao ie ing iu ong ou u uan ui un uo',
  t: 'a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo',
  n: 'a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong u uan ue uo',
  l: 'a ai an ang ao e ei eng i ia ian iang iao ie in ing iu ong ou u uan ue un uo',
  g: 'a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo',
  k: 'a ai an ang ao e en eng ong ou u ua uai uan uang ui un uo',
  h: 'a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo',
  j: 'i ia ian iang iao ie in ing iong iu u uan ue un',
  q: 'i ia ian iang iao ie in ing iong iu u uan ue un',
  x: 'i ia ian iang iao ie in ing iong iu u uan ue un',
  zh: 'a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo',
  ch: 'a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo',
  sh: 'a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo',
  r: 'an ang ao e en eng i ong ou u uan ui un uo',
  z: 'a ai an ang ao e ei en eng i ong ou u uan ui un uo',
  c: 'a ai an ang ao e en eng i ong ou u uan ui un uo',
  s: 'a ai an ang ao e en eng i ong ou u uan ui un uo',
  y: 'a an ang ao e i in ing ong ou u uan ue un',
  w: 'a ai an ang ei en eng o u',
};

/** Beginnings that Wade and Giles write otherwise, the marks of breath left out, as lists print them. */
const BEGINNINGS: Readonly<Record<string, string>> = {
  b: 'p',
  d: 't',
  g: 'k',
  j: 'ch',
  q: 'ch',
  x: 'hs',
  zh: 'ch',
  z: 'ts',
  c: 'ts',
  r: 'j',
};
/** Endings that they write otherwise, and those of them that follow some beginnings only. */
const ENDINGS: Readonly<Record<string, string>> = {
  ian: 'ien',
  ie: 'ieh',
  ue: 'ueh',
  ong: 'ung',
  iong: 'iung',
  uo: 'o',
  er: 'erh',
};
/** Syllables that follow no rule of the two tables. */
const WHOLE: Readonly<Record<string, string>> = {
  zhi: 'chih',
  chi: 'chih',
  shi: 'shih',
  ri: 'jih',
  zi: 'tzu',
  ci: 'tzu',
  si: 'ssu',
  ge: 'ko',
  ke: 'ko',
  he: 'ho',
  guo: 'kuo',
  kuo: 'kuo',
  huo: 'huo',
  shuo: 'shuo',
  gui: 'kuei',
  kui: 'kuei',
  yi: 'i',
  you: 'yu',
  yan: 'yen',
  ye: 'yeh',
};

/** Each syllable of Pinyin with its spelling by Wade and Giles (H. A. Giles, Chinese-English Dictionary, 1912). */
export const WADE_OF_PINYIN: ReadonlyMap<string, string> = new Map(
  Object.entries(SYLLABLES).flatMap(([beginning, endings]) =>
    endings.split(' ').map((ending) => {
      const syllable = beginning + ending;
      const spelt = (BEGINNINGS[beginning] ?? beginning) + (ENDINGS[ending] ?? ending);
      return [syllable, WHOLE[syllable] ?? spelt] as const;
    }),
  ),
);

/** The syllables of Wade and Giles. */
export const WADE: ReadonlySet<string> = new Set(WADE_OF_PINYIN.values());

/**
 * Family names in Pinyin that nine in ten Chinese bear (Ministry of Public Security, report on names of 2020). A name
 * is held to be Chinese only when it begins or ends with one and is made of nothing but syllables.
 */
export const CHINESE_FAMILY_NAMES: ReadonlySet<string> = new Set(
  (
    'wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie song tang ' +
    'deng han feng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding ren yao shen zhong ' +
    'tan fan fang shi liao zou xiong jin hao kong bai cui kang mao qiu qin gu hou shao meng long wan duan qian yin ' +
    'chang qiao lai gong wen xue yan fu jia xia dai ge'
  ).split(' '),
);
