import { formatDate, tryParseDate } from '../kernel/index.ts';
import { hashText } from '../store/index.ts';
import { countryCode, fold } from '../text/index.ts';
import { genderOf } from './features.ts';
import { bareIdentifiers } from './identifiers.ts';
import type { ScreenQuery } from './query.ts';

/** A question as decisions about it are kept. */
export interface QuestionKey {
  /** The digest of the question: two that differ in spelling marks, case or order alone are one. */
  readonly key: string;
  /** The digest of its name alone. */
  readonly name: string;
  /** The question, normalised; what it does not say is left out. */
  readonly query: ScreenQuery;
}

/**
 * The question in one form: names folded, the date and country as codes, identifiers bare and in order. What was left
 * out stays out, since a question that says less is another question.
 */
export function questionKey(query: ScreenQuery): QuestionKey {
  const { schema } = query;
  const name = fold(query.name);
  const aliases = [...new Set((query.aliases ?? []).map(fold))].filter((alias) => alias !== name).sort();
  const date = query.birthDate === undefined ? null : tryParseDate(query.birthDate);
  const birthDate = date === null ? query.birthDate : formatDate(date);
  const country =
    query.country === undefined ? undefined : (countryCode(query.country) ?? fold(query.country));
  const gender = query.gender === undefined ? undefined : (genderOf(query.gender) ?? undefined);
  const identifiers = [...bareIdentifiers(query.identifiers)].sort();
  const normal: ScreenQuery = {
    name,
    ...(aliases.length === 0 ? {} : { aliases }),
    ...(schema === undefined ? {} : { schema }),
    ...(birthDate === undefined ? {} : { birthDate }),
    ...(country === undefined ? {} : { country }),
    ...(gender === undefined ? {} : { gender }),
    ...(identifiers.length === 0 ? {} : { identifiers }),
  };
  return { key: hashText(JSON.stringify(normal)), name: hashText(name), query: normal };
}
