/** Draws an object field by field, then settles its checks. */
import type { Draws } from "./draws.ts";
import { PRESENCE_BITS } from "./draws.ts";
import { addLaterFields } from "./json-maker.ts";
import type { Fields, ObjectPlan } from "./object-plan.ts";
import { settle } from "./settle.ts";

/** What is decided before an object is drawn. */
export interface Given {
  /** Values of fixed fields; an undefined value keeps a field away. */
  readonly fixed: ReadonlyMap<string, unknown>;
  /** Names of the fixed fields. */
  readonly names: ReadonlySet<string>;
  /** Values that the deciding field may have. */
  readonly deciders: readonly string[];
}

/** Nothing is decided. */
export function nothingGiven({ decider }: ObjectPlan): Given {
  return { fixed: new Map(), names: new Set(), deciders: [...(decider?.branches.keys() ?? [])] };
}

/** Draws a valid object. */
export function makeObject(plan: ObjectPlan, draws: Draws, given: Given): Fields {
  const object = drawFields(plan, draws, given);
  if (draws.open) addLaterFields(object, plan.shape.fields, draws);
  if (settle({ plan, object, draws, fixed: given.names })) return object;
  const names = [...given.names].join(", ");
  throw new TypeError(
    `Cannot generate an artifact: expected fixed fields that go together but received ${names}`,
  );
}

function drawFields(plan: ObjectPlan, draws: Draws, { fixed, names, deciders }: Given): Fields {
  const object: Fields = {};
  const decided = plan.decider && draws.one(deciders);
  const branch = decided === undefined ? undefined : plan.decider?.branches.get(decided);
  let bits = 0;
  let left = 0;
  for (const field of plan.fields) {
    const { name } = field;
    if (names.has(name)) {
      if (fixed.get(name) !== undefined) object[name] = copyOf(fixed.get(name));
      continue;
    }
    if (!field.need && !branch?.need.has(name)) {
      if (left === 0) {
        bits = draws.presence();
        left = PRESENCE_BITS;
      }
      const present = (bits & 1) === 1;
      bits >>>= 1;
      left -= 1;
      if (!present) continue;
    }
    const values = branch?.values.get(name);
    if (name === plan.decider?.name) object[name] = decided;
    else object[name] = values === undefined ? field.make(draws) : draws.one(values);
  }
  return object;
}

/** A property that changes an artifact must not change the next one. */
const copyOf = (value: unknown): unknown =>
  typeof value === "object" && value !== null ? structuredClone(value) : value;
