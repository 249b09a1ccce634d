/** ArkType, with its own discrimination of unions. */
import { type } from "arktype";

import type { FieldKind, FieldPlan } from "./field-plan.ts";
import { recordPlan, signalPlans, VERSION_SOURCE } from "./field-plan.ts";
import type { Accepts, Peer } from "./peer.ts";
import { dispatchOnSignal } from "./peer.ts";
import { holdsAcrossFields } from "./rules-across-fields.ts";

const MAX = Number.MAX_SAFE_INTEGER;
const count = type.raw(`0 <= number.integer <= ${MAX}`);

function fieldType(kind: FieldKind): unknown {
  if (typeof kind !== "string") return type.enumerated(...kind);
  switch (kind) {
    case "id":
      return "string > 0";
    case "version":
      return new RegExp(VERSION_SOURCE);
    case "count":
      return count;
    case "positive":
      return type.raw(`1 <= number.integer <= ${MAX}`);
    case "boolean":
      return "boolean";
    case "merged":
      return type
        .raw("1 <= (string > 0)[] <= 64")
        .narrow((ids) => new Set(ids as string[]).size === (ids as string[]).length);
    case "media-time":
      return type.raw({ "+": "reject", sample_index: count }).or(type.raw({ "+": "reject", pts_ms: count }));
    case "sequence-range":
      return type.raw({ "+": "reject", start: count, end: count });
  }
}

function accepts(plan: readonly FieldPlan[]): Accepts {
  const fields = plan.map(({ name, kind, required }) => [required ? name : `${name}?`, fieldType(kind)]);
  const compiled = type.raw({ "+": "reject", ...Object.fromEntries(fields) }).narrow(holdsAcrossFields);
  return (value) => compiled.allows(value);
}

/** Structure in ArkType, rules across fields in `narrow`. */
export const arkTypePeer: Peer = {
  name: "arktype 2",
  accepts: dispatchOnSignal(
    accepts(recordPlan),
    new Map([...signalPlans].map(([signal, plan]) => [signal, accepts(plan)])),
  ),
  note: "`allows`, one type a signal in a Map; says everything (`narrow` across fields)",
};
