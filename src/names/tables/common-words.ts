/**
 * How much common words tell when no index is at hand to say it: 1 tells a name apart by itself, .25 hardly at
 * all. Words that are not here weigh 1.
 *
 * Source: how often each word stands in the 35,000 names of the OFAC SDN list of 2023-12-28 and the UN list of
 * 2026-02-27, weighed as an index weighs its words and rounded to steps; words that are frequent there only
 * because one bearer has many names were taken out by hand, and a few of plain sense added (`resistance`,
 * `socialist`, `council`). Spellings of one word are counted together and stand here once, by the first of
 * their group in `equivalents.ts`.
 */
const STEPS: readonly (readonly [weight: number, words: string])[] = [
  [0.25, 'muhammad abdul'],
  [0.35, 'ali abu trading bank group abdullah ahmad ahmed'],
  [
    0.45,
    'international ibrahim islamic shipping husayn development rahman hassan hasan state research institute plant center foundation organization management technology general investment company services industry national',
  ],
  [
    0.55,
    'holding holdings enterprise enterprises trade exchange engineering production petrochemical scientific headquarters precision tools association russian iranian bureau committee commercial energy oil design society charitable charity federal army export import construction ship money movement aviation security technologies steel defense marine maritime service central khan said ansar saleh salih yusuf alexander aleksandr vladimir sergey sergei omar umar hamid salim aziz rahim karim mahmoud mahmud majid abbas amir amin igor oleg dmitry mikhail andrey andrei nikolay nikolai viktor jose luis kim yu sanaye sanayeh sanaie sanat sanati sazandegi mojtama mojtame mojtamae gharargah gharargahe gharagah gharagahe sazman mohandesi bazargani vladimirovich aleksandrovich nikolaevich nikolayevich ivanovich',
  ],
  [
    0.65,
    'aluminum aluminium automation battery batteries component components design designing instrument instrumentation laboratory laboratories missile missiles part parts plant plants propellant workshop college school camp establishment authority base new joint ministry military mining institut global fund investments force forces complex machinery systems electronics electronic logistics building republic port sea air factory factories welfare relief branch sciences science brigade technical credit manufacturing unitary university institution insurance united finance financial department office agency academy peoples people special company corporation repair foreign transport transportation petroleum gas consulting aircraft humanitarian public radio nuclear media party front liberation resistance revolutionary socialist democratic islam mujahidin jihad jamaat harakat directorate council province union federation network business leasing cement airlines lines properties equipment products solutions chemical project pharmaceutical medical food agricultural east west north south eastern western northern southern middle gulf asia africa russia iran iraq syria syrian yemen lebanon libya pakistan afghanistan india china korea korean palestine palestinian arab belarus moscow golden blue river star ivan aleksey alexey alexei khalid khaled islamic yahya musa isa bakr uthman hadi habib hakim tariq walid sultan mahdi mehdi salman latif salam saeed rashid akbar shah jan gul mir juan carlos jesus miguel victor pavel yuri yuriy roman anton denis konstantin lopez garcia gonzalez rodriguez hernandez perez sanchez martinez torres john peter david maria olga elena natalya svetlana chol hong yong song wang li haqqani sergeevich sergeyevich petrovich mikhailovich yurievich anatolyevich',
  ],
];

/** The weight of each common word, by the first word of its group of equivalents or by itself. */
export const COMMON_WORDS: ReadonlyMap<string, number> = new Map(
  [...STEPS].reverse().flatMap(([weight, words]) => words.split(' ').map((word) => [word, weight] as const)),
);
