import type { Statement } from '../../kernel/index.ts';
import { anyDate, dateStatement } from '../dated.ts';
import { statement } from '../statements.ts';
import { badValue, flagOf, joined, type Part } from './part.ts';

const CALENDARS = new Set(['GREGORIAN', 'ISLAMIC', '']);

/**
 * A date and a place of birth. A date in the Islamic calendar is taken from `birthdate`, which the file gives
 * in the Gregorian one, if at all; its own year and month are a note.
 */
export function birthOf(part: Part): readonly Statement[] {
  const calendar = part.text('calendarType');
  if (!CALENDARS.has(calendar)) throw badValue(part, 'calendarType', calendar, 'GREGORIAN or ISLAMIC');
  const [city, region, place, zipCode] = [
    part.text('city'),
    part.text('region'),
    part.text('place'),
    part.text('zipCode'),
  ];
  const where = joined(place, zipCode, city, region, part.country);
  return [
    ...birthDate(part, calendar),
    ...(where === ''
      ? []
      : [
          statement('birthPlace', where, part.place, {
            detail: { place, zipCode, city, region, country: part.country, remark: part.remark },
          }),
        ]),
  ];
}

function birthDate(part: Part, calendar: string): readonly Statement[] {
  const figures = ['year', 'monthOfYear', 'dayOfMonth'].map((name) => part.text(name).padStart(2, '0'));
  const known = figures.slice(0, figures.indexOf('00') < 0 ? 3 : figures.indexOf('00'));
  const [from, to] = [part.text('yearRangeFrom'), part.text('yearRangeTo')];
  const whole = part.text('birthdate');
  const detail = { remark: part.remark };
  if (calendar === 'ISLAMIC' && whole === '' && known.length > 0) {
    return [
      statement('note', known.join('-'), part.place, { detail: { ...detail, about: 'birthDate', calendar } }),
    ];
  }
  const range = from !== '' && to !== '' && from !== to ? `${from} to ${to}` : from || to;
  const printed = whole || known.join('-') || range;
  if (printed === '') return [];
  const circa = flagOf(part, 'circa') === true;
  const read = (date: string) => anyDate(circa ? `circa ${date}` : date);
  return [dateStatement('birthDate', printed, part.place, part.at, { detail, read })];
}

/** A citizenship. */
export function citizenshipOf(part: Part): readonly Statement[] {
  if (part.country === '') return [];
  return [
    statement('citizenship', part.country, part.place, {
      detail: {
        code: part.text('countryIso2Code'),
        region: part.text('region'),
        acquired: part.text('acquisitionDate'),
        lost: part.text('disenfranchisementDate'),
        remark: part.remark,
      },
    }),
  ];
}
