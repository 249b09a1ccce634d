/** An object with a member for each of these names. */
export function recordOf<const K extends string, T>(
  names: readonly K[],
  make: (name: K) => T,
): { [N in K]: T } {
  return Object.fromEntries(names.map((name) => [name, make(name)])) as { [N in K]: T };
}
