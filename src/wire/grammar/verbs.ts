import { inflect } from './inflect.ts';

/**
 * Verbs of news about conflict, law and diplomacy, as base forms. A verb that is not here is still seen as one
 * where its ending and its place show it (`tag.ts`).
 */
const REGULAR = `
assume telephone phone boast brag concede backtrack presume lynch drop line spray plough plow mow pelt bludgeon throttle decapitate pepper pound batter firebomb topple flatten level gut jolt puncture uproot club stone dismember land pack load rake thrash kick belong overpower machinegun dynamite riddle hurl toss lob strafe deactivate rape decapitate occupy burn ignite activate derail damage demolish raze ransack vandalise vandalize hack indict arraign confiscate disburse maim perish succumb forfeit indoctrinate
abandon abduct accept accuse achieve acknowledge acquit act add address admit adopt advance affirm agree aid aim
air allege allow ambush amend announce appeal appear applaud apprehend approve argue arm arrange arrest arrive ask
assassinate assault assert assess assist assure attack attempt attend attribute avenge avert back ban bar behead
believe benefit blacklist blame block bolster bomb brand breach brief call campaign cancel capture carry
cause caution cease chair challenge change charge cite claim clarify clash cleanse clear close co-chair co-host
collaborate collapse combat command comment commend commit condemn conclude conduct confirm confront congratulate
consider consult contain continue contribute convene convey convict cooperate coordinate corroborate counter
cover crash create criticise criticize curb curtail dare deal debate decide declare decline deem deepen defeat defend
define defuse delist deliver demand demonstrate denounce deny depart deplore deploy deport describe designate destroy detain
detect deter determine detonate develop die direct disagree disarm discuss dismantle dismiss dispatch disown
disavow display disrupt distance divide donate downplay ease educate eliminate emerge emphasise emphasize employ
empty enable encounter encourage end endorse enforce engage enhance ensure enter eradicate escape escort establish evacuate
exchange execute exercise exist expand expect expel explode explore export express extend extort extradite face facilitate fail
fear figure file finance finalise finalize fire flee focus foil follow force form foster free fund further
gain gather grant greet guarantee gun hail halt hamper hand hang happen harbour harbor harm head help hijack
hinder honour hope host identify ignore impede implement implicate impose improve include increase indicate infiltrate
inflict inform initiate injure inspect install instruct intend intensify intercept interrogate introduce invade
investigate invite involve isolate issue jail join justify kidnap kill label lack land laud launch liberate lift
link list locate loot maintain manage maintain march mark martyr massacre mediate mention monitor motivate mount
mourn move murder nab name negotiate neutralise neutralize normalise normalize note notify nominate obstruct
obtain occur offer open operate oppose orchestrate order organise organize oust outlaw outline own pardon
participate pass patrol perform perpetrate permit phase pin place plan plant plead pledge plot point pose possess
praise prepare present press pressure prevent probe proceed proclaim produce prohibit promise promote propose proscribe
prosecute protect protest prove provide provoke publish pull punish pursue push question raid raise ram ratify reach react
reaffirm realise realize receive recall recognise recognize recommend recommit reconfirm recover recruit redesignate reduce refer
reflect refrain refuse refute regard regret reinstate reiterate reject relate release relist rely remain remark remind remove
renew renounce repatriate repeat replace reply report represent request require rescue resist resolve
respond restore restrict restart result resume retaliate retire retract retrieve return reveal review revoke reward rob
round rule safeguard sanction say scale schedule search secure seize sentence separate serve set shape share
shell shelter sign signal slam slay snatch solve sort spare spark specify sponsor stab stage stand start state stay step
stop storm strangle strengthen stress strive struggle submit succeed suffer suggest summon supply support suppress
surge surrender surround suspect suspend sustain tackle take target tell term terminate thank thwart tighten topple
torch torture trace track train transfer transpire transport travel treat trigger try turn undermine underline
underscore unveil update uphold upgrade urge use vacate value veto view violate visit voice vow wage wait walk want warn
watch weaken welcome wish witness work worsen wound wreck yield accede reconvene abet bankroll equip instigate
plead recover disband enlist de-list ban outlaw unban unfreeze freeze cooperate hoist threaten deceive circumvent play centre center choke exploit radicalise radicalize recruit proclaim align
combine deploy dismantle emerge enact erode evict expire fortify grapple hail incite inaugurate interact interdict
introduce linger locate lobby loom narrow navigate optimise outpace penalise reassess redouble
reform replicate rescind reshape revamp revise revive safeguard scrutinise solidify spearhead stem streamline surface
testify trade uncover underpin undertake unify unite usher utilise weigh widen apologise acquit assure award confess rip rock sell chase compare
lift lapse rename rebrand regroup splinter operate flag wait disclose divulge allocate earmark freeze
highlight forge ink mandate institute authorise authorize reconcile rally riot sabotage screen seal
squander stall steer surrender swap sweep tap tender threaten toughen trail tumble usurp vet vilify wrest
mobilise dedicate delegate devote discourage disqualify divert dominate draft echo elaborate elect embrace
enlarge enrol evade exceed exclude excuse exempt exert exhaust exhort expedite explain expose extinguish fabricate
frustrate fuel garner govern heed hesitate import impress imprison incorporate incur induce infer inherit
inhibit integrate intervene intimidate invest invoke jeopardise kick lament legislate levy loathe
marginalise merge migrate misuse modernise modify multiply nurture oblige oppress outrage overlook
penetrate persist persuade pile pool portray postpone preach preclude predict prefer preside prevail
prioritise prioritize prolong prompt purchase quell quit quote reassure rebuke recede
reconsider reconstruct redirect refuel regain register regulate reimpose relay relocate render reopen repair repay
repeal replenish reprimand resemble resent reserve resign resort retain reunite reverse revert revisit
ridicule scrap scrutinize segregate settle shatter shift shun sideline simulate slash smuggle
spoil spur squeeze stabilise stabilize starve stipulate strand stretch subdue substantiate summarise
distribute circulate presume convince speculate surmise vindicate supervise supplement survive swell tackle tamper taunt tempt thrive tolerate torment tour reaffirm
`;

