/** Changes to one object that put the keeping of a rule in sight. */
import type { Condition } from "../../contracts/core/condition.ts";
import { fieldsOf } from "../../contracts/core/condition.ts";
import type { Check } from "../../contracts/core/rule.ts";
import type { FieldShape, ListShape } from "../../validators/shape.ts";
import type { Draws } from "../from-shape/draws.ts";
import type { Fields, ObjectPlan, Site } from "../from-shape/object-plan.ts";
import { bring, settle } from "../from-shape/settle.ts";
import { become, tryAsAnySort } from "./deciding-field.ts";
import type { Change } from "./variation.ts";

/** Every such change to an object. */
export function keepingChangesAt(plan: ObjectPlan): Change[] {
  const { fields, unknown, unsafe, checks = [], by } = plan.shape;
  const entries = Object.entries(fields);
  return [
    ...entries.flatMap(([name, field]) => (name === by?.field ? [] : fieldChanges(plan, name, field))),
    { ...asItIs(unknown, "only-declared-fields"), how: "every field is declared", sort: "unknown" },
    ...(unsafe === undefined ? [] : [largestIntegers(unsafe, entries)]),
    ...checks.map((check) => checkChange(plan, check)),
    ...(by?.cases ?? []).flatMap(({ values, demands }) =>
      values.flatMap((value) => [
        sortChange(plan, { value, rule: fields[by?.field ?? ""]?.rule ?? "", name: value }),
        ...[...new Set(demands.flatMap(({ need, rule }) => (need ? rule.split("+") : [])))].map((rule) =>
          sortChange(plan, { value, rule, name: `${value}-complete` }),
        ),
        ...demands.flatMap(({ field, of = [], rule }) =>
          of.map((wanted) => demandChange(plan, value, { field, wanted, rule })),
        ),
      ]),
    ),
  ];
}

const asItIs = (rule: string, name: string) => ({ rule, names: [name], make: () => true });

const siteOf = (plan: ObjectPlan, object: Fields, draws: Draws): Site => ({
  plan,
  object,
  draws,
  fixed: new Set(),
});

function fieldChanges(plan: ObjectPlan, name: string, { shape, rule, never, wider }: FieldShape): Change[] {
  if (never) return [{ ...asItIs(rule, `${name}-absent`), how: `${name} is absent`, sort: "forbidden" }];
  const present = (object: Fields, draws: Draws) => {
    const site = siteOf(plan, object, draws);
    return tryAsAnySort(
      site,
      () => bring({ has: name }, true, site) && settle({ ...site, fixed: new Set([name]) }),
    );
  };
  const how = `${name} is there`;
  const rules = wider === undefined ? [rule] : [rule, wider.rule];
  return [
    ...rules.map(
      (one): Change => ({ rule: one, names: [name, "there"], how, sort: "malformed", make: present }),
    ),
    ...(shape.is === "list" && shape.max !== undefined ? [longestList(name, rule, { shape, present })] : []),
    ...(shape.is === "text" && shape.of === undefined && shape.like === undefined
      ? [blankText(name, rule, present)]
      : []),
  ];
}

interface FullList {
  readonly shape: ListShape;
  readonly present: Change["make"];
}

function longestList(name: string, rule: string, { shape, present }: FullList): Change {
  const items = Array.from({ length: shape.max ?? 0 }, (_, index) => `id-${index}`);
  const make: Change["make"] = (object, draws) => {
    const isThere = present(object, draws);
    object[name] = items;
    return isThere;
  };
  return {
    rule,
    names: [name, "as-long-as-allowed"],
    how: `${name} has ${items.length} items`,
    sort: "malformed",
    make,
  };
}

function blankText(name: string, rule: string, present: Change["make"]): Change {
  const make: Change["make"] = (object, draws) => {
    const isThere = present(object, draws);
    object[name] = " ";
    return isThere;
  };
  return {
    rule,
    names: [name, "blank"],
    how: `${name} is blank, which is not empty`,
    sort: "malformed",
    rank: 1,
    make,
  };
}

function largestIntegers(rule: string, fields: readonly (readonly [string, FieldShape])[]): Change {
  return {
    rule,
    names: ["largest-integers"],
    how: "every integer is 2^53 - 1",
    sort: "malformed",
    make: (object) => {
      for (const [name, { shape }] of fields)
        if (shape.is === "integer" && object[name] !== undefined) object[name] = Number.MAX_SAFE_INTEGER;
      return true;
    },
  };
}

function checkChange(plan: ObjectPlan, { rule, level = "MUST", when, must, at, expected }: Check): Change {
  const reasons = [...(when === undefined ? [] : fieldsOf(when)), ...fieldsOf(must)];
  const parts: Condition[] = [...(when === undefined ? [] : [when]), ...presenceOf(must), must];
  return {
    rule,
    level,
    names: [...(at === "" ? [] : [at]), "fit"],
    how: `${at === "" ? "" : `${at}: `}${expected}`,
    sort: "check",
    make: (object, draws) => {
      const site = siteOf(plan, object, draws);
      const kept = { ...site, fixed: new Set(reasons) };
      return tryAsAnySort(site, () => parts.every((part) => bring(part, true, site)) && settle(kept));
    },
  };
}

/** What has to be there for a condition on values to say anything. */
function presenceOf(condition: Condition): Condition[] {
  if ("unique" in condition) return [{ filled: condition.unique }];
  if ("ordered" in condition) return condition.ordered.map((has) => ({ has }));
  return [];
}

interface Sort {
  readonly value: string;
  readonly rule: string;
  readonly name: string;
}

function sortChange(plan: ObjectPlan, { value, rule, name }: Sort): Change {
  return {
    rule,
    names: [name],
    how: `the smallest artifact with ${plan.decider?.name} "${value}"`,
    sort: "demand",
    make: (object, draws) => become(siteOf(plan, object, draws), value),
  };
}

interface Wanted {
  readonly field: string;
  readonly wanted: string;
  readonly rule: string;
}

function demandChange(plan: ObjectPlan, value: string, { field, wanted, rule }: Wanted): Change {
  return {
    rule,
    names: [value, "with", field, wanted],
    how: `${value} with ${field} "${wanted}"`,
    sort: "demand",
    make: (object, draws) => {
      const site = siteOf(plan, object, draws);
      return become(site, value) && bring({ at: field, in: [wanted] }, true, site) && settle(site);
    },
  };
}
