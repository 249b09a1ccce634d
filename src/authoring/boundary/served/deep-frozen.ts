/** Freezes what a node is given, as it is inside. */

/** The value, frozen with everything in it; typed arrays cannot be frozen. */
export function deepFrozen<T>(value: T): T {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return value;
  for (const member of Object.values(value)) deepFrozen(member);
  return Object.freeze(value);
}
