/** The places in which two recorded values differ, in words: for messages that tell what was expected. */
import { canonicalJson } from "../../internal/canonical-json.ts";
import { describeValue } from "../../internal/describe-value.ts";

/** One field in which a candidate differs from its baseline. */
export interface FieldDifference {
  readonly field: string;
  readonly expected: unknown;
  readonly received: unknown;
}

/** Whether two JSON values are equal, whatever the order of their fields; undefined is absent. */
export function sameJson(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object") return false;
  return one !== undefined && other !== undefined && canonicalJson(one) === canonicalJson(other);
}

/** The difference in a field, if there is one. */
export function differenceIn(
  field: string,
  [expected, received]: readonly [expected: unknown, received: unknown],
): FieldDifference[] {
  return sameJson(expected, received) ? [] : [{ field, expected, received }];
}

/** The differing members of two objects, in the order of their names; one of both may be absent. */
export function differencesWithin(
  field: string,
  [expected, received]: readonly [object | undefined, object | undefined],
  { except = [] }: { readonly except?: readonly string[] } = {},
): FieldDifference[] {
  if (expected === undefined || received === undefined) return differenceIn(field, [expected, received]);
  const one = expected as Readonly<Record<string, unknown>>;
  const other = received as Readonly<Record<string, unknown>>;
  // Where one side has nothing, a list of all that it lacks says no more.
  if (Object.keys(one).length === 0 || Object.keys(other).length === 0)
    return differenceIn(field, [expected, received]);
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])].sort();
  return names
    .filter((name) => !except.includes(name))
    .flatMap((name) => differenceIn(`${field}.${name}`, [member(one, name), member(other, name)]));
}

const member = (object: Readonly<Record<string, unknown>>, name: string) =>
  Object.hasOwn(object, name) ? object[name] : undefined;

/** Such as `entry 3 (event "evt-4"): plan_hash expected "a" but received "b"`. */
export function differenceMessage(place: string, differences: readonly FieldDifference[]): string {
  const words = differences.map(
    ({ field, expected, received }) =>
      `${field} expected ${describeValue(expected)} but received ${describeValue(received)}`,
  );
  return `${place}: ${words.join("; ")}`;
}
