/** The fields that are there: an optional field that is `undefined` is one that is left out. */
export function present<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, own]) => own !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
