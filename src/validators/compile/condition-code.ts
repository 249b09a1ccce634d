/** Conditions as TypeScript expressions over the local variables of a compiled check. Build time only. */
import type { Condition, FieldPath } from "../../contracts/core/condition.ts";
import { pathsOf } from "../../contracts/core/condition.ts";

/** Name of the local variable that holds a field. */
export const localName = (field: string): string => `f_${field}`;

function read(path: FieldPath): string {
  const [name, ...rest] = path.split(".") as [string, ...string[]];
  return rest.length === 0
    ? localName(name)
    : `valueAt(${localName(name)}, ${JSON.stringify(rest.join("."))})`;
}

/** An expression that is true exactly when the condition holds for fields that have passed their own check. */
export function conditionCode(condition: Condition): string {
  if ("at" in condition) {
    const tests = condition.in.map((value) => `${read(condition.at)} === ${JSON.stringify(value)}`);
    return tests.length === 1 ? (tests[0] as string) : `(${tests.join(" || ")})`;
  }
  if ("has" in condition) return `${read(condition.has)} !== undefined`;
  if ("filled" in condition) return `isFilled(${read(condition.filled)})`;
  if ("unique" in condition) return `isUnique(${read(condition.unique)})`;
  if ("all" in condition) return `(${condition.all.map(conditionCode).join(" && ")})`;
  if ("any" in condition) return `(${condition.any.map(conditionCode).join(" || ")})`;
  if ("not" in condition) return `!(${conditionCode(condition.not)})`;
  const [left, right] = pathsOf(condition).map(read) as [string, string];
  if ("ordered" in condition) return `(${left} as number) <= (${right} as number)`;
  if ("same" in condition) return `${left} === ${right}`;
  return `Date.parse(${left} as string) < Date.parse(${right} as string)`;
}
