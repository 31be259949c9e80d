import { describe, expect, it } from 'vitest';
import type { RecordEvent } from '../../store/index.ts';
import { changesCsv } from '../csv/changes-csv.ts';
import { changesFeed } from './changes-feed.ts';

const OPTIONS = { about: 'un-sc', title: 'Changes of un-sc', now: '2026-11-24T00:00:00.000Z' };
const event = (more: Partial<RecordEvent> = {}): RecordEvent => ({
  kind: 'delisted',
  list: 'un-sc',
  reference: 'QDe.901',
  entity: 'ent-0123456789abcdef',
  name: 'Lantern & <Column>',
  when: { date: '2023-10-17/2023-10-19', basis: 'inferred' },
  seen: '2023-10-19',
  property: null,
  before: 'Lantern & <Column>',
  after: null,
  ...more,
});
const ids = (feed: string) => [...feed.matchAll(/<id>([^<]*)<\/id>/g)].map((match) => match[1]);

describe('a feed of changes', () => {
  it('has what RFC 4287 asks of a feed and of an entry', () => {
    const feed = changesFeed([event()], OPTIONS);
    expect(feed).toMatch(
      /^<\?xml version="1.0" encoding="utf-8"\?>\n<feed xmlns="http:\/\/www.w3.org\/2005\/Atom">/,
    );
    for (const part of ['id', 'title', 'updated']) {
      expect(feed.match(new RegExp(`<${part}>[^<]+</${part}>`, 'g'))).toHaveLength(2);
    }
    expect(feed).toContain('<author>\n    <name>Entente</name>');
    expect(feed).toContain('<updated>2023-10-19T00:00:00.000Z</updated>');
    expect(feed).toContain('some day from 2023-10-17 to 2023-10-19, as far as snapshots show');
  });

  it('escapes what lists print and leaves out what XML cannot hold', () => {
    const feed = changesFeed([event({ before: 'a\u0007b\uD800 & <c>' })], OPTIONS);
    expect(feed).toContain('ab\uFFFD &amp; &lt;c&gt;');
    expect(feed).not.toContain('\u0007');
    expect(feed).not.toContain('<c>');
  });

  it('gives an event the same id in every feed, and different events different ones', () => {
    const one = event();
    const other = event({ kind: 'name-added', after: 'Wick', before: null });
    const [, ...first] = ids(changesFeed([one, other], OPTIONS));
    const [, again] = ids(changesFeed([one], { ...OPTIONS, about: 'all', now: '2027-01-01T00:00:00.000Z' }));
    expect(first).toContain(again);
    expect(new Set(first).size).toBe(2);
    expect(first.every((id) => /^urn:entente:[A-Za-z0-9%._~:-]+$/.test(id ?? ''))).toBe(true);
    const long = (end: string) =>
      event({ kind: 'changed', property: 'remarks', before: 'x'.repeat(500) + end });
    expect(new Set(ids(changesFeed([long('a'), long('b')], OPTIONS))).size).toBe(3);
    expect(new Set(ids(changesFeed([one, one], OPTIONS))).size).toBe(3);
  });

  it('is a valid feed when nothing changed', () => {
    expect(changesFeed([], OPTIONS)).toContain('<updated>2026-11-24T00:00:00.000Z</updated>');
  });
});

it('gives both bounds of an event in CSV', () => {
  expect(changesCsv([event()]).split('\r\n')[1]).toBe(
    '2023-10-19,un-sc,QDe.901,ent-0123456789abcdef,Lantern & <Column>,delisted,,Lantern & <Column>,,2023-10-17,2023-10-19,inferred',
  );
});
