/** Whether two JSON values are the same, down to the sign of a zero and the names of absent fields. */
export function isSameJson(left: unknown, right: unknown): boolean {
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null)
    return Object.is(left, right);
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const names = Object.keys(left);
  if (names.length !== Object.keys(right).length) return false;
  return names.every(
    (name) =>
      Object.hasOwn(right, name) &&
      isSameJson((left as Record<string, unknown>)[name], (right as Record<string, unknown>)[name]),
  );
}
