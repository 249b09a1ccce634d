/** Breaks of what fields have to do with each other: checks, and what one field demands of others. */
import type { Condition } from "../../contracts/core/condition.ts";
import { fieldsOf, holds } from "../../contracts/core/condition.ts";
import type { Check } from "../../contracts/core/rule.ts";
import type { BranchDemand } from "../../validators/shape.ts";
import type { ObjectPlan, Site } from "../from-shape/object-plan.ts";
import { bring, settle } from "../from-shape/settle.ts";
import { become, tryAsAnySort } from "./deciding-field.ts";
import type { Change } from "./variation.ts";

/** Every mistake across the fields of one object. */
export function mistakesAcross(plan: ObjectPlan): Change[] {
  const { by, checks = [] } = plan.shape;
  const demands = (by?.cases ?? []).flatMap(({ values, demands: all }) =>
    values.flatMap((value) => all.map((demand) => demandMistake(plan, value, demand))),
  );
  return [...numbered(checks.map((check) => checkMistake(plan, check))), ...demands];
}

/** Several checks of one rule on one field break in ways of the same name: those after the first are numbered. */
function numbered(changes: readonly Change[]): Change[] {
  const seen = new Map<string, number>();
  return changes.map((change) => {
    const key = `${change.rule} ${change.names.join()}`;
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    return nth === 1 ? change : { ...change, names: [...change.names, `check-${nth}`] };
  });
}

function checkMistake(plan: ObjectPlan, check: Check): Change {
  const { rule, level = "MUST", when, must, at, expected } = check;
  const reasons = when === undefined ? [] : fieldsOf(when);
  return {
    rule,
    level,
    names: [...(at === "" ? [] : [at]), verbOf(must)],
    how: `${at === "" ? "" : `${at} is not as it must be: `}expected ${expected}`,
    sort: "check",
    make: (object, draws) => {
      const siteWith = (...fixed: string[]): Site => ({ plan, object, draws, fixed: new Set(fixed) });
      const breaks = () => bring(must, false, siteWith(...reasons)) && !holds(must, object);
      const hasReason = () =>
        (when === undefined || bring(when, true, siteWith())) && settle(siteWith(...reasons));
      if (!tryAsAnySort(siteWith(), hasReason) || !breaks()) return false;
      // The other rules may change these fields too, as long as that does not mend what was broken.
      settle(siteWith(...reasons), rule);
      if (holds(must, object) && !breaks()) return false;
      settle(siteWith(...reasons, ...fieldsOf(must)), rule);
      return true;
    },
  };
}

function verbOf(must: Condition): string {
  if ("has" in must) return "left-out";
  if ("filled" in must) return "empty";
  if ("unique" in must) return "repeated";
  if ("ordered" in must || "earlier" in must) return "out-of-order";
  if ("same" in must) return "different";
  return "unfit";
}

function demandMistake(plan: ObjectPlan, decider: string, demand: BranchDemand): Change {
  const { field, of, rule } = demand;
  return {
    rule,
    names: of === undefined ? [decider, "without", field] : [decider, "with-foreign", field],
    how: of === undefined ? `${field} is missing for ${decider}` : `${field} is not one of ${decider}`,
    sort: "demand",
    make: (object, draws) => {
      const site: Site = { plan, object, draws, fixed: new Set() };
      if (!become(site, decider)) return false;
      if (of === undefined) delete object[field];
      else {
        const others = plan.byName.get(field)?.values?.filter((value) => !of.includes(value as string)) ?? [];
        if (others.length === 0) return false;
        object[field] = draws.one(others);
      }
      settle({ ...site, fixed: new Set([field]) }, rule);
      return true;
    },
  };
}
