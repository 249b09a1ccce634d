/**
 * Makes conditions true, or false, by changing the object: the constructive counterpart of `holds`.
 *
 * Artifacts are drawn field by field and then settled: each broken check is established by the smallest
 * change that it asks for. Nothing is drawn again, so generation never filters.
 */
import type { Condition, FieldPath } from "../../contracts/core/condition.ts";
import { holds, pathsOf, valueAt } from "../../contracts/core/condition.ts";
import type { Check } from "../../contracts/core/rule.ts";
import { apart, dedupe, fill, inOrder, repeat } from "./adjust.ts";
import type { Fields, Site } from "./object-plan.ts";
import { mayChange, mayRemove, valuesFor } from "./object-plan.ts";

/**
 * Most rounds over the checks of one object. A round mends what an earlier mending broke; fixed fields can
 * make it a walk among alternatives, and a contradiction between them ends it.
 */
export const MOST_ROUNDS = 200;

/** Establishes every check, those of the rule `except` left out. Whether it succeeded. */
export function settle(site: Site, except?: string): boolean {
  const { checks } = site.plan;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    let settled = true;
    for (const check of checks) {
      if (check.rule === except || isKept(check, site.object)) continue;
      settled = false;
      if (bring(check.must, true, site)) continue;
      if (check.when === undefined || !bring(check.when, false, site)) return false;
    }
    if (settled) return true;
  }
  return false;
}

/** Whether an object keeps a check. */
export const isKept = ({ when, must }: Check, object: Fields): boolean =>
  (when !== undefined && !holds(when, object)) || holds(must, object);

/** Makes the condition hold, or not hold. Whether that was possible. */
export function bring(condition: Condition, wanted: boolean, site: Site): boolean {
  if (holds(condition, site.object) === wanted) return true;
  if ("not" in condition) return bring(condition.not, !wanted, site);
  if ("all" in condition) return bringParts(condition.all, wanted, wanted, site);
  if ("any" in condition) return bringParts(condition.any, wanted, !wanted, site);
  const [first, second] = pathsOf(condition) as [FieldPath, FieldPath | undefined];
  if (second !== undefined) return bringPair(condition, [first, second], wanted, site);
  return within(site, first, (inner, name) => bringField(condition, name, wanted, inner));
}

/** Brings every part, or the first one that can be brought, beginning anywhere. */
function bringParts(parts: readonly Condition[], wanted: boolean, every: boolean, site: Site): boolean {
  if (every) return parts.every((part) => bring(part, wanted, site));
  const start = site.draws.int(0, parts.length - 1);
  return parts.some((_, index) => bring(parts[(start + index) % parts.length] as Condition, wanted, site));
}

function bringField(condition: Condition, name: string, wanted: boolean, site: Site): boolean {
  const { object, draws, plan } = site;
  if (!mayChange(site, name)) return false;
  if ("at" in condition) {
    const choices = (valuesFor(site, name) ?? []).filter((value) => condition.in.includes(value) === wanted);
    if (choices.length > 0) object[name] = draws.one(choices);
    return choices.length > 0 || (!wanted && remove(site, name));
  }
  if ("has" in condition) return wanted ? provide(site, name) : remove(site, name);
  if (object[name] === undefined && !provide(site, name)) return false;
  const { shape } = plan.byName.get(name) ?? { shape: undefined };
  if (shape === undefined || (shape.is !== "list" && shape.is !== "map")) return false;
  const make = () => plan.byName.get(name)?.makeItem?.(draws);
  if ("filled" in condition) object[name] = wanted ? fill(shape.is, make) : shape.is === "list" ? [] : {};
  else if (wanted) object[name] = dedupe(object[name]);
  else object[name] = repeat(object[name], make);
  return holds(condition, object) === wanted;
}

function remove(site: Site, name: string): boolean {
  if (!mayRemove(site, name)) return false;
  delete site.object[name];
  return true;
}

/** Puts a field where there is none. */
export function provide(site: Site, name: string): boolean {
  const field = site.plan.byName.get(name);
  if (field === undefined || !mayChange(site, name)) return false;
  const values = valuesFor(site, name);
  site.object[name] = values === undefined ? field.make(site.draws) : site.draws.one(values);
  return true;
}

function bringPair(
  condition: Condition,
  [first, second]: readonly [FieldPath, FieldPath],
  wanted: boolean,
  site: Site,
): boolean {
  const read = () => [valueAt(site.object, first), valueAt(site.object, second)] as const;
  const put = (path: FieldPath, value: unknown) => write(site, path, value);
  if (wanted) {
    const [left, right] = read();
    if ("same" in condition) {
      // The outer one follows: what is nested has checks of its own.
      const outerFirst = first.split(".").length <= second.split(".").length;
      return outerFirst
        ? put(first, right) || put(second, left)
        : put(second, left) || put(first, right);
    }
    const [low, high] = inOrder(left, right);
    return put(first, low) && put(second, high);
  }
  const provided = [first, second].every((path) => bring({ has: path }, true, site));
  if (!provided) return false;
  const [left, right] = read();
  const candidates = apart(condition, left, right);
  return candidates.some(
    ([path, value]) => put(path === "first" ? first : second, value) && !holds(condition, site.object),
  );
}

/** Writes a value that the field may have. */
function write(site: Site, path: FieldPath, value: unknown): boolean {
  return within(site, path, (inner, name) => {
    if (inner.object[name] === value) return true;
    const values = valuesFor(inner, name);
    if (!mayChange(inner, name) || (values !== undefined && !values.includes(value as string))) return false;
    inner.object[name] = value;
    return true;
  });
}

/** Changes the object that a path ends in, then settles every object on the way back. */
function within(
  site: Site,
  path: FieldPath,
  change: (site: Site, name: string) => boolean,
): boolean {
  const dot = path.indexOf(".");
  if (dot < 0) return change(site, path);
  const name = path.slice(0, dot);
  const rest = path.slice(dot + 1);
  const nested = site.plan.byName.get(name)?.nested;
  if (nested === undefined || !mayChange(site, name)) return false;
  if (site.object[name] === undefined && !provide(site, name)) return false;
  const object = site.object[name] as Fields;
  const inner: Site = { plan: nested, object, draws: site.draws, fixed: new Set() };
  if (!within(inner, rest, change)) return false;
  return settle({ ...inner, fixed: new Set([rest.split(".")[0] as string]) });
}
