import type { Cited } from '../store/index.ts';
import { fold } from '../text/index.ts';

/**
 * Whose telling a piece of evidence is: the agency where one wrote it, else the publisher. Copies of one agency's
 * story in ten papers have one origin, and so have two articles of one paper: that undercounts, which is the safe
 * side for a count that stands for independence.
 */
export function originOf(source: Pick<Cited, 'publisher'>, agency: string | null): string {
  return fold(agency ?? source.publisher)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}
