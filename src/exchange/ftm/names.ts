import type { TimePoint } from '../../kernel/index.ts';
import { type KnownStatement, nameHeldOn, type RecordHistory } from '../../store/index.ts';

/**
 * The property that a name goes to; `null` when it was not borne yet on that day. A weak name goes where nothing
 * matches on it alone, and so does a label, the word of one side for another.
 */
export function nameProperty(
  history: RecordHistory,
  name: KnownStatement,
  asOf: TimePoint | null,
): string | null {
  const borne = nameHeldOn(history, name, asOf);
  if (borne === 'not-yet') return null;
  if (name.strength === 'weak' || name.kind === 'label') return 'weakAlias';
  if (name.kind === 'former' || borne === 'delisted') return 'previousName';
  if (name.kind === 'acronym') return 'abbreviation';
  return name.kind === 'primary' || name.kind === 'original' ? 'name' : 'alias';
}
