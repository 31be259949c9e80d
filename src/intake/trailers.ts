/**
 * What sentences under a report share that say where it came from, by what they say, not how: that it was generated or
 * taken from a feed, that nobody edited it, whose inputs it has, or that nobody answers for it.
 */
const FAMILIES: readonly RegExp[] = [
  /\b(?:auto[- ]?generated|automatically generated|computer[- ]generated|unedited)\b/i,
  /\bsyndicated\b.{0,40}\b(?:feed|news|content|source)s?\b/i,
  /\b(?:not|n't) been (?:edited|modified|altered|reviewed|vetted)\b/i,
  /\b(?:without|no) (?:any )?(?:modifications?|edits?|editing|changes?)\b.{0,40}\b(?:text|copy|content|made)\b/i,
  /\b(?:wire|news)[- ]?(?:agency|service) feed\b/i,
  /\bwith (?:additional )?inputs? from\b/i,
  /\b(?:holds?|bears?|takes?|accepts?|assumes?) no (?:responsibility|liability)\b/i,
  /\b(?:(?:additional )?reporting|writing|editing) by\b.{0,120}\b(?:editing|writing|reporting) by\b/i,
  /\ball rights reserved\b/i,
  /\b(?:may not|must not|not to) be (?:published|reproduced|republished|redistributed)\b/i,
  /^(?:published|first published|this (?:story|article|report) (?:was )?(?:first |originally )?(?:appeared|published))\b.{0,80}\b(?:edition|in)\b/i,
];
const LONGEST = 500;
const LONGEST_OPEN = 320;
const WITHIN_LAST = 8;

/** Whether a paragraph is a trailer by its words. Outside brackets a long one is a report about such things. */
export function isTrailer(paragraph: string): boolean {
  const text = paragraph.trim();
  if (text.length > LONGEST || (text.length > LONGEST_OPEN && !/^[([*_—–-]/.test(text))) return false;
  return FAMILIES.some((family) => family.test(text));
}

/** The trailers among a report's last paragraphs, in order. */
export function trailersAmong(paragraphs: readonly string[]): readonly string[] {
  return paragraphs.slice(-WITHIN_LAST).filter(isTrailer);
}
