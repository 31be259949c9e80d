import type { Authority, ListInfo } from '../../kernel/index.ts';

const US_TREASURY: Authority = {
  id: 'us-treasury',
  name: 'United States Department of the Treasury',
  country: 'US',
};

/** What the CSV set and `sdnList` XML say: a part for each file of the set, and what takes two of them to read. */
export const SDN_PARTS = ['sdn', 'alt', 'add', 'sdn_comments', 'sdn_seam'] as const;

/** A part that is one file of the CSV set. */
export type SdnFilePart = Exclude<(typeof SDN_PARTS)[number], 'sdn_seam'>;

/**
 * What only the advanced XML says: days, legal bases, links by number, other scripts. A part of its own, so that
 * the next snapshot in another format, which is silent about all this, leaves it standing.
 */
export const ADVANCED_PART = 'advanced';

/** The Specially Designated Nationals and Blocked Persons List. */
export const SDN: ListInfo = {
  id: 'us-ofac-sdn',
  title: 'Specially Designated Nationals and Blocked Persons List',
  authority: US_TREASURY,
  effect: 'Property in US jurisdiction is blocked, and US persons may not deal with the person or entity.',
  url: 'https://sanctionslist.ofac.treas.gov/Home/SdnList',
  licence: 'United States public domain',
  parts: [...SDN_PARTS, ADVANCED_PART],
  staleAfterDays: 7,
};

/** The Consolidated (non-SDN) Sanctions List. */
export const CONSOLIDATED: ListInfo = {
  id: 'us-ofac-consolidated',
  title: 'Consolidated Sanctions List (non-SDN)',
  authority: US_TREASURY,
  effect:
    'Measures short of blocking that vary by programme: rejected transactions, limits on debt, equity or accounts.',
  url: 'https://sanctionslist.ofac.treas.gov/Home/ConsolidatedList',
  licence: 'United States public domain',
  parts: ['main', ADVANCED_PART],
  staleAfterDays: 30,
};
