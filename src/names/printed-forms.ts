import { scriptOf } from '../text/index.ts';

/** No printed name holds more names than this. */
const MOST_FORMS = 12;
/** A longer text is no printed name, and is left in one piece. */
const LONGEST = 2048;
/** What printers put between names and is not part of one. */
const NOTE =
  /\b(?:original script|in original script|tigrinya|previously listed as|formerly listed as|formerly known as|formerly|also known as|a\.?k\.?a\.?|f\.?k\.?a\.?|sub-?unit name|good quality|low quality)\b\s*:?/gi;

/** What a list writes on behind a person's name: when and where born, which passport. */
const REMARK = /[,;(]\s*(?:born|date of birth|d\.?o\.?b\.?|passport|nationality|call sign|when \w+)\b.*$/is;

/**
 * The names that a printed name holds: itself first, as it stands; then, where it holds several, each of
 * them. Lists print more than one name in one field:
 *
 * - parted by semicolons: `Hassan Ghul; Hassan Gul`
 * - in another script, in brackets: `El Harrachi (الحراشي)`
 *
 * - with a remark behind it: `Zentar (Call sign)`, `Milo Kardar, born 1 Jan. 1953 (passport no. 1)`
 *
 * Brackets that hold anything else (`(Pvt)`, `(Hong Kong)`, `(TTP)`) belong to the name.
 */
export function printedForms(text: string): readonly string[] {
  if (text.length > LONGEST || !/[;(,[]/.test(text)) return [text];
  const bare = text.replace(REMARK, '').trim();
  if (bare !== text && /\p{L}/u.test(bare)) return [text, ...printedForms(bare)];
  if (!/[;([]/.test(text)) return [text];
  const listed = text.includes(';');
  const forms = new Set<string>();
  let base = '';
  for (const { piece, bracket } of pieces(text)) {
    const name = piece.replace(NOTE, ' ').trim();
    if (bracket && name !== '' && !listed && !isOtherScript(name, base)) {
      base += ` (${name})`;
    } else if (bracket || listed) {
      if (name !== '') forms.add(name);
      if (listed && base.trim() !== '') forms.add(base.trim());
      if (listed) base = '';
    } else {
      base += ` ${name}`;
    }
  }
  if (base.trim() !== '') forms.add(base.trim());
  forms.delete(text);
  return [text, ...forms].slice(0, MOST_FORMS);
}

/** Whether what stands in brackets is the name in another script, and so a name of its own. */
function isOtherScript(inside: string, before: string): boolean {
  const script = scriptOf(inside);
  return script !== 'Zyyy' && script !== scriptOf(before);
}

function* pieces(text: string): Generator<{ readonly piece: string; readonly bracket: boolean }> {
  let depth = 0;
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    const char = text.charAt(at);
    const opens = char === '(' || char === '[';
    const closes = char === ')' || char === ']';
    if (!opens && !closes && char !== ';' && at < text.length) continue;
    if (at > start) yield { piece: text.slice(start, at), bracket: depth > 0 };
    start = at + 1;
    if (opens) depth += 1;
    else if (closes && depth > 0) depth -= 1;
  }
}
