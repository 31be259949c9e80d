import { errorTable } from '../../kernel/index.ts';

/** The errors of feeds. */
export const feedError = errorTable({
  ENT_FEED_UNKNOWN: {
    status: 'not-found',
    doc: 'No feed with that id is read; the message names those that are.',
    text: (d: { id: string; known: readonly string[] }) =>
      d.known.length === 0
        ? `no feed "${d.id}"; none was added yet (entente feed add <url>)`
        : `no feed "${d.id}"; those that are read: ${d.known.join(', ')}`,
  },
  ENT_FEED_ID: {
    status: 'usage',
    doc: 'An id for a feed is taken by another, or has other characters than a-z, 0-9, dots and dashes.',
    text: (d: { id: string; why: string }) => `"${d.id}" cannot be the id of a feed: ${d.why}`,
  },
  ENT_FEED_KNOWN: {
    status: 'refused',
    doc: 'A feed at that address is read already.',
    text: (d: { id: string; url: string }) => `${d.url} is read already, as ${d.id}`,
  },
  ENT_FEED_NONE: {
    status: 'refused',
    doc: 'An address is no feed, and its page names none (`link rel=alternate`).',
    text: (d: { url: string; format: string }) =>
      `${d.url} is no feed (${d.format}) and names none; look for "RSS" on the site and give that address`,
  },
});
