import ical, { ICalEventTransparency } from 'ical-generator';
import { flat } from './brief.ts';
import { addDays } from './days-of.ts';
import type { Reminder } from './reminders.ts';

/**
 * Reminders as an iCalendar feed (RFC 5545): one whole-day event each, free time, with a stable UID. `stamp` is the
 * moment of writing; the same reminders and stamp give the same text.
 */
export function calendarOf(reminders: readonly Reminder[], name: string, stamp: Date): string {
  const calendar = ical({
    name: flat(name),
    prodId: { company: 'Entente', product: 'engagement', language: 'EN' },
  });
  for (const { uid, kind, from, to, title, lines } of reminders)
    calendar.createEvent({
      id: `${uid.replace(/[^A-Za-z0-9./-]/g, '-')}@entente`,
      stamp,
      start: midnight(from),
      // The end of a whole-day event is the day after it (RFC 5545, 3.6.1).
      end: midnight(addDays(to, 1)),
      allDay: true,
      summary: flat(title),
      description: lines.map(flat).join('\n'),
      categories: [{ name: kind }],
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  // Every line ends with one, the last too (RFC 5545, 3.1).
  return `${calendar.toString().trimEnd()}\r\n`;
}

function midnight(day: string): Date {
  return new Date(`${day}T00:00:00.000Z`);
}
