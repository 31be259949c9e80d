/**
 * A text for comparing word for word. What does not count, since publishers set the same name in capitals or
 * with typographic signs: letter case, the shape of apostrophes, hyphens and dashes, spaces beside a dash,
 * the number of spaces, and quotation marks around the whole. Everything else does, a missing hyphen too.
 */
export function sameWordsKey(text: string): string {
  return asPrinted(text)
    .replace(/[\u2018\u2019\u201b\u02bc\u02bb\u2032`\u00b4]/g, "'")
    .replace(/[\u201c\u201d\u201e\u201f\u00ab\u00bb]/g, '"')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/ ?[\u2012-\u2015\u2212] ?/g, ' - ')
    .replace(/^"([^"]*)"$/, '$1')
    .toLowerCase();
}

/** A text as printed, with only the way it was broken into lines and spaced undone. */
export function asPrinted(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}
