import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import type { Brief } from './brief.ts';
import type { Reminder } from './reminders.ts';
import { calendarOf } from './write-calendar.ts';
import { csvOf } from './write-csv.ts';
import { htmlOf } from './write-html.ts';
import { markdownOf } from './write-markdown.ts';

const HOSTILE: Brief = {
  title: '<script>alert(1)</script>',
  subtitle: 'as of "now" & later',
  sections: [
    {
      heading: '# [x](javascript:alert(1))',
      blocks: [
        { kind: 'list', items: ['- a | b', 'evil\u202etxt', '<img src=x onerror=alert(1)>'] },
        { kind: 'table', head: ['a', 'b'], rows: [['one | two', 'line\nbreak']] },
      ],
    },
  ],
  limits: ['only a report'],
};

describe('papers', () => {
  it('are HTML in which nothing from outside is markup, with no script and nothing fetched', () => {
    const html = htmlOf(HOSTILE);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).not.toMatch(/<script|<img|\u202e|\ssrc="|href=/);
    expect(html).toContain('only a report');
  });

  it('are Markdown in which nothing from outside is markup, a row a line', () => {
    const lines = markdownOf(HOSTILE).split('\n');
    expect(lines[0]).toBe('# \\<script\\>alert(1)\\</script\\>');
    expect(lines).toContain('## \\# \\[x\\](javascript:alert(1))');
    expect(lines).toContain('- \\- a \\| b');
    expect(lines).toContain('- eviltxt');
    expect(lines).toContain('| one \\| two | line break |');
  });

  it('are CSV whose cells no spreadsheet runs', () => {
    expect(
      csvOf(
        ['a', 'b'],
        [
          ['=1+1', 'say "x", y'],
          [null, 3],
        ],
      ),
    ).toBe('a,b\r\n\'=1+1,"say ""x"", y"\r\n,3\r\n');
  });

  it('are a calendar that another reader reads: whole days, stable ids, the same text for the same moment', () => {
    const reminders: Reminder[] = [
      {
        uid: 'due-aa-bb/c1-2025-06-30',
        kind: 'due',
        from: '2025-06-30',
        to: '2025-06-30',
        title: 'Due: train, share; report\nSUMMARY:forged',
        lines: ['AA, BB: train'],
        about: ['aa-bb/c1'],
        past: false,
      },
    ];
    const text = calendarOf(reminders, 'Entente', new Date('2026-11-24T12:00:00Z'));
    expect(calendarOf(reminders, 'Entente', new Date('2026-11-24T12:00:00Z'))).toBe(text);
    const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
    expect(events).toHaveLength(1);
    const event = new ICAL.Event(events[0]);
    expect(event.summary).toBe('Due: train, share; report SUMMARY:forged');
    expect(event.uid).toBe('due-aa-bb/c1-2025-06-30@entente');
    expect([event.startDate.toString(), event.startDate.isDate, event.endDate.toString()]).toEqual([
      '2025-06-30',
      true,
      '2025-07-01',
    ]);
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  });
});
