/** Valibot, which interprets its schemas: small, and without code generation. */
import * as v from "valibot";

import type { FieldKind, FieldPlan } from "./field-plan.ts";
import { recordPlan, signalPlans, VERSION_SOURCE } from "./field-plan.ts";
import type { Accepts, Peer } from "./peer.ts";
import { dispatchOnSignal } from "./peer.ts";
import { holdsAcrossFields } from "./rules-across-fields.ts";

const count = (least = 0) => v.pipe(v.number(), v.safeInteger(), v.minValue(least));
const id = () => v.pipe(v.string(), v.minLength(1));

function fieldSchema(kind: FieldKind): v.GenericSchema {
  if (typeof kind !== "string") return v.picklist(kind);
  switch (kind) {
    case "id":
      return id();
    case "version":
      return v.pipe(v.string(), v.regex(new RegExp(VERSION_SOURCE)));
    case "count":
      return count();
    case "positive":
      return count(1);
    case "boolean":
      return v.boolean();
    case "merged":
      return v.pipe(
        v.array(id()),
        v.minLength(1),
        v.maxLength(64),
        v.check((ids) => new Set(ids).size === ids.length),
      );
    case "media-time":
      return v.union([v.strictObject({ sample_index: count() }), v.strictObject({ pts_ms: count() })]);
    case "sequence-range":
      return v.strictObject({ start: count(), end: count() });
  }
  throw new TypeError(`Cannot write a schema: expected a known kind of field but received "${String(kind)}"`);
}

function accepts(plan: readonly FieldPlan[]): Accepts {
  const fields = plan.map(({ name, kind, required }) => {
    const schema = fieldSchema(kind);
    return [name, required ? schema : v.exactOptional(schema)] as const;
  });
  const schema = v.pipe(
    v.strictObject(Object.fromEntries(fields)),
    v.check((value) => holdsAcrossFields(value)),
  );
  return (value) => v.is(schema, value);
}

/** Structure and rules across fields in Valibot. */
export const valibotPeer: Peer = {
  name: "valibot 1",
  accepts: dispatchOnSignal(
    accepts(recordPlan),
    new Map([...signalPlans].map(([signal, plan]) => [signal, accepts(plan)])),
  ),
  note: "`is`, one schema a signal in a Map; says everything (`check` across fields)",
};
