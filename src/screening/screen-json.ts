import { programmesHeldOn } from '../store/index.ts';
import type { ScreenAnswer } from './answer.ts';

/** The answer in the shape of the command line contract: the effective dates flat, the episodes beside them. */
export function screenJson(answer: ScreenAnswer) {
  return {
    ...answer,
    results: answer.results.map((result) => ({
      ...result,
      listings: result.listings.map((listing) => ({
        list: listing.list,
        authority: listing.authority.id,
        reference: listing.reference,
        name: listing.printedName,
        programmes: programmesHeldOn(listing.programmes, answer.asOf),
        status: listing.status,
        effective: {
          from: listing.effective?.from.date ?? null,
          to: listing.effective?.to?.date ?? null,
          basis: listing.effective?.from.basis ?? null,
        },
        basis: listing.basis,
        episodes: listing.episodes,
        sources: listing.sources,
      })),
    })),
  };
}
