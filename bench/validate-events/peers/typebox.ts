/** TypeBox: the last 0.34 and the current 1.x, each with its compiler. */
import type { TSchema } from "@sinclair/typebox";
import { Type as LegacyType } from "@sinclair/typebox";
import { TypeCompiler } from "@sinclair/typebox/compiler";
import * as CurrentType from "typebox";
import { Compile } from "typebox/compile";

import type { FieldKind, FieldPlan } from "./field-plan.ts";
import { recordPlan, signalPlans, VERSION_SOURCE } from "./field-plan.ts";
import type { Accepts, Peer } from "./peer.ts";
import { both, dispatchOnSignal } from "./peer.ts";
import { holdsAcrossFields } from "./rules-across-fields.ts";

type Builder = typeof LegacyType;

const closed = { additionalProperties: false };
const count = (type: Builder, minimum = 0): TSchema =>
  type.Integer({ minimum, maximum: Number.MAX_SAFE_INTEGER });

function fieldSchema(type: Builder, kind: FieldKind): TSchema {
  if (typeof kind !== "string") {
    const literals = kind.map((value) => type.Literal(value));
    return literals.length === 1 ? literals[0]! : type.Union(literals);
  }
  switch (kind) {
    case "id":
      return type.String({ minLength: 1 });
    case "version":
      return type.String({ pattern: VERSION_SOURCE });
    case "count":
      return count(type);
    case "positive":
      return count(type, 1);
    case "boolean":
      return type.Boolean();
    case "merged":
      return type.Array(type.String({ minLength: 1 }), { minItems: 1, maxItems: 64, uniqueItems: true });
    case "media-time":
      return type.Union([
        type.Object({ sample_index: count(type) }, closed),
        type.Object({ pts_ms: count(type) }, closed),
      ]);
    case "sequence-range":
      return type.Object({ start: count(type), end: count(type) }, closed);
  }
  throw new TypeError(`Cannot write a schema: expected a known kind of field but received "${String(kind)}"`);
}

function objectSchema(type: Builder, plan: readonly FieldPlan[]): TSchema {
  const fields = plan.map(({ name, kind, required }) => {
    const schema = fieldSchema(type, kind);
    return [name, required ? schema : type.Optional(schema)] as const;
  });
  return type.Object(Object.fromEntries(fields), closed);
}

function accepts(type: Builder, compile: (schema: TSchema) => Accepts): Accepts {
  const check = (plan: readonly FieldPlan[]) => both(compile(objectSchema(type, plan)), holdsAcrossFields);
  return dispatchOnSignal(
    check(recordPlan),
    new Map([...signalPlans].map(([signal, plan]) => [signal, check(plan)])),
  );
}

const note =
  "one compiled check a signal in a Map; by hand: EVT-04, EVT-09 audio, EVT-10 group, EVT-11, EVT-12, SIG-08 order";

/** The package that most users have. */
export const legacyTypeBoxPeer: Peer = {
  name: "@sinclair/typebox 0.34",
  accepts: accepts(LegacyType, (schema) => {
    const compiled = TypeCompiler.Compile(schema);
    return (value) => compiled.Check(value);
  }),
  note: `\`TypeCompiler\`, ${note}`,
};

/** The package that replaces it. */
export const typeBoxPeer: Peer = {
  name: "typebox 1",
  accepts: accepts(CurrentType as unknown as Builder, (schema) => {
    const compiled = Compile(schema as never);
    return (value) => compiled.Check(value);
  }),
  note: `\`Compile\`, ${note}`,
};
