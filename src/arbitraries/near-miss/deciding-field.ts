/** Changing the field that decides about others, such as the name of a signal. */
import type { Site } from "../from-shape/object-plan.ts";
import { branchOf } from "../from-shape/object-plan.ts";
import { bring, settle } from "../from-shape/settle.ts";

/** Makes the object one of another sort, with everything that the sort demands. */
export function become(site: Site, value: string): boolean {
  const { plan, object, draws } = site;
  if (plan.decider === undefined) return false;
  object[plan.decider.name] = value;
  const branch = branchOf(plan, object);
  for (const [field, values] of branch?.values ?? [])
    if (!values.includes(object[field] as string)) object[field] = draws.one(values);
  return [...(branch?.need ?? [])].every((field) => bring({ has: field }, true, site)) && settle(site);
}

/** Tries it with the object as it is, then with one of each other sort. */
export function tryAsAnySort(site: Site, attempt: () => boolean): boolean {
  if (attempt()) return true;
  const values = [...(site.plan.decider?.branches.keys() ?? [])];
  const start = values.length === 0 ? 0 : site.draws.int(0, values.length - 1);
  const others = [...values.slice(start), ...values.slice(0, start)];
  return others.some((value) => become(site, value) && attempt());
}
