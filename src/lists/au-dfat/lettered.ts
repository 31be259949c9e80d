import { stripped } from '../stripped.ts';

/**
 * The pieces of a text that numbers several things by letters, `a) Tehran, Iran b) Qom, Iran`, in order and
 * without the letters; a text without `a)` as one piece; none of an empty one.
 */
export function lettered(text: string): readonly string[] {
  const pieces: string[] = [];
  let from = 0;
  const padded = ` ${text}`;
  for (let code = 'a'.charCodeAt(0); code <= 'z'.charCodeAt(0); code += 1) {
    const mark = ` ${String.fromCharCode(code)}) `;
    const at = padded.indexOf(mark, from);
    if (at < 0) break;
    pieces.push(padded.slice(from, at));
    from = at + mark.length - 1;
  }
  return [...pieces, padded.slice(from)]
    .map((piece) => stripped(piece, ',;'))
    .filter((piece) => piece !== '');
}
