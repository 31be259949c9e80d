// Our own short texts: `tuned-*` the rules were made with, `held-*` were labelled and set aside before the rules.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './harness.mjs';
import { evaluation, round, wire } from './wire-sources.mjs';

const { added, DIGEST_KINDS, digestOf, NO_COUNTS, scored, setCounts, TEST_GAZETTEER } = evaluation;
const FOLDER = join(ROOT, 'src', 'wire', 'fixtures');

/** Every span of a reading, wherever it hangs. */
function spansIn(value, out = []) {
  if (value === null || typeof value !== 'object') return out;
  if (typeof value.quote === 'string' && typeof value.start === 'number') out.push(value);
  for (const part of Object.values(value)) spansIn(part, out);
  return out;
}

/** Who is said to have done it, and how: the claim without its event's details. */
const claimOf = (line) => line.split(' ').slice(0, 2).join(' ');

export function ownFigures() {
  const sets = {};
  let astray = 0;
  for (const name of readdirSync(FOLDER).sort()) {
    const set = name.startsWith('tuned-') ? 'tuned (development)' : 'held (test)';
    const expected = JSON.parse(readFileSync(join(FOLDER, name, 'expected.json'), 'utf8'));
    const text = readFileSync(join(FOLDER, name, 'input.txt'), 'utf8');
    const hint = expected.published === undefined ? {} : { publishedHint: expected.published };
    const reading = wire.readReport(text, { gazetteer: TEST_GAZETTEER, ...hint });
    astray += spansIn(reading).filter(
      ({ quote, start, end }) => reading.document.text.slice(start, end) !== quote,
    ).length;
    const got = digestOf(reading);
    sets[set] ??= { texts: 0, lines: NO_COUNTS, claims: NO_COUNTS };
    sets[set].texts += 1;
    for (const kind of DIGEST_KINDS) {
      if (expected[kind] === undefined) continue;
      sets[set].lines = added(sets[set].lines, setCounts(new Set(got[kind]), new Set(expected[kind])));
    }
    if (expected.attributions === undefined) continue;
    const claims = (lines) => new Set(lines.map(claimOf));
    sets[set].claims = added(
      sets[set].claims,
      setCounts(claims(got.attributions), claims(expected.attributions)),
    );
  }
  return {
    ...Object.fromEntries(
      Object.entries(sets).map(([set, { texts, lines, claims }]) => [
        set,
        {
          texts,
          linesF1: round(scored(lines).f1),
          claimF1: round(scored(claims).f1),
          claims: claims.gold,
        },
      ]),
    ),
    spansNotInText: astray,
  };
}
