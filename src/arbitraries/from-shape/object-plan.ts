/** Object shapes made ready for generation. Plans hold makers, so that nothing here needs to know them. */
import type { ObjectShape, Shape } from "../../validators/shape.ts";
import type { CheckPlan } from "./check-plan.ts";
import type { Draws } from "./draws.ts";
import type { Maker } from "./scalar-makers.ts";

/** A JSON object while it is being put together. */
export type Fields = Record<string, unknown>;

/** A field that may be there. */
export interface FieldPlan {
  readonly name: string;
  readonly shape: Shape;
  readonly make: Maker;
  readonly need: boolean;
  /** Closed list of values, where there is one. */
  readonly values?: readonly (string | boolean)[];
  /** Plan of a nested object. */
  readonly nested?: ObjectPlan;
  /** Makes an item of a list or a value of a map. */
  readonly makeItem?: Maker;
}

/** What one value of the deciding field demands. */
export interface Branch {
  readonly need: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, readonly string[]>;
}

/** An object shape with the makers of its fields. */
export interface ObjectPlan {
  readonly shape: ObjectShape;
  /** Fields that may be there, in declared order. */
  readonly fields: readonly FieldPlan[];
  readonly byName: ReadonlyMap<string, FieldPlan>;
  /** Field that decides about others, with what each of its values demands. */
  readonly decider?: { readonly name: string; readonly branches: ReadonlyMap<string, Branch> };
  readonly checks: readonly CheckPlan[];
}

/** An object that is being settled: what may change in it and what not. */
export interface Site {
  readonly plan: ObjectPlan;
  readonly object: Fields;
  readonly draws: Draws;
  /** Fields that stay as they are, present or absent. */
  readonly fixed: ReadonlySet<string>;
}

/** What the deciding field of an object demands of its other fields. */
export function branchOf({ decider }: ObjectPlan, object: Fields): Branch | undefined {
  return decider?.branches.get(object[decider.name] as string);
}

/** Values that a field may have in this object; undefined where there is no closed list. */
export function valuesFor(
  site: Site,
  { name, values }: FieldPlan,
): readonly (string | boolean)[] | undefined {
  return branchOf(site.plan, site.object)?.values.get(name) ?? values;
}

/** Whether the field may change: the deciding field has decided already. */
export const mayChange = ({ plan, fixed }: Site, { name }: FieldPlan): boolean =>
  !fixed.has(name) && plan.decider?.name !== name;

/** Whether the field may be taken away. */
export const mayRemove = (site: Site, field: FieldPlan): boolean =>
  mayChange(site, field) && !field.need && !branchOf(site.plan, site.object)?.need.has(field.name);
