import type { Narrowing } from '../collection/scope.ts';
import { FACETS, type FacetName } from '../collection/search.ts';
import { unprocessable, type WrongValue } from './detail.ts';

/** The parameters of a request, read as yente reads them: all that is wrong is told at once, as 422. */
export class Parameters {
  readonly #given: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly #wrong: WrongValue[] = [];

  constructor(query: unknown) {
    this.#given = query as Readonly<Record<string, string | readonly string[] | undefined>>;
  }

  /** Throws what was wrong, where anything was. */
  done(): void {
    if (this.#wrong.length > 0) throw unprocessable(...this.#wrong);
  }

  /** A text; the last one of several. */
  text(name: string, standard: string): string {
    const given = this.#given[name];
    return (typeof given === 'string' ? given : given?.at(-1)) ?? standard;
  }

  list(name: string, most = 1000): readonly string[] {
    const given = this.#given[name];
    const values = given === undefined ? [] : typeof given === 'string' ? [given] : given;
    if (values.length > most) this.#bad(name, `List should have at most ${most} items`, 'too_long');
    return values;
  }

  whole(name: string, standard: number, most: number): number {
    const text = this.text(name, '');
    if (text === '') return standard;
    const value = Number(text);
    if (!/^-?\d{1,9}$/.test(text.trim()))
      return this.#bad(name, 'Input should be a valid integer', 'int_parsing', standard);
    if (value > most)
      return this.#bad(name, `Input should be less than or equal to ${most}`, 'less_than_equal', standard);
    return Math.max(0, value);
  }

  share(name: string, standard: number): number {
    const text = this.text(name, '');
    if (text === '') return standard;
    const value = Number(text);
    if (Number.isFinite(value)) return value;
    return this.#bad(name, 'Input should be a valid number', 'float_parsing', standard);
  }

  flag(name: string, standard: boolean): boolean {
    const text = this.text(name, '').toLowerCase();
    if (text === '') return standard;
    if (['true', '1', 'on', 'yes', 't', 'y'].includes(text)) return true;
    if (['false', '0', 'off', 'no', 'f', 'n'].includes(text)) return false;
    return this.#bad(name, 'Input should be a valid boolean', 'bool_parsing', standard);
  }

  choice<T extends string>(name: string, choices: readonly T[], standard: T): T {
    const text = this.text(name, standard);
    const found = choices.find((choice) => choice === text);
    return (
      found ??
      this.#bad(name, `Input should be ${choices.map((c) => `'${c}'`).join(' or ')}`, 'enum', standard)
    );
  }

  facets(standard: readonly FacetName[]): readonly FacetName[] {
    const given = this.list('facets');
    if (given.length === 0) return standard;
    return given.flatMap((text) => {
      const found = FACETS.find((facet) => facet === text);
      return found === undefined
        ? this.#bad('facets', `Input should be one of ${FACETS.join(', ')}`, 'enum', [])
        : [found];
    });
  }

  moment(name: string): string | null {
    const text = this.text(name, '');
    if (text === '') return null;
    if (/^\d{4}-\d{2}-\d{2}(T\d{2}(:\d{2}(:\d{2})?)?)?$/.test(text)) return text;
    return this.#bad(
      name,
      'String should match pattern YYYY-MM-DD[THH[:MM[:SS]]]',
      'string_pattern_mismatch',
      null,
    );
  }

  /** `field:asc`, `field:desc`, or a field alone. */
  sort(): readonly (readonly [field: string, order: 'asc' | 'desc'])[] {
    return this.list('sort', 10).map((text) => {
      const at = text.lastIndexOf(':');
      return at < 0 ? [text, 'asc'] : [text.slice(0, at), text.slice(at + 1) === 'desc' ? 'desc' : 'asc'];
    });
  }

  /** What narrows a search or a match alike. */
  narrowing(
    within: Narrowing['within'],
  ): Pick<Narrowing, 'within' | 'includeDataset' | 'excludeDataset' | 'excludeSchema' | 'changedSince'> {
    return {
      within,
      includeDataset: this.list('include_dataset'),
      excludeDataset: this.list('exclude_dataset'),
      excludeSchema: this.list('exclude_schema'),
      changedSince: this.moment('changed_since'),
    };
  }

  #bad<T>(name: string, msg: string, type: string, instead?: T): T {
    this.#wrong.push({ loc: ['query', name], msg, type });
    return instead as T;
  }
}
