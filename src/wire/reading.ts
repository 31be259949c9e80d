import type { BindingForce, NameKind, PartialDate, PositionAct, PromisingAct } from '../kernel/index.ts';
import type { Span } from './span.ts';

/** What a part of a copied page is. Nothing is removed; only headline, summary and body are read for facts. */
export type ZoneKind =
  | 'crumb'
  | 'headline'
  | 'summary'
  | 'caption'
  | 'byline'
  | 'dateline'
  | 'stamp'
  | 'furniture'
  | 'body'
  | 'trailer';

/** A part of the text, `[start, end)`. */
export interface Zone {
  readonly kind: ZoneKind;
  readonly start: number;
  readonly end: number;
}

/** The day from which "on Tuesday" is counted, and what gave it. */
export interface ReferenceDay {
  /** `YYYY-MM-DD`, in the zone of the stamp that gave it. */
  readonly value: string;
  readonly source: 'dateline' | 'first-published' | 'updated' | 'released' | 'page' | 'hint';
  /** Where it stands in the text; `null` when the caller gave it. */
  readonly span: Span | null;
}

/** What the text is: who wrote it, who printed it, when, and its parts. */
export interface ReportDocument {
  /** The input with line ends made `\n`; every span of the reading is a slice of it. */
  readonly text: string;
  /** The outlet whose page this is, where the text names it. */
  readonly publisher: string | null;
  /** The news agency whose report it carries, where the text names it. */
  readonly agency: string | null;
  /** Whether the text itself shows that another wrote it: a trailer that says so, or an agency not its own. */
  readonly syndicated: boolean;
  readonly headline: string | null;
  readonly dateline: {
    readonly place: string;
    readonly country: string | null;
    readonly agency: string | null;
  } | null;
  /** EDTF instant with its zone, or a day where the text gives no time. */
  readonly firstPublished: string | null;
  readonly updated: string | null;
  readonly reference: ReferenceDay | null;
  /** BCP 47. Events are read from English only; mentions from any language. */
  readonly language: string;
  /** Of `text` in UTF-8, hexadecimal. */
  readonly sha256: string;
  readonly zones: readonly Zone[];
  /**
   * What a reader should know of the text: `bidi-control`, `no-reference-date`, `cut-off`, `events-capped`,
   * `only-names-are-read-in-this-language`.
   */
  readonly warnings: readonly string[];
}

/** What a name in the text names. */
export type MentionKind =
  | 'group'
  | 'person'
  | 'organisation'
  | 'vessel'
  | 'aircraft'
  | 'state'
  | 'organ'
  | 'place'
  | 'programme';

/**
 * Why a mention is not as plain as it looks.
 *
 * - `ambiguous` the words could name several; see `candidates`
 * - `wording-differs` resolved by a fuller name in the official wording that the same text quotes
 * - `fuller-name` resolved by a fuller name elsewhere in the same text
 * - `acronym` short for a name that this text does not give
 * - `weak-name` a name that the list itself calls weak, confirmed by a better name in this text
 * - `label` a word that one side uses of the group; resolved, not adopted
 * - `spelling` spelt otherwise than any name held
 * - `coreference` "the group", "the outfit"
 * - `name-only` a person's name and nothing else: another person may bear it
 */
export type MentionFlag =
  | 'ambiguous'
  | 'wording-differs'
  | 'fuller-name'
  | 'acronym'
  | 'weak-name'
  | 'label'
  | 'spelling'
  | 'coreference'
  | 'name-only';

/** An entity of the record that a mention may mean. */
export interface Candidate {
  readonly entity: string;
  readonly caption: string;
}

/** A name in the text and what it names. */
export interface Mention {
  readonly span: Span;
  readonly kind: MentionKind;
  /** The record's entity, `null` where the record holds none or the text does not decide. */
  readonly entity: string | null;
  readonly caption: string | null;
  /** ISO 3166-1 alpha-2, or `UN`, `EU`: of a state, an organ, a place, an officer. */
  readonly country: string | null;
  /** An officer's office, in the text's words. */
  readonly role: string | null;
  /** 0 to 1. A fixed value for each way of naming (SPEC.md, M9): an order, not a probability. */
  readonly confidence: number;
  readonly flags: readonly MentionFlag[];
  readonly candidates: readonly Candidate[];
  readonly nameKind: NameKind | null;
}

/** Somebody in an event, an attribution or an allegation. */
export interface Party {
  readonly text: string;
  readonly kind: MentionKind | 'people' | 'document';
  readonly entity: string | null;
  readonly country: string | null;
  readonly span: Span;
}

