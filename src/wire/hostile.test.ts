import { describe, expect, test } from 'vitest';
import { TEST_GAZETTEER } from './evaluation/small-record.ts';
import { MOST_EVENTS } from './events/event-book.ts';
import { readReport } from './read-report.ts';

const read = (text: string) => readReport(text, { gazetteer: TEST_GAZETTEER, publishedHint: '2025-08-13' });

/**
 * Processor time, so that a busy machine changes little; each takes a few seconds at most. A rule that is not
 * linear takes minutes on these, so the bound can tell.
 */
const BOUND_MS = 25_000;

/** What the processor worked for this process since it began, in milliseconds. */
function worked(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
const MILLION = 1_000_000;

function times(piece: string, length = MILLION): string {
  return piece.repeat(Math.ceil(length / piece.length));
}

describe('hostile and odd input is read in bounded time', () => {
  test.each([
    [
      'a report of 5 MB',
      times(
        'The BLA claimed responsibility for Monday’s bombing in Quetta, police said.\nThe two sides agreed to meet.\n\n',
        5 * MILLION,
      ),
    ],
    ['one line of 1 MB with no stop', times('the BLA attacked a bus in Karachi and ')],
    ['one word of 1 MB', `a ${'b'.repeat(MILLION)}`],
    ['one name again and again', times('Taliban ')],
    ['100,000 brackets', `a ${'('.repeat(50_000)}${')'.repeat(50_000)} b.`],
    ['quotation marks', `a ${times('" \' “ ')} b.`],
    ['commas', `a${times(', ')}b.`],
    ['dotted letters', times('U.S.')],
    ['hyphens', times('a-')],
    ['lists with no end', times('Pakistan, India and ')],
    ['crumbs', times('Home / World / A\n')],
    ['datelines', times('KABUL, Aug 13 (AFP) - \n')],
    ['stamps', times('Updated: Aug 13 2025 | 12:48 PM IST\n')],
    ['offsets', times('on Monday, a day after ')],
    ['offices', times('Secretary Minister, the envoy, ')],
    ['who says what', times('he said that ')],
    ['one sentence again and again', times('The group claimed the attack.\n\n')],
    ['promises with no end', times('The two sides agreed to act and to meet and to ')],
    ['direction marks', times('\u202ea \u202c')],
  ])('%s', (_, text) => {
    const started = worked();
    read(text);
    expect(worked() - started).toBeLessThan(BOUND_MS);
  });
});

test('time grows with the length, not with its square', () => {
  const piece =
    'Police said on Monday that the BLA attacked a bus near Quetta, killing ten people, and fled.\n\n';
  const measure = (count: number) => {
    const text = Array.from({ length: count }, (_, index) => piece.replace('ten', String(index + 10))).join(
      '',
    );
    read(text);
    const started = performance.now();
    read(text);
    return performance.now() - started;
  };
  const [small, large] = [measure(300), measure(3_000)];
  expect(large / small).toBeLessThan(60);
});

test('more events than a report can tell are capped, and the reading says so', () => {
  const places = ['Quetta', 'Karachi', 'Lahore', 'Multan'];
  const text = Array.from(
    { length: MOST_EVENTS + 500 },
    (_, index) =>
      `A bombing killed ${index + 10} people in ${places[index % 4]} on ${(index % 28) + 1} May ${1950 + (index % 70)}.\n\n`,
  ).join('');
  const { events, document } = read(text);
  expect(events.length).toBeLessThanOrEqual(MOST_EVENTS);
  expect(document.warnings.includes('events-capped')).toBe(true);
});
