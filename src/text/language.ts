/** Letters that mark one language among those that share a script. */
const URDU = /[ٹڈڑںےہھ]/u;
const PASHTO = /[ټډړږښڼېۍ]/u;
const PERSIAN = /[پچژگک]/u;
const ENGLISH = new Set('the of and to in a for on that by with is was at from as it has'.split(' '));
const FRENCH = new Set('le la les des du et en un une dans pour par est que sur au'.split(' '));
/** Enough to tell a language, and a bound on the work. */
const SAMPLE = 4_000;

/**
 * The language of a text as BCP 47 (`en`, `fr`, `ur`, `ps`, `fa`, `ar`, `hi`), or `und` where nothing tells.
 * Script first, then letters that only one language of that script uses, then function words. Reads the first
 * 4,000 characters.
 */
export function languageOf(text: string): string {
  const sample = text.slice(0, SAMPLE);
  const latin = count(sample, /\p{Script=Latin}/gu);
  const arabic = count(sample, /\p{Script=Arabic}/gu);
  const devanagari = count(sample, /\p{Script=Devanagari}/gu);
  if (Math.max(latin, arabic, devanagari) === 0) return 'und';
  if (devanagari > latin && devanagari > arabic) return 'hi';
  if (arabic > latin) return arabicScript(sample);
  const words = sample.toLowerCase().match(/[a-zà-ÿ]+/gu) ?? [];
  const english = words.filter((word) => ENGLISH.has(word)).length;
  const french = words.filter((word) => FRENCH.has(word)).length;
  if (english === 0 && french === 0)
    return words.length > 0 && latin === words.join('').length ? 'en' : 'und';
  return english >= french ? 'en' : 'fr';
}

function arabicScript(sample: string): string {
  if (PASHTO.test(sample)) return 'ps';
  if (URDU.test(sample)) return 'ur';
  return PERSIAN.test(sample) ? 'fa' : 'ar';
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