/** When, and how that was found. */
export interface When {
  /** EDTF, or `null` when the words give a time that cannot be written down. */
  readonly value: string | null;
  readonly precision: PartialDate['precision'] | null;
  /** The words that say so. */
  readonly basis: Span;
  /** `stated`; `counted` from the day of writing; `anchored` to another event; `inherited` from its sentence. */
  readonly how: 'stated' | 'counted' | 'anchored' | 'inherited';
}

/** Where. `text` is `null` when only the dateline, or whose police acted, tells the country. */
export interface Where {
  readonly text: string | null;
  readonly country: string | null;
  readonly basis: 'text' | 'actor' | 'dateline';
  /** How exact: a state, a first-level division of it, or a city, town or district. */
  readonly precision: 'country' | 'division' | 'city' | null;
}

/**
 * What kind of thing happened. `trial` is any step of a court's or prosecutor's (charge, sentence, extradition …),
 * `aid` training or help of one state to another, `financing` a measure against money (assets frozen).
 */
export type EventType =
  | 'attack'
  | 'arrest'
  | 'operation'
  | 'trial'
  | 'aid'
  | 'financing'
  | 'designation'
  | 'amendment'
  | 'delisting'
  | 'ban'
  | 'dialogue'
  | 'visit'
  | 'agreement'
  | 'statement';

/** Whether it happened, as the text has it. */
export type EventStatus = 'happened' | 'planned' | 'foiled' | 'threatened' | 'hypothetical' | 'negated';

/** What an attack struck, or who was hurt, as far as the noun tells. */
export type TargetClass =
  | 'civilians'
  | 'military'
  | 'police'
  | 'militants'
  | 'officials'
  | 'transport'
  | 'energy'
  | 'worship'
  | 'education'
  | 'health'
  | 'government'
  | 'business';

/** What an attack was done with. */
export type WeaponKind =
  | 'explosive'
  | 'vehicle-bomb'
  | 'suicide-vest'
  | 'grenade'
  | 'rocket'
  | 'mortar'
  | 'drone'
  | 'firearm'
  | 'blade'
  | 'fire'
  | 'vehicle'
  | 'chemical';

/** A weapon that the text names. */
export interface Weapon {
  readonly kind: WeaponKind;
  readonly span: Span;
}

/** Someone's part in an event. */
export interface Participant extends Party {
  readonly role:
    | 'actor'
    | 'target'
    | 'victim'
    | 'authority'
    | 'co-chair'
    | 'participant'
    | 'visitor'
    | 'host'
    | 'giver'
    | 'receiver'
    | 'defendant'
    | 'court'
    | 'alias';
  /** What a target or victim is, where the noun tells. */
  readonly is: TargetClass | null;
  /** An officer's office, in the text's words. */
  readonly office: string | null;
}

/** A count with its bounds, as the text has it. */
export interface Count {
  readonly low: number;
  readonly high: number | null;
  readonly span: Span;
}

/** One thing in the world, however often the text tells of it. */
export interface WireEvent {
  /** `e1`, `e2` … in the order of the text. */
  readonly id: string;
  readonly type: EventType;
  readonly subtype: string | null;
  readonly status: EventStatus;
  /** Where it is told best; `spans` are all the places, this one among them. */
  readonly span: Span;
  readonly spans: readonly Span[];
  readonly when: When | null;
  readonly where: Where | null;
  readonly participants: readonly Participant[];
  /** For list events: the programmes named (`FTO`). */
  readonly programmes: readonly string[];
  readonly weapons: readonly Weapon[];
  readonly killed: Count | null;
  readonly injured: Count | null;
}

/** Whom a casualty figure counts, as far as the text tells. */
export type CasualtyCategory = 'people' | 'civilians' | 'security' | 'militants';

/** A figure of dead or hurt, as one place of the text has it. */
export interface Casualty {
  /** The attack or operation that it belongs to; `null` where the text tells none. */
  readonly event: string | null;
  readonly kind: 'killed' | 'injured';
  readonly category: CasualtyCategory;
  readonly low: number;
  /** `null` where it is open above ("at least 20"). */
  readonly high: number | null;
  /** Who says so; `null` when the report does. */
  readonly source: Party | null;
  /** A part of another figure: "31, including 14 soldiers". */
  readonly part: boolean;
  /** Told as replacing an earlier figure, or as replaced by a later one. */
  readonly update: boolean;
  readonly span: Span;
}

/** Two places of one text that cannot both be right. */
export interface Conflict {
  readonly about: Casualty['kind'];
  readonly event: string | null;
  readonly items: readonly Casualty[];
}

/** How a group is tied to an event, and by whom. See SPEC.md, A1 to A10. */
export type AttributionKind =
  | 'claimed'
  | 'claim-retracted'
  | 'denied'
  | 'accused-by-authority'
  | 'accused-by-other'
  | 'suspected'
  | 'reported-as-fact'
  | 'no-claim'
  | 'acquitted';

