import { describe, expect, test } from 'vitest';
import { EntError } from '../../kernel/index.ts';
import { LONGEST_TEXT, readDocument } from './read-document.ts';

const PAGE = `Home / World / Asia / Ministers promise closer work

Ministers promise closer work

Ministers of the two states met on Monday to talk of what can be done about the border

Border post
Sample News Agency Dushanbe
4 min read Last Updated : Mar 03 2026 | 9:05 AM IST
Ministers of the two states met in Dushanbe on Monday, officials said.

They agreed to meet again.

What happens next
Nothing is known of the date.

(This story has not been edited by The Sample Courier staff and is published from a syndicated feed.)

First Published: Mar 02 2026 | 11:40 PM IST
`;

function zonesOf(text: string): readonly string[] {
  const document = readDocument(text, null);
  return document.zones.map(
    ({ kind, start, end }) => `${kind}: ${document.text.slice(start, end).slice(0, 24)}`,
  );
}

describe('a copied page (Z1 to Z5)', () => {
  test('every line has its zone, and nothing is removed', () => {
    expect(zonesOf(PAGE)).toEqual([
      'crumb: Home / World / Asia / Mi',
      'headline: Ministers promise closer',
      'summary: Ministers of the two sta',
      'caption: Border post',
      'dateline: Sample News Agency Dusha',
      'stamp: 4 min read Last Updated ',
      'body: Ministers of the two sta',
      'body: They agreed to meet agai',
      'caption: What happens next',
      'body: Nothing is known of the ',
      'trailer: (This story has not been',
      'stamp: First Published: Mar 02 ',
    ]);
  });

  test('publisher, agency, dateline and stamps are told apart', () => {
    expect(readDocument(PAGE, null)).toMatchObject({
      publisher: 'The Sample Courier',
      agency: 'Sample News Agency',
      syndicated: true,
      headline: 'Ministers promise closer work',
      dateline: { place: 'Dushanbe', country: 'TJ', agency: 'Sample News Agency' },
      firstPublished: '2026-03-02T23:40:00+05:30',
      updated: '2026-03-03T09:05:00+05:30',
      reference: { value: '2026-03-02', source: 'first-published' },
      language: 'en',
      text: PAGE,
    });
  });

  test('only line ends are changed (S2)', () => {
    expect(readDocument(PAGE.replaceAll('\n', '\r\n'), null).text).toBe(PAGE);
    expect(readDocument(PAGE.replaceAll('\n', '\r'), null).sha256).toBe(readDocument(PAGE, null).sha256);
  });
});

describe('datelines', () => {
  const long = 'Officials of the two states held talks on the border on Monday.';
  test.each([
    ['ISLAMABAD: ', { place: 'Islamabad', country: 'PK', agency: null }],
    ['New Delhi: ', { place: 'New Delhi', country: 'IN', agency: null }],
    ['WASHINGTON - ', { place: 'Washington', country: 'US', agency: null }],
    ['KABUL, Aug 13 (AFP) - ', { place: 'Kabul', country: 'AF', agency: 'Agence France-Presse' }],
    ['PESHAWAR, Pakistan (Reuters) — ', { place: 'Peshawar', country: 'PK', agency: 'Reuters' }],
    [
      'New Delhi [India], April 24 (ANI): ',
      { place: 'New Delhi', country: 'IN', agency: 'Asian News International' },
    ],
    ['SRINAGAR, Jul 9 (PTI) ', { place: 'Srinagar', country: 'IN', agency: 'Press Trust of India' }],
    ['BEIJING, Feb. 7 (Xinhua) -- ', { place: 'Beijing', country: 'CN', agency: 'Xinhua' }],
    ['SOMEWHEREPUR: ', { place: 'Somewherepur', country: null, agency: null }],
  ])('%s', (lead, dateline) => {
    const document = readDocument(lead + long, '2025-08-13');
    expect(document.dateline).toEqual(dateline);
    const body = document.zones.find(({ kind }) => kind === 'body');
    expect(document.text.slice(body?.start, body?.end)).toBe(long);
  });

  test.each([
    'India: the next great power, say its friends abroad.',
    'Our view: talks with Kabul must go on for now.',
  ])('none in "%s"', (text) => expect(readDocument(text, null).dateline).toBeNull());

  test("a dateline's day with no year is the nearest before the stamp or the hint", () => {
    const document = readDocument(`KABUL, Dec 30 (AFP) - ${long}`, '2026-01-02');
    expect(document.reference).toMatchObject({
      value: '2025-12-30',
      source: 'dateline',
      span: { quote: 'Dec 30' },
    });
  });
});

