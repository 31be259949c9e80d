/**
 * Words that say what sort of body a body is, and that its own papers use one for the other: lists print
 * `Special Industries Group` and `Special Industries Organization` for one. They are words of the name, but one
 * standing against another contradicts little.
 *
 * Rule: only words that fit a body of any trade. What a body does (`trading`, `shipping`, `bank`) and what it
 * fights as (`army`, `front`) tells siblings apart and stays out. By the first word of the group of equivalents.
 */
export const BODY_KINDS: ReadonlySet<string> = new Set(
  (
    'group organization institute institution complex center headquarters base office bureau branch unit ' +
    'division department directorate agency industry factory plant plants works enterprise enterprises ' +
    'holding holdings section establishment association society foundation'
  ).split(' '),
);

/** What little a word of a body's kind weighs against another that stands in its place. */
export const KIND_CONTRADICTS = 0.2;
