/** The Traffic Light Protocol 2.0 (FIRST, August 2022), from what anybody may have to what named persons may. */
export const TLP = ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'] as const;

/** One level of the Traffic Light Protocol. */
export type Tlp = (typeof TLP)[number];

/** How strict a level is: 0 for CLEAR to 4 for RED. A text that is no level is stricter than all of them. */
export function tlpRank(level: string): number {
  const rank = (TLP as readonly string[]).indexOf(level);
  return rank === -1 ? TLP.length : rank;
}

/** Reads a level, with or without `TLP:`, in any case; `WHITE` is version 1's name for CLEAR. `null` for all else. */
export function parseTlp(text: string): Tlp | null {
  const name = text
    .trim()
    .toUpperCase()
    .replace(/^TLP:\s*/, '');
  if (name === 'WHITE') return 'CLEAR';
  return TLP.find((level) => level === name) ?? null;
}