/** Irregular verbs: base, past, past participle, and forms that the rules do not give. */
const IRREGULAR = `
arise arose arisen|beat beat beaten|bear bore borne|become became become|begin began begun|bind bound bound|blow blew blown|
break broke broken|bring brought brought|build built built|buy bought bought|catch caught caught|choose chose chosen|
come came come|cut cut cut|deal dealt dealt|draw drew drawn|drive drove driven|fall fell fallen|feel felt felt|
fight fought fought|find found found|flee fled fled|fly flew flown|forbid forbade forbidden|forget forgot forgotten|
freeze froze frozen|get got got|give gave given|go went gone|grow grew grown|hang hanged hanged|hear heard heard|
hide hid hidden|hit hit hit|hold held held|keep kept kept|know knew known|lay laid laid|lead led led|leave left left|
lend lent lent|let let let|lose lost lost|make made made|mean meant meant|meet met met|overthrow overthrew overthrown|
pay paid paid|put put put|read read read|ride rode ridden|rise rose risen|run ran run|say said said|see saw seen|
seek sought sought|fling flung flung|shake shook shaken|sell sold sold|send sent sent|set set set|shoot shot shot|show showed shown|shut shut shut|
slay slew slain|speak spoke spoken|spend spent spent|stand stood stood|steal stole stolen|strike struck struck|
swear swore sworn|take took taken|teach taught taught|tear tore torn|tell told told|think thought thought|throw threw thrown|
undertake undertook undertaken|understand understood understood|uphold upheld upheld|win won won|
withdraw withdrew withdrawn|wear wore worn|withhold withheld withheld|write wrote written|undergo underwent undergone|rebuild rebuilt rebuilt|retake retook retaken|
rethink rethought rethought|overrun overran overrun|oversee oversaw overseen|overcome overcame overcome
`;

/** Verbs that double their last letter before -ed and -ing. */
const DOUBLING = new Set(
  (
    'ban plan nab rob stab stop kidnap transfer refer commit admit submit occur permit control slam trap bar plot ' +
    'gun ram pin equip defer deter expel compel abet step travel cut hit get let put run set shut win begin ' +
    'brag lob gut drop recommit unban acquit rip swap tap log quit scrap shun span spur'
  ).split(' '),
);

