import type { RecordPart, Statement } from '../../kernel/index.ts';
import { scriptOf } from '../../text/index.ts';
import { listsError } from '../errors.ts';
import { nameKey } from '../name-key.ts';
import { distinct, nameStatement, statement } from '../statements.ts';
import { stripped } from '../stripped.ts';
import type { At } from '../tidy.ts';

/** The words that extend a row to whatever belongs to the organisation; they are no part of a name. */
const SCOPE = /\b(?:and )?all (?:its|their) (?:manifestations|formations)\b/i;
/** A row that takes in another list and names no organisation. */
const BY_REFERENCE = /^organi[sz]ations listed in (?:the )?(.+?)\.?$/i;
const ACRONYM = /^[A-Z]{2,8}(?:[- ]?\([A-Z]{1,8}\))?$/;
const PLACE = 'Organisation';

/**
 * Reads a row of the schedule.
 *
 * Its key is made of the name that stands first, folded, without an acronym in brackets: `lashkar-e-taiba`.
 * The number of a row changes between editions, while the first name has stayed where aliases were added
 * behind it; a change in its spelling makes a new entry. The number is kept as a `reference`.
 *
 * Names are parted by `/` and `@`, and by a comma from an acronym. The first keeps the whole row as its
 * `original`, and it alone, so that a name added to the row leaves the others as they were.
 * `all its formations and front organizations` and the like are a note. A row that refers to another list
 * has no name: it is `linkedTo` that list. Throws `ENT_LIST_ROW` for a row without a name.
 */
export function readRow(number: string, printed: string, at: At): RecordPart {
  const end = SCOPE.exec(printed)?.index ?? printed.length;
  const scope = stripped(printed.slice(end), ',.', '.');
  const bare = end < printed.length ? stripped(printed.slice(0, end), '', ',.') : printed;
  const listed = BY_REFERENCE.exec(bare)?.[1];
  const names = listed === undefined ? namesIn(bare) : [];
  const key = nameKey(names[0]?.text ?? listed ?? '');
  if (key === '') throw listsError('ENT_LIST_ROW', { why: `row ${number} has no name` }, { place: at.place });
  return {
    key,
    part: 'main',
    schema: 'Organization',
    statements: distinct([
      ...names.map((name) => nameOf(name, printed)),
      ...(listed === undefined ? [] : [statement('linkedTo', listed, PLACE, { original: printed })]),
      ...(scope === '' ? [] : [statement('note', scope, PLACE)]),
      statement('reference', number, 'Sl No'),
    ]),
  };
}

interface Name {
  readonly text: string;
  readonly kind: 'primary' | 'alias' | 'acronym';
}

function namesIn(bare: string): readonly Name[] {
  return bare
    .split(/[/@]/)
    .flatMap((piece) => {
      const comma = piece.lastIndexOf(',');
      const last = piece.slice(comma + 1).trim();
      return comma > 0 && ACRONYM.test(last) ? [piece.slice(0, comma), last] : [piece];
    })
    .map((piece) => stripped(piece, ',', ',.'))
    .filter((text) => /\p{L}/u.test(text))
    .map((text, index) => ({
      text,
      kind: index === 0 ? 'primary' : ACRONYM.test(text) ? 'acronym' : 'alias',
    }));
}

function nameOf({ text, kind }: Name, printed: string): Statement {
  if (kind === 'primary') return nameStatement(text, kind, 'strong', PLACE, { original: printed });
  const script = scriptOf(text);
  const original = script !== 'Latn' && script !== 'Zyyy';
  return nameStatement(text, original ? 'original' : kind, 'unstated', PLACE);
}
