/** What is left of an object type when no field may be `undefined`, as `exactOptionalPropertyTypes` wants it. */
export type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** The object without its undefined fields. */
export function defined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as Defined<T>;
}
