import type { Topic } from '../reading.ts';

/**
 * What promises are about, in the order in which they are tried: the narrow before the wide. A stem matches the
 * beginning of a word; a stem with a space matches words in a row.
 */
const TOPICS: readonly (readonly [topic: Topic, stems: readonly string[]])[] = (
  [
    [
      'next-round',
      'next round|next session|next meeting|next dialogue|next consultation|hold the round|meet again',
    ],
    [
      'technology',
      'technolog|cyber|drone|artificial intelligence|internet|online|crypto|virtual asset|unmanned',
    ],
    ['information-sharing', 'information|intelligence|hotline|best practice|data|exchanges of|early warning'],
    ['financing', 'financ|money launder|fund|fatf'],
    ['designations', 'designat|listing|sanctions list|blacklist|proscri'],
    ['justice', 'prosecut|justice|extradit|mutual legal|law enforcement|accountab|perpetrator'],
    ['extremism', 'extremis|radicali'],
    ['capacity', 'capacit|capabilit|institutional|train|framework|equip|infrastructure'],
    ['border', 'border|frontier|maritime'],
    ['multilateral', 'multilateral|united nations|fora|forum|international organi'],
    ['threat-response', 'threat|challenge'],
    ['cooperation', 'cooperat|collaborat|coordinat|partner|engagement|ties|communication|relations'],
    ['counter-terrorism', 'terror|counterterror|counter-terror|militan'],
    ['security', 'secur|stability|peace'],
  ] as const
).map(([topic, stems]) => [topic, stems.split('|')] as const);

/** The topic of a promise, by its first words, else by the rest; `other` when no stem is in them. */
export function topicOf(promise: string): Topic {
  const plain = (text: string) =>
    ` ${text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}-]+/gu, ' ')
      .trim()} `;
  if (MEETING.test(promise)) return 'next-round';
  const [head = promise] = promise.split(/,|\bincluding\b/, 1);
  const begin = head.split(/\s+/).slice(0, HEAD_WORDS).join(' ');
  for (const part of [begin, head, promise]) {
    const words = plain(part);
    for (const [topic, stems] of TOPICS) if (stems.some((stem) => words.includes(` ${stem}`))) return topic;
  }
  return 'other';
}

/** "Convene the fifth round", "hold their next meeting". */
const MEETING =
  /^(?:hold|convene|host|organi[sz]e|reconvene|meet|schedule)\b[^,.]{0,60}\b(?:rounds?|sessions?|meetings?|dialogue|talks|consultations?|summit)\b/i;

/** A promise's first words say what is promised; what follows says against what, and with whom. */
const HEAD_WORDS = 4;

/** All topics, for a filter or a legend. */
export const TOPIC_IDS: readonly Topic[] = [...TOPICS.map(([topic]) => topic), 'other'];
