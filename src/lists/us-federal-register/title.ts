import { enumerated, type NamesInText, namesInText } from '../also-known.ts';
import { stripped } from '../stripped.ts';

/** What a notice does to a designation. */
export type NoticeAction = 'designation' | 'amendment' | 'review' | 'revocation';

/** The law that a designation rests on: section 219 of the Immigration and Nationality Act, or E.O. 13224. */
export type NoticeProgramme = 'FTO' | 'SDGT';

/** What the title of a notice says. */
export interface NoticeTitle {
  readonly action: NoticeAction;
  readonly programmes: readonly NoticeProgramme[];
  /** Those whom it is about, each with the further names that the title gives. */
  readonly targets: readonly NamesInText[];
}

/** In the order in which they are looked for: a notice of review and amendment amends. */
const ACTIONS: readonly (readonly [pattern: RegExp, action: NoticeAction])[] = [
  [/\brevo(?:cation|k(?:e|ed|ing))\b|\bdelisting\b|\bremoval\b/i, 'revocation'],
  [/\bamend(?:ments?|ed|ing)?\b|\baddition of (?:an? )?alias(?:es)?\b/i, 'amendment'],
  [/\breview(?:ed)?\b|\bre-?designation\b|\bmaintain(?:ed|ing)?\b/i, 'review'],
  [/\bdesignat(?:ions?|ed|ing)\b|\bdeterminations?\b/i, 'designation'],
];

const PROGRAMMES: readonly (readonly [pattern: RegExp, programme: NoticeProgramme])[] = [
  [/\bforeign terrorist organi[sz]ations?\b|\bsection 219\b/i, 'FTO'],
  [
    /\bspecially designated global terrorists?\b|\bexecutive order (?:no\. )?13224\b|\be\.o\. 13224\b/i,
    'SDGT',
  ],
];

/** Where the names begin. `Specially Designated` is no such place. */
const BEGIN = /\bdesignations? (?:of|for|regarding)\s+/i;
const END =
  /,?\s+(?:as (?:an? )?(?:"|“)?(?:foreign terrorist|specially designated|global terrorist)|pursuant to|under (?:section|executive)|\bsection 219\b)/i;
const OTHER_ALIASES = /,?\s*\b(?:and|with) (?:its )?other aliases\b/gi;
const INDIVIDUALS =
  /^(?:the )?(?:individuals?|persons?|entit(?:y|ies)|organi[sz]ations?|groups?) (?:known as|named) /i;
const MARKED = /\b(?:also known as|a\.?k\.?a\.?|formerly|f\.?k\.?a\.?)\s/i;
/** What is amended there is the law that the title cites. */
const AS_AMENDED = /,?\s+as amended\b/gi;
const LONGEST = 4_000;

/**
 * Reads the title of a notice: `In the Matter of the Amendment of the Designation of X, Also Known as Y, as a
 * Foreign Terrorist Organization Pursuant to Section 219 …`. `null` for a title that is about no such designation.
 */
export function readTitle(printed: string): NoticeTitle | null {
  if (printed.length > LONGEST) return null;
  const title = printed.replace(AS_AMENDED, '');
  const programmes = PROGRAMMES.filter(([pattern]) => pattern.test(title)).map(([, programme]) => programme);
  const action = ACTIONS.find(([pattern]) => pattern.test(title))?.[1];
  if (action === undefined || programmes.length === 0) return null;
  const begin = BEGIN.exec(title);
  if (begin === null) return { action, programmes, targets: [] };
  const rest = title.slice(begin.index + begin[0].length);
  const end = rest.search(END);
  const names = (end < 0 ? rest : rest.slice(0, end))
    .replace(OTHER_ALIASES, '')
    .replace(/\(\s*\)/g, '')
    .replace(INDIVIDUALS, '')
    .replace(/^the (?=\p{Lu})/u, '');
  const several =
    !MARKED.test(names) && /\b(?:organi[sz]ations|terrorists)\b/i.test(rest.slice(names.length));
  const targets = (several ? enumerated(names) : [names]).map(namesInText);
  return { action, programmes, targets: targets.filter(({ name }) => name !== '') };
}

const ADDED =
  /\b(?:following|new|additional|further) (?:(?:new|additional|further) )?(?:alias(?:es)?|names?)\b[^:.;]{0,160}:\s*([^\n]{2,2000})/gi;
const FULL_STOP = /\.(?:\s+(?=\p{Lu})|\s*$)/u;
const TAGS = /<[^<>]{1,200}>/g;

/**
 * The names that the text of a notice adds: what stands behind `the following aliases:` up to the full stop. Tags
 * of the register's excerpts are taken out.
 */
export function namesAdded(text: string): readonly string[] {
  if (text.length > LONGEST * 10) return [];
  return [...text.replace(TAGS, '').matchAll(ADDED)].flatMap(([, rest = '']) => {
    const [list = ''] = rest.split(FULL_STOP);
    return list.includes(';') ? list.split(';').flatMap(enumeratedOne) : enumerated(list);
  });
}

/** A name between semicolons may hold a comma. */
function enumeratedOne(piece: string): readonly string[] {
  const name = stripped(piece.replace(/^\s*and\s+/i, ''), '“"', '”",');
  return name === '' ? [] : [name];
}
