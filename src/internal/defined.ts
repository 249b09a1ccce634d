/** Members that are undefined count as absent: a default stays in force, JSON says nothing. */

/** The members that are not undefined, in a new object. */
export function defined<T extends object>(object: T): Partial<T> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as Partial<T>;
}
