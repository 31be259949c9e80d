/**
 * The regular forms of an English verb. `doubles` says that its last letter is doubled (`ban`, `banned`),
 * which spelling alone does not tell.
 */
export function inflect(
  lemma: string,
  doubles: boolean,
): { readonly s: string; readonly ed: string; readonly ing: string } {
  const consonantY = /[^aeiou]y$/.test(lemma);
  const s = consonantY
    ? `${lemma.slice(0, -1)}ies`
    : /(?:s|sh|ch|x|z|o)$/.test(lemma)
      ? `${lemma}es`
      : `${lemma}s`;
  if (doubles) {
    const stem = lemma + lemma.slice(-1);
    return { s, ed: `${stem}ed`, ing: `${stem}ing` };
  }
  if (/ie$/.test(lemma)) return { s, ed: `${lemma}d`, ing: `${lemma.slice(0, -2)}ying` };
  if (/e$/.test(lemma)) {
    const keeps = /(?:ee|oe|ye)$/.test(lemma);
    return { s, ed: `${lemma}d`, ing: keeps ? `${lemma}ing` : `${lemma.slice(0, -1)}ing` };
  }
  return { s, ed: consonantY ? `${lemma.slice(0, -1)}ied` : `${lemma}ed`, ing: `${lemma}ing` };
}
