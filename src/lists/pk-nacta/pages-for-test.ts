import type { TextForTest } from '../pdf-for-test.ts';

/** The pages of the fixture, which is made from them. */
export const PAGES: readonly (readonly TextForTest[])[] = [
  [
    [120, 800, 'LIST OF ORGANIZATIONS PROSCRIBED BY MINISTRY OF INTERIOR'],
    [150, 785, 'U/S 11-B (1) R/W SCHEDULE-I, ATA 1997'],
    [50, 750, 'S. No'],
    [100, 750, 'Name of Organization'],
    [330, 750, 'Date of Notification'],
    [450, 750, 'Remarks'],
    [55, 730, '1.'],
    [100, 730, 'Lashkar-e-Jhangvi (LeJ)'],
    [330, 730, '14-Aug-2001'],
    [55, 700, '2.'],
    [100, 706, 'Quay Front Pakistan, formerly Pier'],
    [100, 694, 'Front (QF)'],
    [330, 700, '14th January, 2002'],
    [450, 700, 'UNSCR 1267'],
    [55, 670, '3.'],
    [100, 670, 'Balochistan Liberation Army (BLA)'],
    [330, 670, '07/04/2006'],
  ],
  [
    [55, 780, '4.'],
    [100, 780, 'Lantern Foundation'],
    [330, 780, '5 March 2019'],
    [110, 766, 'i. Lamp Trust, Lahore'],
    [110, 752, 'ii. Wick Trust, Lahore'],
    [55, 720, '5.'],
    [100, 720, 'Majeed Brigade'],
    [330, 720, '18.07.2024'],
    [280, 30, 'Page 2 of 2'],
  ],
];
