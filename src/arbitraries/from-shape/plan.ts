/** Makes plans of shapes: what stands in a shape as data becomes the makers of its fields. */
import type {
  BranchCase,
  FieldShape,
  ListShape,
  MapShape,
  ObjectShape,
  Shape,
  TextShape,
} from "../../validators/shape.ts";
import { objectShapesOf } from "../../validators/shape.ts";
import { checkPlan } from "./check-plan.ts";
import type { Draws } from "./draws.ts";
import { makeJson, makeJsonObject } from "./json-maker.ts";
import { makeObject, nothingGiven } from "./make-object.ts";
import type { Branch, FieldPlan, ObjectPlan } from "./object-plan.ts";
import { patternMaker } from "./pattern-maker.ts";
import type { Maker } from "./scalar-makers.ts";
import { booleanMaker, integerMaker, makeLooseText, makeText, numberMaker } from "./scalar-makers.ts";

const plans = new WeakMap<ObjectShape, ObjectPlan>();

/** The plan of an object shape; the same one for the same shape. */
export function planOf(shape: ObjectShape): ObjectPlan {
  const known = plans.get(shape);
  if (known !== undefined) return known;
  const fields = Object.entries(shape.fields)
    .filter(([, field]) => !field.never)
    .map(([name, field]) => fieldPlan(name, field));
  const plan: ObjectPlan = {
    shape,
    fields,
    byName: new Map(fields.map((field) => [field.name, field])),
    checks: (shape.checks ?? []).map(checkPlan),
    ...(shape.by && { decider: { name: shape.by.field, branches: branchesOf(shape.by.cases) } }),
  };
  plans.set(shape, plan);
  return plan;
}

function fieldPlan(name: string, { shape, need }: FieldShape): FieldPlan {
  const item = shape.is === "list" ? shape.item : shape.is === "map" ? shape.value : undefined;
  const values = valuesOf(shape);
  return {
    name,
    shape,
    make: makerOf(shape),
    need: need === true,
    ...(values !== undefined && { values }),
    ...(shape.is === "object" && { nested: planOf(shape) }),
    ...(item !== undefined && { makeItem: makerOf(item) }),
  };
}

function valuesOf(shape: Shape): readonly (string | boolean)[] | undefined {
  if (shape.is === "text") return shape.of;
  if (shape.is === "boolean") return shape.only === undefined ? [false, true] : [shape.only];
  return undefined;
}

function branchesOf(cases: readonly BranchCase[]): ReadonlyMap<string, Branch> {
  return new Map(
    cases.flatMap(({ values, demands }) => {
      const branch: Branch = {
        need: new Set(demands.filter((demand) => demand.need).map((demand) => demand.field)),
        values: new Map(demands.flatMap(({ field, of }) => (of === undefined ? [] : [[field, of] as const]))),
      };
      return values.map((value) => [value, branch] as const);
    }),
  );
}

/** The maker of valid values of a shape. */
export function makerOf(shape: Shape): Maker {
  switch (shape.is) {
    case "text":
      return textMaker(shape);
    case "integer":
      return integerMaker(shape);
    case "number":
      return numberMaker(shape);
    case "boolean":
      return booleanMaker(shape);
    case "list":
      return listMaker(shape);
    case "map":
      return mapMaker(shape);
    case "object": {
      const plan = planOf(shape);
      const given = nothingGiven(plan);
      return (draws) => makeObject(plan, draws, given);
    }
    case "either":
      return oneOf(shape.of);
    case "any":
      return (draws) => makeJson(draws);
    case "variants":
      return oneOf(Object.values(shape.of));
    case "event":
      return oneOf([shape.record, shape.signal]);
  }
}

function oneOf(shapes: readonly Shape[]): Maker {
  const makers = shapes.map(makerOf);
  return (draws) => draws.one(makers)(draws);
}

function textMaker({ of, like, usual, empty }: TextShape): Maker {
  if (of !== undefined) return (draws) => draws.one(of);
  if (like !== undefined) return patternMaker(like, usual);
  return empty ? makeLooseText : makeText;
}

const USUAL_LENGTH = 3;
/** Long lists are for scalars: lists of long lists only slow tests down. */
const GREAT_LENGTH = 64;

function listMaker({ item, min = 0, max = Number.POSITIVE_INFINITY }: ListShape): Maker {
  const make = makerOf(item);
  const usual = Math.min(max, min + USUAL_LENGTH);
  const longest = objectShapesOf(item).length > 0 ? usual : Math.min(max, Math.max(min, GREAT_LENGTH));
  return (draws) => {
    let length = draws.int(min, usual);
    if (draws.edge()) length = draws.int(0, 3) === 3 ? longest : min;
    return Array.from({ length }, () => make(draws));
  };
}

function mapMaker({ value }: MapShape): Maker {
  if (value === undefined) return (draws) => makeJsonObject(draws);
  const make = makerOf(value);
  return (draws: Draws) => {
    const map: Record<string, unknown> = {};
    for (let left = draws.int(0, USUAL_LENGTH); left > 0; left -= 1) map[makeText(draws)] = make(draws);
    return map;
  };
}
