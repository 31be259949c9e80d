/**
 * A text without the white space, and without any of the given marks, that stand before and behind it. Costs as much as
 * it takes off, which a regular expression that looks for the end of a long run does not promise.
 */
export function stripped(text: string, before: string, behind: string = before): string {
  let [from, to] = [0, text.length];
  const takes = (marks: string, at: number) => marks.includes(text.charAt(at)) || /\s/.test(text.charAt(at));
  while (from < to && takes(before, from)) from += 1;
  while (to > from && takes(behind, to - 1)) to -= 1;
  return text.slice(from, to);
}
