import anyAscii from 'any-ascii';
import { abjadLetter } from './abjad.ts';
import { foldLetters } from './fold.ts';
import { transcribeGreek, transcribeHangul, transcribeIndic } from './transcription.ts';

const ASCII = /^[\x20-\x7e]*$/;
const ABJAD = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
/** The letter is a b, and with this sign (musikatoan) a p (BGN/PCGN 1972). */
const KHMER_P = /\u1794\u17c9/gu;
const ABJAD_RUN = /[\p{Script=Arabic}\p{Script=Hebrew}\p{M}]+/gu;

/**
 * A text in lower-case Latin letters (ASCII), to be compared and to be shown beside the original, never
 * instead of it. Greek, Cyrillic, Armenian, Georgian, Han, kana, Hangul, the Indic scripts, Thai and Ethiopic
 * go letter by letter (any-ascii), but for what `transcription.ts` knows better. Arabic and Hebrew script write few vowels, so what comes out of them is the
 * consonants and the long vowels: `تحریک` gives `thryk`, not `tehrik`; compare such words through
 * {@link skeleton} and not through this.
 */
export function romanise(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  const latin = ABJAD.test(text)
    ? text.replace(ABJAD_RUN, (run) =>
        Array.from(foldLetters(run), (char) => abjadLetter(char)?.roman ?? char).join(''),
      )
    : text;
  const read = transcribeIndic(transcribeHangul(transcribeGreek(latin)));
  return anyAscii(read.replace(KHMER_P, 'p')).toLowerCase();
}
