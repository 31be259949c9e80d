import type { Statement } from '../../kernel/index.ts';
import { anyDate, dayStatement } from '../dated.ts';
import { statement } from '../statements.ts';
import { elementsAt } from '../xml.ts';
import { type Part, textIn } from './part.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A day in figures or in words after words that say that the Union itself listed the entry on it. */
const LISTED =
  /(?<!previous )\b(?:date of listing|(?:date of )?EU designation) ?:? ?(\d{1,2}[./]\d{1,2}[./]\d{4}|\d{1,2} [a-z]{3,9} \d{4})/i;

/**
 * When an entry was listed and amended, and by what.
 *
 * The file has a field for the day of designation and leaves it empty for nearly all; some entries say it in
 * words (`Date of listing: 1.12.2011`). Days of designation by the United Nations are not the Union's. For the
 * others the file shows only acts: the one that gave the entry or last changed it, and one for each name,
 * address and so on. The listing is then no later than the earliest of them ({@link citedDays}), and that is what is
 * said: an open range (`../2010-01-26`). An act later than the earliest has amended the entry.
 */
export function designatedOf(
  entity: Part,
  acts: readonly Part[],
  remarks: readonly string[],
): readonly Statement[] {
  const days = [
    ...acts.flatMap((act) => [act.text('publicationDate'), act.text('entryIntoForceDate')]),
    ...citedDays(entity),
  ]
    .filter((day) => DAY.test(day) && anyDate(day) !== null)
    .sort();
  return [
    ...listedOn(entity, remarks, days[0]),
    ...acts.flatMap((act) => {
      const published = act.text('publicationDate');
      const amends =
        published !== '' && (days[0] ?? '') < published && act.text('entryIntoForceDate') !== days[0];
      return amends
        ? [dayStatement('amendedOn', 'publicationDate', published, act.at, 'regulation@publicationDate')]
        : [];
    }),
    ...filled(entity.text('delistingDate')).map((printed) =>
      dayStatement('delistedOn', 'delistingDate', printed, entity.at),
    ),
    ...acts.flatMap(legalBasis),
  ];
}

/** Names that were put into the database together are numbered one behind the other, or nearly so. */
const SAME_BATCH = 10;

/**
 * The days of the acts that the parts of an entry cite. A base act (`regulation`) counts only where at least half of the
 * names that were entered first, as their numbers tell, cite one, since the database also gives it to names that came
 * later. Of 972 entries whose name on the UN list tells them, the earliest of all acts puts four before the day of the
 * United Nations by a base act (EU.1489.36 by three years), and this rule none.
 */
function citedDays({ element }: Part): readonly string[] {
  const acts = element.children.flatMap((child) =>
    elementsAt(child, 'regulationSummary').map(({ attributes }) => ({
      name: child.name === 'nameAlias' ? Number(child.attributes?.logicalId ?? 0) : null,
      isBase: attributes?.regulationType === 'regulation',
      day: attributes?.publicationDate ?? '',
    })),
  );
  const names = acts
    .flatMap(({ name, isBase }) => (name === null ? [] : [{ name, isBase }]))
    .sort((a, b) => a.name - b.name);
  const end = names.findIndex(
    ({ name }, index) => index > 0 && name - (names[index - 1]?.name ?? 0) > SAME_BATCH,
  );
  const first = end < 0 ? names : names.slice(0, end);
  const based = first.filter(({ isBase }) => isBase).length;
  const later = acts.filter(({ isBase }) => !isBase);
  const fromBase = based > 0 && based * 2 >= first.length;
  return (fromBase || later.length === 0 ? acts : later).map(({ day }) => day);
}

function listedOn(
  entity: Part,
  remarks: readonly string[],
  earliest: string | undefined,
): readonly Statement[] {
  const stated = entity.text('designationDate');
  if (stated !== '') return [dayStatement('listedOn', 'designationDate', stated, entity.at)];
  for (const text of remarks) {
    const printed = LISTED.exec(text)?.[1] ?? '';
    const day = anyDate(printed);
    if (day !== null) return [statement('listedOn', day, 'remark', { original: printed })];
  }
  if (earliest === undefined) return [];
  return [
    statement('listedOn', `../${earliest}`, 'regulation', {
      original: earliest,
      detail: { basis: 'earliest act that the entry cites' },
    }),
  ];
}

function legalBasis(act: Part): readonly Statement[] {
  const title = act.text('numberTitle');
  return [
    ...filled(act.text('programme')).map((programme) =>
      statement('programme', programme, 'regulation@programme'),
    ),
    ...filled(title).map((value) =>
      statement('legalBasis', value, 'regulation@numberTitle', {
        detail: {
          type: act.text('regulationType'),
          organisation: act.text('organisationType'),
          published: act.text('publicationDate'),
          inForce: act.text('entryIntoForceDate'),
          url: textIn(act, 'publicationUrl'),
          corrigendum: textIn(act, 'corrigendum'),
          remark: act.remark,
        },
      }),
    ),
  ];
}

function filled(text: string): readonly string[] {
  return text === '' ? [] : [text];
}
