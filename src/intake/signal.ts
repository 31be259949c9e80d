import type { VersionSignal } from './received.ts';

/** How a label ends: with a colon, a long dash, a dash and a space, a number and a dash, or with the line. */
const END = String.raw`(?:\s*\d+-|\s*\d*\s*(?:[:\])–—]|-\s|$))`;
/** A label in capitals may touch what it stands before: "CORRECTED-Blast kills nine". */
const CAPITAL_END = String.raw`(?:\s*\d*-(?=[\p{Lu}\p{N}"'“‘])|${END})`;
const START = String.raw`^[\s[(*#-]*`;

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
const NOTE_WORDS: Readonly<Record<string, VersionSignal>> = {
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
};

/** "This story has been corrected to …", in a paragraph that is about the story itself. */
const ABOUT_ITSELF =
  /\b(?:this|the|our) (?:story|report|article|item|version|dispatch|despatch|piece|headline|copy|file)\b[^.]{0,80}?\b(?:has been|have been|was|is|is being|stands) (?:hereby )?(corrected|amended|clarified|updated|revised|withdrawn|killed|retracted|recalled|removed|taken down)\b/i;
/** "Editors: please kill the story headlined …", "… withdraws its story …". */
const ORDER =
  /\b(?:please|kindly|must|should|are (?:asked|requested|advised) to)\s+(?:kill|withdraw|disregard|ignore|spike|delete|remove|not (?:use|publish))\s+(?:the|our|this|that|all|its|any)\b[^.]{0,60}?\b(?:story|stories|report|item|article|copy|dispatch|file|version|headline)/i;
const WITHDRAWS =
  /\b(?:has|have|is|hereby)?\s*(?:withdraws?|withdrawn|withdrawing|retracts?|retracted|retracting|kills|killed)\s+(?:its|our|this|the)\s+(?:\w+ ){0,3}(?:story|report|article|item|dispatch)\b/i;

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
  const verb = ABOUT_ITSELF.exec(words)?.[1]?.toLowerCase();
  if (verb !== undefined) {
    if (/^(?:withdrawn|killed|retracted|recalled|removed|taken down)$/.test(verb)) return 'kill';
    return /^(?:updated|revised)$/.test(verb) ? 'update' : 'correction';
  }
  return ORDER.test(words) || WITHDRAWS.test(words) ? 'kill' : null;
}

const STATUS: Readonly<Record<string, VersionSignal>> = {
  canceled: 'kill',
  cancelled: 'kill',
  withdrawn: 'kill',
  withheld: 'kill',
  killed: 'kill',
};

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
