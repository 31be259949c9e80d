/**
 * A table whose keys are asked for with words from outside: without a prototype, so that `constructor` or `__proto__`
 * in a file or a text is a word that the table lacks, and no function of the language.
 */
export function wordTable<T>(rows: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.freeze(Object.assign(Object.create(null), rows));
}