/** How a claim reached the world. */
export type ChannelKind =
  | 'statement'
  | 'messaging'
  | 'social-media'
  | 'website'
  | 'video'
  | 'audio'
  | 'e-mail'
  | 'call'
  | 'letter'
  | 'radio';

/** Who did it, according to whom. */
export interface Attribution {
  readonly event: string;
  readonly kind: AttributionKind;
  /** `null` only for `no-claim`. */
  readonly actor: Party | null;
  /** Who says so; `null` when the reporter does, or nobody is named. */
  readonly speaker: Party | null;
  /** The agency, else the publisher. */
  readonly reporter: string | null;
  /** The words of doubt (`allegedly`, `suspected`). */
  readonly hedge: string | null;
  /** Of a claim, a denial or a claim taken back: how it was made, where the sentence says so. */
  readonly channel: { readonly kind: ChannelKind; readonly span: Span } | null;
  /** Of a claim: whether another group claims the same event in this text. */
  readonly rival: boolean;
  readonly span: Span;
}

/** One side says that another supports a group. */
export interface Allegation {
  readonly accuser: Party | null;
  readonly accused: Party;
  readonly of: Party;
  /** The act in its -ing form: `supporting`, `sheltering`. */
  readonly act: string;
  readonly hedge: string | null;
  readonly span: Span;
  /** The accused side's denial in this text; `null` is "none in this text", not "none". */
  readonly denial: { readonly speaker: Party; readonly span: Span } | null;
}

/** What a promise is about; see `promises/topics.ts`. */
export type Topic = string;

/** Something that parties promise, in one piece that can be followed up. */
export interface Commitment {
  /** The promise itself; `spans` are all the places that make it. */
  readonly span: Span;
  readonly spans: readonly Span[];
  /** The words that make it a promise (`have agreed`). */
  readonly verb: Span;
  /** Country codes of those who promise, in the order of the text. */
  readonly parties: readonly string[];
  readonly speechAct: PromisingAct;
  /** How far the verb binds. */
  readonly binding: BindingForce;
  readonly topic: Topic;
  /** Groups named in it. */
  readonly against: readonly Candidate[];
  readonly measurable: boolean;
  /** What it could be measured by, or what it lacks. */
  readonly why: string;
  readonly due: When | null;
}

/** What parties say without promising: praise, condemnation, a call on another, a stance. */
export interface Position {
  readonly span: Span;
  readonly verb: Span;
  readonly parties: readonly string[];
  /** `reject` and `threaten`: what a state will not have, or threatens; a charge rejected is a denial instead. */
  readonly speechAct: PositionAct;
  /** Country codes of those spoken of or called upon. */
  readonly about: readonly string[];
  /** Groups called upon; where the text leaves open which one a name means, all that it may mean. */
  readonly groups: readonly Candidate[];
}

/** Words that say of a group that it is listed, with no event told: "the banned TTP", "UN-listed". */
export interface ListWording {
  readonly span: Span;
  readonly group: Party;
  /** Country code of the authority that the words name, or `null`. */
  readonly authority: string | null;
  readonly programmes: readonly string[];
}

/** What the record says to a wording about a list. See SPEC.md, K1 to K8. */
export type Verdict = 'supported' | 'contradicted' | 'agent-unstated' | 'not-in-record' | 'list-not-loaded';

/** A listing that a verdict rests on. */
export interface Because {
  readonly list: string;
  readonly reference: string;
  readonly authority: string;
  readonly country: string;
  readonly programmes: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
  /**
   * Whether it is what the text means, or begins before or after it, or has ended, or the record has no date for
   * it, or is another authority's.
   */
  readonly relation: 'matches' | 'earlier' | 'later' | 'ended' | 'undated' | 'other-authority';
}

/** A wording about a list, compared with the record. */
export interface Check {
  readonly span: Span;
  /** The event that it checks, where it is one. */
  readonly event: string | null;
  /** The claim in plain words. */
  readonly claim: string;
  readonly verdict: Verdict;
  readonly because: readonly Because[];
  /** One sentence for a person: what the record adds, or why there is no answer. */
  readonly note: string;
}

/** A report, read. */
export interface Reading {
  readonly document: ReportDocument;
  readonly mentions: readonly Mention[];
  readonly events: readonly WireEvent[];
  readonly casualties: readonly Casualty[];
  /** Where the text contradicts itself. */
  readonly conflicts: readonly Conflict[];
  readonly attributions: readonly Attribution[];
  readonly allegations: readonly Allegation[];
  readonly commitments: readonly Commitment[];
  readonly positions: readonly Position[];
  readonly wordings: readonly ListWording[];
  /** Empty until `checkReading` fills it. */
  readonly checks: readonly Check[];
}
