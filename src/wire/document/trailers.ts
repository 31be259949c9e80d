/**
 * Sentences that pages put under a report which another wrote, told by the words they share. A line is a
 * trailer when all words of one family are in it. They are evidence of who wrote the report.
 */
const FAMILIES: readonly { readonly words: readonly string[]; readonly syndicated: boolean }[] = [
  { words: ['syndicated', 'feed'], syndicated: true },
  { words: ['syndicated', 'news'], syndicated: true },
  { words: ['auto-generated', 'feed'], syndicated: true },
  { words: ['auto-generated', 'from'], syndicated: true },
  { words: ['not been edited', 'staff'], syndicated: true },
  { words: ['agency feed', 'without'], syndicated: true },
  { words: ['wire agency', 'published'], syndicated: true },
  { words: ['news agency', 'without'], syndicated: true },
  { words: ['from a news agency', 'headline'], syndicated: true },
  { words: ['with inputs from'], syndicated: true },
  { words: ['with input from'], syndicated: true },
  { words: ['holds no responsibility'], syndicated: true },
  { words: ['all rights reserved'], syndicated: false },
  { words: ['reproduced without permission'], syndicated: false },
  { words: ['reporting by', 'editing by'], syndicated: false },
  { words: ['published in', 'edition'], syndicated: false },
  { words: ['this material may not be published'], syndicated: false },
  { words: ['first published in'], syndicated: false },
];

/** What a line under a report says of its origin, or `null` when it is no trailer. */
export function trailerOf(line: string): { readonly syndicated: boolean } | null {
  const bracketed = /^[([*_—-]/.test(line);
  // Outside brackets only a short line is a trailer: a report may write about feeds.
  if (!bracketed && line.length >= 260) return null;
  const low = line.slice(0, 600).toLowerCase();
  for (const { words, syndicated } of FAMILIES) {
    if (words.every((word) => low.includes(word))) return { syndicated };
  }
  return null;
}

const BY_WHOM = [
  /\b(?:by|of)\s+(?:the\s+)?((?:[A-Z][\p{L}&.'-]*\s+){1,5})(?:staff|desk|team|newsroom|editorial|editors|web team)\b/u,
  /\bedited by\s+((?:The\s+)?(?:[A-Z][\p{L}&.'-]*\s+){1,4})(?:staff|desk|team)\b/u,
  /\b((?:The\s+)?(?:[A-Z][\p{L}&.'-]*\s+){1,4})(?:holds no responsibility|does not take responsibility)\b/u,
];

/** The outlet that a trailer names as the one which printed the report, or `null`. */
export function trailerPublisher(line: string): { readonly name: string; readonly at: number } | null {
  const text = line.slice(0, 600);
  for (const pattern of BY_WHOM) {
    const match = pattern.exec(text);
    const name = match?.[1]?.trim();
    if (match === null || name === undefined || name === '') continue;
    return { name, at: match.index + match[0].indexOf(name) };
  }
  return null;
}
