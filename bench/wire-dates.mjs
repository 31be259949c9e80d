// Dates of events, end to end: cases of our own, each read from its sentence as a report of Wednesday 17 June 2026.
import { round, wire } from './wire-sources.mjs';

const WRITTEN = '2026-06-17';

/** Words in a sentence, and the date (EDTF) that the attack in it must get; `null` for a time nobody can write down. */
export const CASES = [
  ['Gunmen attacked a police post in Quetta on Monday.', '2026-06-15'],
  ['Gunmen attacked a police post in Quetta on Wednesday.', '2026-06-17'],
  ['Gunmen attacked a police post in Quetta on Thursday.', '2026-06-11'],
  ['Gunmen attacked a police post in Quetta last Friday.', '2026-06-12'],
  ['Gunmen attacked a police post in Quetta late on Sunday night.', '2026-06-14'],
  ['On Saturday, gunmen attacked a police post in Quetta.', '2026-06-13'],
  ['Gunmen on Tuesday attacked a police post in Quetta.', '2026-06-16'],
  ["Tuesday's attack on a police post in Quetta killed two officers.", '2026-06-16'],
  ["Sunday's bombing of a market in Quetta killed two people.", '2026-06-14'],
  ['Gunmen attacked a police post in Quetta yesterday.', '2026-06-16'],
  ['Gunmen attacked a police post in Quetta today.', '2026-06-17'],
  ['Gunmen attacked a police post in Quetta early today.', '2026-06-17'],
  ['Gunmen attacked a police post in Quetta this morning.', '2026-06-17'],
  ['Gunmen attacked a police post in Quetta last night.', '2026-06-16'],
  ['Gunmen attacked a police post in Quetta overnight.', '2026-06-17'],
  ['Gunmen attacked a police post in Quetta two days ago.', '2026-06-15'],
  ['Gunmen attacked a police post in Quetta three weeks ago.', '2026-05-25/2026-05-31'],
  ['Gunmen attacked a police post in Quetta six months ago.', '2025-12'],
  ['Gunmen attacked a police post in Quetta five years ago.', '2021'],
  ['Gunmen attacked a police post in Quetta last week.', '2026-06-08/2026-06-14'],
  ['Gunmen attacked a police post in Quetta earlier this week.', '2026-06-15/2026-06-21'],
  ['Gunmen attacked a police post in Quetta this week.', '2026-06-15/2026-06-21'],
  ['Gunmen attacked a police post in Quetta last month.', '2026-05'],
  ['Gunmen attacked a police post in Quetta earlier this month.', '2026-06'],
  ['Gunmen attacked a police post in Quetta this month.', '2026-06'],
  ['Gunmen attacked a police post in Quetta last year.', '2025'],
  ['Gunmen attacked a police post in Quetta earlier this year.', '2026'],
  ['Gunmen attacked a police post in Quetta this year.', '2026'],
  ['Gunmen attacked a police post in Quetta in 2019.', '2019'],
  ['In 2019, gunmen attacked a police post in Quetta.', '2019'],
  ['Gunmen attacked a police post in Quetta in March 2023.', '2023-03'],
  ['Gunmen attacked a police post in Quetta in early March 2023.', '2023-03'],
  ['Gunmen attacked a police post in Quetta in March.', '2026-03'],
  ['Gunmen attacked a police post in Quetta in November.', '2025-11'],
  ['Gunmen attacked a police post in Quetta last March.', '2026-03'],
  ['Gunmen attacked a police post in Quetta on 11 March.', '2026-03-11'],
  ['Gunmen attacked a police post in Quetta on March 11.', '2026-03-11'],
  ['Gunmen attacked a police post in Quetta on August 14.', '2025-08-14'],
  ['Gunmen attacked a police post in Quetta on 14 August 2024.', '2024-08-14'],
  ['Gunmen attacked a police post in Quetta on August 14, 2024.', '2024-08-14'],
  ['Gunmen attacked a police post in Quetta on Aug. 14, 2024.', '2024-08-14'],
  ['Gunmen attacked a police post in Quetta on the 14th of August 2024.', '2024-08-14'],
  ['Gunmen attacked a police post in Quetta on Aug 14.', '2025-08-14'],
  ['Gunmen attacked a police post in Quetta on 2024-08-14.', '2024-08-14'],
  ['Gunmen attacked a police post in Quetta on Monday, June 8.', '2026-06-08'],
  ['The March 2025 hijacking of the Jaffar Express killed 31 people.', '2025-03'],
  ['The 2008 attack on a hotel in Mumbai killed 30 people.', '2008'],
  ['Gunmen attacked a police post in Quetta a day after the army raided a village on 3 June.', '2026-06-04'],
  ['Gunmen attacked a police post in Quetta two days before the talks in Doha on 10 June.', '2026-06-08'],
  ['Gunmen attacked a police post in Quetta a week after a bombing in Peshawar on 1 May 2026.', '2026-05-08'],
  [
    'The army raided a village near Sibi on 3 June. A day later, gunmen attacked a police post in Quetta.',
    '2026-06-04',
  ],
  ['Ministers met in Doha on Monday. A day earlier, gunmen attacked a police post in Quetta.', '2026-06-14'],
  [
    'Gunmen attacked a police post in Quetta hours after a blast hit a market in Sibi on 3 June 2026.',
    '2026-06-03~',
  ],
  ['Gunmen attacked a police post in Quetta on Sunday, police said on Tuesday.', '2026-06-14'],
  ['Police said on Tuesday that gunmen had attacked a police post in Quetta on Sunday.', '2026-06-14'],
  [
    'Gunmen have attacked police posts in Quetta in recent months, and on Sunday attacked a police post in Kalat.',
    '2026-06-14',
  ],
  ['The attack on a police post in Quetta in the first week of June killed two officers.', '2026-06'],
  ['The group claimed on Tuesday the attack on a police post in Quetta on Sunday.', '2026-06-14'],
  ['Gunmen attacked a police post in Quetta at dawn on Sunday.', '2026-06-14'],
  ['Gunmen attacked a police post in Quetta on Sunday evening.', '2026-06-14'],
];

export function dateFigures(show = null) {
  const gazetteer = wire.gazetteer([]);
  let right = 0;
  for (const [text, wanted] of CASES) {
    const { events } = wire.readReport(text, { gazetteer, publishedHint: WRITTEN });
    const attacks = events.filter(({ type }) => type === 'attack');
    const got = attacks.find(({ when }) => when?.value === wanted) ?? attacks.at(-1);
    if (got !== undefined && (got.when?.value ?? null) === wanted) right += 1;
    else show?.(`${wanted} | ${attacks.map(({ when }) => when?.value ?? null)} | ${text}`);
  }
  return { cases: CASES.length, right: round(right / CASES.length) };
}
