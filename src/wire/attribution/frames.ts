import { wordTable } from '../../kernel/index.ts';
/** Verbs by which a group takes an attack on itself, with the nouns that then stand as their object. */
export const CLAIMING: Readonly<Record<string, ReadonlySet<string>>> = {
  claim: new Set(['responsibility', 'credit']),
  take: new Set(['responsibility', 'credit']),
  accept: new Set(['responsibility', 'blame', 'credit']),
  own: new Set(['responsibility']),
  admit: new Set(['responsibility', 'involvement', 'role', 'guilt']),
  acknowledge: new Set(['responsibility', 'involvement', 'role']),
  assume: new Set(['responsibility']),
  confirm: new Set(['responsibility', 'involvement', 'role']),
  assert: new Set(['responsibility']),
  avow: new Set(['responsibility']),
  declare: new Set(['responsibility']),
  announce: new Set(['responsibility']),
};

/** Verbs that bring a claim out: "issued a claim of responsibility". */
export const ISSUING: ReadonlySet<string> = new Set(
  'make issue post publish release send circulate file put'.split(' '),
);

/** Verbs by which a group says that a deed was its own, besides those of saying. */
export const OWNING: ReadonlySet<string> = new Set([
  'claim',
  'admit',
  'acknowledge',
  'concede',
  'boast',
  'confess',
  'brag',
]);

/** Verbs that praise a deed as the speaker's own: "hailed the attack as the work of its fighters". */
export const HAILING: ReadonlySet<string> = new Set([
  'hail',
  'praise',
  'describe',
  'celebrate',
  'portray',
  'trumpet',
  'tout',
  'present',
]);

/** Verbs whose object may be the attack itself: "claimed the attack". */
export const CLAIMING_DIRECTLY: ReadonlySet<string> = new Set(['claim', 'own', 'admit', 'confess']);

/** Verbs that take a claim back. */
export const RETRACTING: ReadonlySet<string> = new Set([
  'withdraw',
  'retract',
  'rescind',
  'revoke',
  'disown',
  'recant',
  'take back',
  'walk back',
  'backtrack',
]);
/** What is taken back with them. */
export const CLAIM_NOUNS: ReadonlySet<string> = new Set(['claim', 'claims', 'responsibility']);

/** Verbs of denial, and what is denied. */
export const DENYING: ReadonlySet<string> = new Set([
  'deny',
  'reject',
  'refute',
  'dismiss',
  'disown',
  'disavow',
  'distance',
  'repudiate',
  'rubbish',
  'trash',
  'rebut',
  'rule',
  'rule out',
]);
/** Nouns for what a denial denies. */
export const DENIED_NOUNS: ReadonlySet<string> = new Set(
  (
    'involvement responsibility role hand link links connection connections complicity allegation allegations accusation ' +
    'accusations charge charges claim claims report reports assertion assertions itself themselves part support'
  ).split(' '),
);

/** Verbs of blame: whom (`object`) and for what (the prepositions). */
export const BLAMING = wordTable<readonly string[]>({
  accuse: ['of'],
  blame: ['for'],
  charge: ['with'],
  suspect: ['of'],
  implicate: ['in'],
  indict: ['for'],
  arraign: ['for'],
});
/** Verbs whose object is the deed and whose phrase is the doer: "blamed the attack on", "attributed it to". */
export const ASCRIBING = wordTable<readonly string[]>({
  blame: ['on'],
  attribute: ['to'],
  pin: ['on'],
  lay: ['on', 'at'],
  place: ['on'],
  put: ['on'],
  link: ['to'],
  trace: ['to'],
});

/** Verbs of doubt in the passive: "is believed to have carried out". */
export const SUPPOSING: ReadonlySet<string> = new Set(['suspect', 'believe', 'think', 'allege', 'presume']);

/** Acts of one state for a group, as base forms. */
export const SUPPORTING: ReadonlySet<string> = new Set(
  (
    'support back fund finance arm train shelter harbour harbor sponsor aid assist equip host protect use abet foster nurture ' +
    'bankroll patronise promote facilitate supply help'
  ).split(' '),
);
/** Nouns by which the same is said with a verb of giving: "providing shelter to". */
export const SUPPORT_NOUNS = wordTable<string>({
  support: 'support',
  backing: 'back',
  funding: 'fund',
  funds: 'fund',
  money: 'fund',
  financing: 'finance',
  weapons: 'arm',
  arms: 'arm',
  training: 'train',
  shelter: 'shelter',
  sanctuary: 'shelter',
  'safe-haven': 'shelter',
  haven: 'shelter',
  havens: 'shelter',
  sponsorship: 'sponsor',
  assistance: 'assist',
  aid: 'aid',
  patronage: 'patronise',
});
/** Verbs by which the group itself is said to get it: "received funds from". */
export const RECEIVING: ReadonlySet<string> = new Set(['receive', 'get', 'obtain', 'enjoy', 'draw']);
/** Verbs of giving, which take those nouns. */
export const GIVING: ReadonlySet<string> = new Set([
  'provide',
  'give',
  'offer',
  'extend',
  'supply',
  'send',
  'lend',
  'grant',
]);
