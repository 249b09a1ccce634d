/**
 * Makes conditions true, or false, by changing the object: the constructive counterpart of `holds`.
 *
 * Artifacts are drawn field by field and then settled: each broken check is established by the smallest
 * change that it asks for. Nothing is drawn again, so generation never filters.
 */
import type { Condition, FieldPath } from "../../contracts/core/condition.ts";
import { holds, pathsOf, valueAt } from "../../contracts/core/condition.ts";
import type { Check } from "../../contracts/core/rule.ts";
import { changesApart, dedupe, repeat, waysInOrder } from "./adjust.ts";
import type { FieldPlan, Fields, ObjectPlan, Site } from "./object-plan.ts";
import { mayChange, mayRemove, valuesFor } from "./object-plan.ts";
import { makeText } from "./scalar-makers.ts";

/** Most rounds over the checks of one object; without fixed fields a handful is enough. */
export const MOST_ROUNDS = 200;

/** After so many rounds the checks go round in circles, and a choice between the two ways out is drawn. */
const PATIENCE = 8;

/** Establishes every check, those of the rule `except` left out. Whether it succeeded. */
export function settle(site: Site, except?: string): boolean {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    let settled = true;
    for (const { check, isKept } of site.plan.checks) {
      if (isKept(site.object) || check.rule === except) continue;
      settled = false;
      if (!mend(check, round >= PATIENCE && site.draws.int(0, 1) === 1, site)) return false;
    }
    if (settled) return true;
  }
  return false;
}

/** A broken check is mended by what it demands, or by taking away its reason to demand it. */
function mend({ when, must }: Check, reasonFirst: boolean, site: Site): boolean {
  if (when === undefined) return bring(must, true, site);
  if (reasonFirst && bring(when, false, site)) return true;
  return bring(must, true, site) || bring(when, false, site);
}

/** Makes the condition hold, or not hold. Whether that was possible. */
export function bring(condition: Condition, wanted: boolean, site: Site): boolean {
  if (holds(condition, site.object) === wanted) return true;
  if ("not" in condition) return bring(condition.not, !wanted, site);
  if ("all" in condition) return bringParts(condition.all, wanted, wanted, site);
  if ("any" in condition) return bringParts(condition.any, wanted, !wanted, site);
  const paths = pathsOf(condition);
  if (paths.length === 2) return bringPair(condition, paths, wanted, site);
  return within(site, paths[0] as FieldPath, (inner, field) => {
    if ("at" in condition) return choose(inner, field, condition.in, wanted);
    if ("has" in condition) return wanted ? provide(inner, field) : remove(inner, field);
    return bringItems("filled" in condition, wanted, inner, field);
  });
}

/** Brings every part, or the first one that can be brought, beginning anywhere. */
function bringParts(parts: readonly Condition[], wanted: boolean, every: boolean, site: Site): boolean {
  if (every) return parts.every((part) => bring(part, wanted, site));
  const start = site.draws.int(0, parts.length - 1);
  return parts.some((_, index) => bring(parts[(start + index) % parts.length] as Condition, wanted, site));
}

function choose(
  site: Site,
  field: FieldPlan,
  values: readonly (string | boolean)[],
  among: boolean,
): boolean {
  const choices = (valuesFor(site, field) ?? []).filter((value) => values.includes(value) === among);
  if (choices.length === 0) return !among && remove(site, field);
  site.object[field.name] = site.draws.one(choices);
  return true;
}

/** Puts a field where there is none. */
function provide(site: Site, field: FieldPlan): boolean {
  const values = valuesFor(site, field);
  site.object[field.name] = values === undefined ? field.make(site.draws) : site.draws.one(values);
  return true;
}

function remove(site: Site, field: FieldPlan): boolean {
  if (!mayRemove(site, field)) return false;
  delete site.object[field.name];
  return true;
}

function bringItems(filled: boolean, wanted: boolean, site: Site, field: FieldPlan): boolean {
  const { object, draws } = site;
  const { makeItem } = field;
  if (makeItem === undefined) return false;
  const found = object[field.name];
  const isList = field.shape.is === "list";
  if (!filled) object[field.name] = wanted ? dedupe(found) : repeat(found, () => makeItem(draws));
  else if (!wanted) object[field.name] = isList ? [] : {};
  else object[field.name] = isList ? [makeItem(draws)] : { [makeText(draws)]: makeItem(draws) };
  return true;
}

function bringPair(condition: Condition, paths: readonly FieldPath[], wanted: boolean, site: Site): boolean {
  const [first, second] = paths as readonly [FieldPath, FieldPath];
  if (!wanted && !paths.every((path) => bring({ has: path }, true, site))) return false;
  const values = paths.map((path) => valueAt(site.object, path));
  if (!wanted) {
    const shapes = paths.map((path) => fieldAt(site.plan, path)?.shape ?? ({ is: "map" } as const));
    return changesApart(condition, { values, shapes }).some(
      ([which, value]) => write(site, paths[which] as FieldPath, value) && !holds(condition, site.object),
    );
  }
  if ("same" in condition) {
    // The outer field follows: what is nested has checks of its own.
    const outer = first.split(".").length <= second.split(".").length ? 0 : 1;
    const other = outer === 0 ? 1 : 0;
    return (
      write(site, paths[outer] as FieldPath, values[other]) ||
      write(site, paths[other] as FieldPath, values[outer])
    );
  }
  return waysInOrder(values[0], values[1]).some(
    ([low, high]) => write(site, first, low) && write(site, second, high),
  );
}

/** Writes a value that the field may have. */
function write(site: Site, path: FieldPath, value: unknown): boolean {
  if (valueAt(site.object, path) === value) return true;
  return within(site, path, (inner, field) => {
    const values = valuesFor(inner, field);
    if (values !== undefined && !values.includes(value as string)) return false;
    inner.object[field.name] = value;
    return true;
  });
}

/** Changes a field at the end of a path, where it may change, and settles every object on the way back. */
function within(site: Site, path: FieldPath, change: (site: Site, field: FieldPlan) => boolean): boolean {
  const [name, ...rest] = path.split(".") as [string, ...string[]];
  const field = site.plan.byName.get(name);
  if (field === undefined || !mayChange(site, field)) return false;
  if (rest.length === 0) return change(site, field);
  if (field.nested === undefined) return false;
  if (site.object[name] === undefined) provide(site, field);
  const object = site.object[name] as Fields;
  const inner: Site = { plan: field.nested, object, draws: site.draws, fixed: new Set() };
  return within(inner, rest.join("."), change) && settle({ ...inner, fixed: new Set(rest.slice(0, 1)) });
}

function fieldAt(plan: ObjectPlan, path: FieldPath): FieldPlan | undefined {
  const [name, ...rest] = path.split(".") as [string, ...string[]];
  const field = plan.byName.get(name);
  return rest.length === 0 || field?.nested === undefined ? field : fieldAt(field.nested, rest.join("."));
}
