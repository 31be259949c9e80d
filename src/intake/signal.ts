import { wordTable } from '../kernel/index.ts';
import type { VersionSignal } from './received.ts';

/** How a label ends: with a colon, a long dash, a dash and a space, a number and a dash, or with the line. */
const END = String.raw`(?:\s*\d+-|\s*\d*\s*(?:[:\])–—]|-\s|$))`;
/** A label in capitals may touch what it stands before: "CORRECTED-Blast kills nine". */
const CAPITAL_END = String.raw`(?:\s*\d*-(?=[\p{Lu}\p{N}"'“‘])|${END})`;
/** Whom a label may be told to: "EDITORS: CORRECTION: …". */
const TO_WHOM = String.raw`(?:(?:attention|attn)[\s:]+)?(?:editors?|eds\.?|subscribers|clients)\s*[:,–—-]\s*`;
const START = String.raw`^[\s[(*#-]*(?:${TO_WHOM})?`;

/** A label in any case, and the same one in capitals. */
const label = (words: string): readonly RegExp[] => [
  new RegExp(`${START}(?:${words})${END}`, 'iu'),
  new RegExp(`${START}(?:${words.toUpperCase()})${CAPITAL_END}`, 'u'),
];

const KILL_LABELS = [
  ...label(
    '(?:(?:bulletin|mandatory|story|news|urgent|advisory|copy) )+(?:kill|killed|withdrawal|withdrawn|withheld|retraction|retracted)',
  ),
  ...label('withdrawn|retraction|kill (?:notice|advisory)'),
  /^[\s[(*#-]*kill\s*(?::|[–—\])]|-\s|$)/iu,
  new RegExp(String.raw`^[\s[(*#-]*${TO_WHOM}kill(?:ed)?(?:[\s.:–—-]|$)`, 'iu'),
];
const CORRECTION_LABELS = [
  ...label(
    '(?:refile[- ]+)?(?:correction|corrections|corrected|correcting)(?: (?:story|version|copy))?|clarification|corrigendum|erratum',
  ),
  /^c o r r e c t i o n\b/i,
];
const UPDATE_LABELS = label(
  '(?:refile[- ]+)?(?:update|updates|updated)|refile|recast|(?:[1-9](?:st|nd|rd|th) )?(?:lead|ld)(?:[ -]writethru)?|writethru',
);

/** A note in brackets to editors: "(Corrects spelling of name in paragraph 3)", "(Eds: updating with quotes)". */
const NOTE = /^[([]\s*(?:eds?\.?(?:itors?)?(?:'s)?(?: notes?)?\s*:\s*)?([a-z]+)/i;
const NOTE_WORDS = wordTable<VersionSignal>({
  corrects: 'correction',
  correcting: 'correction',
  corrected: 'correction',
  amends: 'correction',
  clarifies: 'correction',
  updates: 'update',
  updating: 'update',
  updated: 'update',
  adds: 'update',
  adding: 'update',
  recasts: 'update',
  recasting: 'update',
  releads: 'update',
});

const ITSELF = '(?:story|report|article|item|version|dispatch|despatch|piece|headline|copy|file)';
const BECAME =
  '(?:has been|have been|was|is|is being|stands) (?:hereby )?(corrected|amended|clarified|updated|revised|withdrawn|killed|retracted|recalled|removed|taken down)';
/** "This story has been corrected to …", in a paragraph that is about the story itself. */
const ABOUT_ITSELF = [
  new RegExp(String.raw`\b(?:this|our) ${ITSELF}\b[^.]{0,80}?\b${BECAME}\b`, 'i'),
  new RegExp(
    String.raw`\bthe ${ITSELF} (?:slugged|headlined|titled|entitled|moved|sent|issued|published)\b[^.]{0,120}?\b${BECAME}\b`,
    'i',
  ),
  new RegExp(
    String.raw`^\W*(?:editor'?s?'?|correction|clarification)?\s*note\b[^.]{0,120}?\b${ITSELF}\b[^.]{0,80}?\b${BECAME}\b`,
    'i',
  ),
];
/** "Editors: please kill the story headlined …": whoever is told must be those who print. */
const ORDER =
  /^\W*(?:(?:attention|editors?|eds|subscribers|clients|media)\b[^.]{0,60}?\b(?:please|kindly|must|should|are (?:asked|requested|advised) to)|(?:please|kindly))\s+(?:kill|withdraw|disregard|ignore|spike|delete|remove|(?:do )?not (?:use|publish))\s+(?:the|our|this|that|all|its|any)\b[^.]{0,60}?\b(?:story|stories|report|item|article|copy|dispatch|file|version|headline)/i;
const WITHDRAWS =
  /\b(?:has|have|hereby)\s+(?:withdraws?|withdrawn|retracts?|retracted|killed)\s+(?:its|our|this)\s+(?:\w+ ){0,2}(?:story|article|dispatch|item)\b/i;

/** A paragraph of so many characters is a note about the story, a longer one is the story. */
const LONGEST_NOTE = 420;
const LONGEST_LEAD = 3;

/**
 * What a text itself says that it is to an earlier version, by its labels and its notes to editors; `null` when it
 * says nothing. A label counts only at the beginning of the headline or of one of the first paragraphs, in the form
 * of a label: "CORRECTION: …" does, "Correction officers strike" does not.
 */
export function signalInWords(headline: string | null, paragraphs: readonly string[]): VersionSignal | null {
  const heads = [...(headline === null ? [] : [headline]), ...paragraphs.slice(0, LONGEST_LEAD)];
  for (const words of heads) {
    const found = labelled(words.slice(0, LONGEST_NOTE));
    if (found !== null) return found;
  }
  const ends = [...paragraphs.slice(0, LONGEST_LEAD), ...paragraphs.slice(-LONGEST_LEAD)];
  for (const words of ends) {
    const found = words.length <= LONGEST_NOTE ? aboutItself(words) : null;
    if (found !== null) return found;
  }
  return null;
}

/**
 * A headline without the label in front of it: what the label is about. "KILL: Talks break down" is about
 * "Talks break down". The headline itself when it has no label.
 */
export function withoutLabel(headline: string): string {
  const labels = [...KILL_LABELS, ...CORRECTION_LABELS, ...UPDATE_LABELS];
  for (const pattern of labels) {
    const match = pattern.exec(headline);
    const rest = match === null ? '' : headline.slice(match[0].length).replace(/^[\s:–—-]+/, '');
    if (rest !== '') return rest;
  }
  return headline;
}

/** What a note to editors (`edNote`, `ednote`, `ed-msg`) says; it may say it anywhere in itself. */
export function signalInNote(note: string | null): VersionSignal | null {
  if (note === null) return null;
  const words = note.slice(0, LONGEST_NOTE);
  const said = labelled(words) ?? aboutItself(words);
  if (said !== null) return said;
  if (/\b(?:kill|killed|withdrawn|withdrawal|retract(?:ed|ion|s)?)\b/i.test(words)) return 'kill';
  if (/\bcorrect(?:s|ion|ed|ing)\b/i.test(words)) return 'correction';
  return /\b(?:updat(?:es|ed|ing|e)|adds|recasts|lead)\b/i.test(words) ? 'update' : null;
}

function labelled(words: string): VersionSignal | null {
  if (KILL_LABELS.some((pattern) => pattern.test(words))) return 'kill';
  if (CORRECTION_LABELS.some((pattern) => pattern.test(words))) return 'correction';
  if (UPDATE_LABELS.some((pattern) => pattern.test(words))) return 'update';
  const note = NOTE.exec(words)?.[1]?.toLowerCase();
  return note === undefined ? null : (NOTE_WORDS[note] ?? null);
}

function aboutItself(words: string): VersionSignal | null {
  const verb = ABOUT_ITSELF.map((pattern) => pattern.exec(words)?.[1]?.toLowerCase()).find(
    (one) => one !== undefined,
  );
  if (verb !== undefined) {
    if (/^(?:withdrawn|killed|retracted|recalled|removed|taken down)$/.test(verb)) return 'kill';
    return /^(?:updated|revised)$/.test(verb) ? 'update' : 'correction';
  }
  return ORDER.test(words) || WITHDRAWS.test(words) ? 'kill' : null;
}

const STATUS = wordTable<VersionSignal>({
  canceled: 'kill',
  cancelled: 'kill',
  withdrawn: 'kill',
  withheld: 'kill',
  killed: 'kill',
});

/** What a publishing status (`pubStatus`, `pubstatus`, `management-status`) says; `null` for `usable` and others. */
export function signalOfStatus(status: string | null): VersionSignal | null {
  return status === null ? null : (STATUS[status.replace(/^.*:/, '').toLowerCase()] ?? null);
}

const RANK: readonly VersionSignal[] = ['new', 'update', 'correction', 'kill'];

/** The strongest of what was found: a kill over a correction over an update over nothing said. */
export function strongest(signals: readonly (VersionSignal | null)[]): VersionSignal {
  return signals.reduce<VersionSignal>(
    (best, signal) => (signal !== null && RANK.indexOf(signal) > RANK.indexOf(best) ? signal : best),
    'new',
  );
}
