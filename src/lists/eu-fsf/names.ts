import type { NameKind, Statement, Strength } from '../../kernel/index.ts';
import { scriptOf } from '../../text/index.ts';
import { nameStatement, statement } from '../statements.ts';
import { badValue, flagOf, type Part } from './part.ts';

const GENDERS: ReadonlyMap<string, string> = new Map([
  ['M', 'male'],
  ['F', 'female'],
]);

/** Alphabets of the Union's own languages beside the Latin: a name in one is a translation like any other. */
const OWN_SCRIPTS: ReadonlyMap<string, string> = new Map([
  ['el', 'Grek'],
  ['bg', 'Cyrl'],
]);

const QUALITY = /\b(low?|goo?d) quality\b/i;
const FORMER = /^(?:formerly|previously|former name)\b|\bf\.?k\.?a\b/i;

interface Name {
  readonly part: Part;
  readonly text: string;
  readonly script: string;
  /** BCP 47, where the file says. */
  readonly language: string | undefined;
  readonly strength: Strength;
  readonly strengthBasis: string | null;
  readonly former: boolean;
  /** The number of the name in the publisher's database. */
  readonly number: number;
}

/**
 * The names of an entry. The file marks none as the primary one and prints them in no order, so it is chosen:
 *
 * 1. among those not weak and not former; of these
 * 2. among those in Latin letters, in English or in no stated language; else in Latin letters; else in any;
 * 3. among those with a family name of their own (`lastName`), if there are such;
 * 4. the one with the lowest `logicalId`, since the database numbers names as it takes them in, and takes in
 *    the name that an act prints first first.
 *
 * On 755 entries of 2026 that a UN entry could be told for, this is the UN's primary name 600 times; the first
 * printed name is 442 times.
 *
 * A remark that speaks of quality (`Low quality`, also as `lo quality`) says how strong a name is; else
 * `strong` does, which is `true` for nearly all. Throws `ENT_LIST_VALUE`.
 */
export function namesOf(parts: readonly Part[]): readonly Statement[] {
  const names = parts.map(readName).filter((name) => name.text !== '');
  const primary = primaryOf(names);
  return names.map((name) =>
    nameStatement(name.text, name === primary ? 'primary' : kindOf(name), name.strength, name.part.place, {
      language: name.language,
      detail: {
        firstName: name.part.text('firstName'),
        middleName: name.part.text('middleName'),
        lastName: name.part.text('lastName'),
        strengthBasis: name.strengthBasis,
        remark: name.part.remark,
      },
    }),
  );
}

/** Titles, functions and genders, which stand beside the names. */
export function describedOf(parts: readonly Part[]): readonly Statement[] {
  return parts.flatMap((part) => {
    const [title, role, printed] = [part.text('title'), part.text('function'), part.text('gender')];
    const gender = GENDERS.get(printed);
    if (gender === undefined && printed !== '') throw badValue(part, 'gender', printed, 'M or F');
    return [
      ...(title === '' ? [] : [statement('title', title, 'nameAlias@title')]),
      ...(role === '' ? [] : [statement('position', role, 'nameAlias@function')]),
      ...(gender === undefined
        ? []
        : [statement('gender', gender, 'nameAlias@gender', { original: printed })]),
    ];
  });
}

function readName(part: Part): Name {
  const printed = part.text('nameLanguage');
  if (printed !== '' && !/^[A-Z]{2}$/.test(printed)) {
    throw badValue(part, 'nameLanguage', printed, 'two letters, like EN');
  }
  const whole = part.text('wholeName');
  const text =
    whole === ''
      ? [part.text('firstName'), part.text('middleName'), part.text('lastName')]
          .filter((one) => one !== '')
          .join(' ')
      : whole;
  return {
    part,
    text,
    script: scriptOf(text),
    // Some are codes of old, for which BCP 47 has others: MO is now ro.
    language: printed === '' ? undefined : Intl.getCanonicalLocales(printed)[0],
    ...strengthOf(part),
    former: FORMER.test(part.remark),
    number: numberOf(part),
  };
}

function strengthOf(part: Part): Pick<Name, 'strength' | 'strengthBasis'> {
  const strong = flagOf(part, 'strong');
  const quality = QUALITY.exec(part.remark)?.[1]?.toLowerCase();
  if (quality !== undefined) {
    return { strength: quality.startsWith('l') ? 'weak' : 'strong', strengthBasis: 'remark' };
  }
  if (strong === null) return { strength: 'unstated', strengthBasis: null };
  return { strength: strong ? 'strong' : 'weak', strengthBasis: 'strong attribute' };
}

function numberOf(part: Part): number {
  const printed = part.text('logicalId');
  if (printed === '') return Number.POSITIVE_INFINITY;
  if (!/^\d{1,15}$/.test(printed)) throw badValue(part, 'logicalId', printed, 'a number');
  return Number(printed);
}

function primaryOf(names: readonly Name[]): Name | undefined {
  const among = (some: readonly Name[], is: (name: Name) => boolean) => {
    const found = some.filter(is);
    return found.length === 0 ? some : found;
  };
  const telling = among(names, (name) => name.strength !== 'weak' && !name.former);
  const latin = among(telling, (name) => name.script === 'Latn');
  const english = among(latin, (name) => name.language === undefined || name.language === 'en');
  const family = among(english, (name) => name.part.text('lastName') !== '');
  return family.reduce<Name | undefined>(
    (lowest, name) => (lowest === undefined || name.number < lowest.number ? name : lowest),
    undefined,
  );
}

function kindOf({ former, script, language }: Name): NameKind {
  if (former) return 'former';
  const own = script === 'Latn' || OWN_SCRIPTS.get(language ?? '') === script;
  return own || script === 'Zyyy' ? 'alias' : 'original';
}
