/** Control signals the way most users of fast-check write them: a record for each signal, and filters. */
import type { Arbitrary } from "fast-check";
import * as fc from "fast-check";

import type { FieldKind, FieldPlan } from "../validate-events/peers/field-plan.ts";
import { signalPlans } from "../validate-events/peers/field-plan.ts";
import { holdsAcrossFields } from "../validate-events/peers/rules-across-fields.ts";

const count = fc.maxSafeNat();
const id = fc.string({ minLength: 1 });

function valueArbitrary(kind: FieldKind): Arbitrary<unknown> {
  if (typeof kind !== "string") return fc.constantFrom(...kind);
  switch (kind) {
    case "id":
      return id;
    case "version":
      return fc.nat({ max: 20 }).map((minor) => `v1.${minor}`);
    case "count":
      return count;
    case "positive":
      return fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
    case "boolean":
      return fc.boolean();
    case "merged":
      return fc.uniqueArray(id, { minLength: 1, maxLength: 64 });
    case "media-time":
      return fc.oneof(fc.record({ sample_index: count }), fc.record({ pts_ms: count }));
    case "sequence-range":
      return fc.tuple(count, count).map(([left, right]) => ({
        start: Math.min(left, right),
        end: Math.max(left, right),
      }));
  }
  throw new TypeError(`Cannot generate: expected a known kind of field but received "${String(kind)}"`);
}

function signalArbitrary(plan: readonly FieldPlan[]): Arbitrary<unknown> {
  const fields = plan.map(({ name, kind }) => [name, valueArbitrary(kind)] as const);
  const requiredKeys = plan.filter(({ required }) => required).map(({ name }) => name);
  return fc
    .record(Object.fromEntries(fields), { requiredKeys, noNullPrototype: true })
    .filter(holdsAcrossFields);
}

/** Any of the 43 signals. */
export const recordArbitrary = (): Arbitrary<unknown> =>
  fc.oneof(...[...signalPlans.values()].map(signalArbitrary));