describe('stamps (Z6, Z7)', () => {
  const page = (stamp: string, publisher = '') =>
    `A headline of five words\n${publisher}\n${stamp}\nThe two sides met in the capital on Monday.\n`;
  test.each([
    ['Published: August 13, 2025 12:48 PKT', '2025-08-13T12:48:00+05:00'],
    ['Posted on 13 August 2025 at 09:05 AM GMT', '2025-08-13T09:05:00Z'],
    ['First Published: Aug 13 2025 | 12:05 AM IST', '2025-08-13T00:05:00+05:30'],
    ['Published: 2025-08-13 18:00 +05:30', '2025-08-13T18:00:00+05:30'],
    ['Published: August 13, 2025 12:48', '2025-08-13'],
    ['Published: August 13, 2025 12:48 BST', '2025-08-13'],
  ])('%s', (stamp, at) => expect(readDocument(page(stamp), null).firstPublished).toBe(at));

  test("letters that two zones share are read by the publisher's country", () => {
    const stamp = 'Published: August 13, 2025 12:48 BST';
    expect(readDocument(page(stamp, 'BBC News'), null).firstPublished).toBe('2025-08-13T12:48:00+01:00');
    expect(readDocument(page(stamp, 'The Daily Star'), null).firstPublished).toBe(
      '2025-08-13T12:48:00+06:00',
    );
  });

  test("the text's own stamp goes before the caller's hint, and the hint before nothing", () => {
    expect(readDocument(page('Published: August 13, 2025'), '2020-01-01').reference?.value).toBe(
      '2025-08-13',
    );
    expect(readDocument(page(''), '2020-01-01').reference).toEqual({
      value: '2020-01-01',
      source: 'hint',
      span: null,
    });
    expect(readDocument(page(''), null)).toMatchObject({ reference: null, warnings: ['no-reference-date'] });
  });
});

test('a bare statement has a body and no headline', () => {
  const document = readDocument(
    'Today, the Department of State is designating a group.\n\nThis is its second line of text.',
    null,
  );
  expect(document.headline).toBeNull();
  expect(document.zones.map(({ kind }) => kind)).toEqual(['body', 'body']);
});

test('lines cut at a width are one paragraph', () => {
  const text =
    'The interior ministers of the two countries met in the\ncapital on Monday and agreed that their police forces\n' +
    'would work more closely together along the border, a\njoint statement that was issued after the talks said.\n\nThey left.\n';
  expect(zonesOf(text)).toHaveLength(2);
});

test('direction controls are reported', () => {
  expect(readDocument('The \u202egroup\u202c met in the capital on Monday.', '2025-01-01').warnings).toEqual([
    'bidi-control',
  ]);
});

describe('refusals', () => {
  const code = (run: () => unknown): string => {
    try {
      run();
    } catch (error) {
      if (error instanceof EntError) return `${error.code} ${error.status}`;
    }
    return 'none';
  };
  test('an empty text', () =>
    expect(code(() => readDocument(' \n\u200b', null))).toBe('ENT_WIRE_EMPTY refused'));
  test('a binary file', () =>
    expect(code(() => readDocument('PDF\0\0', null))).toBe('ENT_WIRE_BINARY refused'));
  test('a text that is too long', () =>
    expect(code(() => readDocument('a '.repeat(LONGEST_TEXT), null))).toBe('ENT_WIRE_TOO_LONG refused'));
  test('a hint that is no day', () =>
    expect(code(() => readDocument('Hello there', 'last week'))).toBe('ENT_WIRE_HINT usage'));
});
