/** Checks made ready to be asked many times: `holds` reads its paths anew each time. */
import type { Condition } from "../../contracts/core/condition.ts";
import { holds } from "../../contracts/core/condition.ts";
import type { Check } from "../../contracts/core/rule.ts";

type Fields = Readonly<Record<string, unknown>>;
type Predicate = (object: Fields) => boolean;

/** A check with its question as a function. */
export interface CheckPlan {
  readonly check: Check;
  /** Whether an object keeps the check. */
  readonly isKept: Predicate;
}

/** Makes a check ready. */
export function checkPlan(check: Check): CheckPlan {
  const must = predicate(check.must);
  if (check.when === undefined) return { check, isKept: must };
  const when = predicate(check.when);
  return { check, isKept: (object) => !when(object) || must(object) };
}

function predicate(condition: Condition): Predicate {
  if ("at" in condition && isName(condition.at)) {
    const { at, in: values } = condition;
    if (values.length === 1) return (object) => object[at] === values[0];
    return (object) => values.includes(object[at] as string);
  }
  if ("has" in condition && isName(condition.has)) return (object) => object[condition.has] !== undefined;
  if ("unique" in condition && isName(condition.unique))
    return (object) => object[condition.unique] === undefined || holds(condition, object);
  if ("all" in condition) {
    const parts = condition.all.map(predicate);
    return (object) => parts.every((part) => part(object));
  }
  return (object) => holds(condition, object);
}

const isName = (path: string): boolean => !path.includes(".");