/** Base forms that are nouns as well, so that their place decides. */
export const ALSO_NOUNS: ReadonlySet<string> = new Set(
  (
    'phone telephone stall drop line spray plough plow mow pepper pound batter level gut jolt club stone land pack load rake kick pelt centre center resolve pledge desire sweep burn dynamite riddle rape hack abuse act address advance aid aim air ambush appeal arm arrest assault attack attempt back ban bar benefit blame block ' +
    'bomb brand breach brief call campaign capture cause chair challenge change charge claim clash close combat command ' +
    'comment conduct contact control counter cover crash curb deal debate decline demand display dispatch drive end escape ' +
    'escort exchange exercise export face fear fight figure file finance fire focus force form free fund gain gun halt hand harm head help ' +
    'hijack hold honour hope host increase issue jail join kidnap label lack land launch lead lift link list march mark martyr massacre ' +
    'mention monitor move murder name note offer open order own patrol permit place plan plant plot point press pressure ' +
    'probe proceed promise protest push question raid raise release remark report request rescue result return review reward round rule ' +
    'sanction say scale schedule search sentence set shape share shell shelter signal slam sort spark sponsor stage stand start state ' +
    'stay step stop storm stress strike struggle supply support surge suspect target term torture trace track train ' +
    'transfer transport travel trigger try turn use value veto view visit voice vow wage wait walk want watch welcome wish witness ' +
    'work wound wreck yield update upgrade run cut hit shot shoot show pay read ride rise throw win draw fall find build'
  ).split(' '),
);

/** Forms that another spelling of the language gives: `traveling`, `labeled`. */
const OTHER_SPELLINGS: readonly (readonly [text: string, lemma: string, form: VerbForm])[] = [
  ['traveling', 'travel', 'ing'],
  ['traveled', 'travel', 'past'],
  ['labelled', 'label', 'past'],
  ['labelling', 'label', 'ing'],
  ['cancelled', 'cancel', 'past'],
  ['cancelling', 'cancel', 'ing'],
  ['kidnaped', 'kidnap', 'past'],
  ['kidnaping', 'kidnap', 'ing'],
  ['reported', 'report', 'past'],
];

/** Which form of a verb a word is: `walk`, `walks`, `walked`, `walked` (participle), `walking`. */
export type VerbForm = 'base' | 's' | 'past' | 'part' | 'ing';

/** A reading of a word as a verb. */
export interface VerbReading {
  readonly lemma: string;
  readonly forms: ReadonlySet<VerbForm>;
}

/** All forms of the verbs above. A form that two verbs share goes to the first (`found` is `find`). */
export const VERBS: ReadonlyMap<string, VerbReading> = buildForms();

function buildForms(): ReadonlyMap<string, VerbReading> {
  const readings = new Map<string, { lemma: string; forms: Set<VerbForm> }>();
  const add = (text: string, lemma: string, form: VerbForm) => {
    const known = readings.get(text);
    if (known === undefined) readings.set(text, { lemma, forms: new Set([form]) });
    else if (known.lemma === lemma) known.forms.add(form);
  };
  const irregular = new Set<string>();
  for (const row of IRREGULAR.replaceAll('\n', '').split('|')) {
    const [lemma = '', past = '', part = ''] = row.trim().split(' ');
    irregular.add(lemma);
    const { s, ing } = inflect(lemma, DOUBLING.has(lemma));
    add(lemma, lemma, 'base');
    add(s, lemma, 's');
    add(past, lemma, 'past');
    add(part, lemma, 'part');
    add(ing, lemma, 'ing');
  }
  for (const lemma of REGULAR.trim().split(/\s+/)) {
    if (irregular.has(lemma)) continue;
    const { s, ed, ing } = inflect(lemma, DOUBLING.has(lemma));
    add(lemma, lemma, 'base');
    add(s, lemma, 's');
    add(ed, lemma, 'past');
    add(ed, lemma, 'part');
    add(ing, lemma, 'ing');
  }
  for (const [text, lemma, form] of OTHER_SPELLINGS) {
    add(text, lemma, form);
    if (form === 'past') add(text, lemma, 'part');
  }
  return readings;
}

/** The -ing form of a verb (`support` gives `supporting`). */
export function ingForm(lemma: string): string {
  return inflect(lemma, DOUBLING.has(lemma)).ing;
}
