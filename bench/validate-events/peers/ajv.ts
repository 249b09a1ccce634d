/** Ajv on the JSON Schemas that this package emits. */
import { Ajv2020 } from "ajv/dist/2020.js";

import { contracts } from "../../../src/contracts/catalog.ts";
import type { Contract } from "../../../src/contracts/core/define-contract.ts";
import { emitSchema } from "../../../src/json-schema/emit.ts";
import type { JsonSchema } from "../../../src/json-schema/json-schema.ts";
import type { Accepts, Peer } from "./peer.ts";
import { both, dispatchOnLane, dispatchOnSignal } from "./peer.ts";
import { hasOrderedRange } from "./rules-across-fields.ts";

const ajv = new Ajv2020({
  strict: false,
  validateSchema: false,
  messages: false,
  logger: false,
  unicode: false,
  code: { optimize: 2 },
});
const compile = (schema: JsonSchema): Accepts =>
  ajv.compile({ ...schema, $id: undefined, $schema: undefined });
const emit = (contract: unknown) => emitSchema(contract as Contract, "closed");

const recordSchema = emit(contracts.event_record);
const signalSchema = emit(contracts.control_signal);
const record = compile(recordSchema);

/** The schema of one signal: what all share with what sets this one apart. */
function schemaOfBranch({ oneOf: _, ...shared }: JsonSchema, branch: JsonSchema): JsonSchema {
  const properties = Object.entries(branch.properties ?? {}).map(([name, narrow]) => [
    name,
    { type: "string", ...narrow },
  ]);
  return {
    ...shared,
    properties: { ...shared.properties, ...Object.fromEntries(properties) },
    required: [...(shared.required ?? []), ...(branch.required ?? [])],
  };
}

const signals = new Map<unknown, Accepts>(
  (signalSchema.oneOf ?? []).map((branch) => [
    branch.properties?.["signal"]?.const,
    both(compile(schemaOfBranch(signalSchema, branch)), hasOrderedRange),
  ]),
);

/** One compiled function a signal. */
export const ajvPeer: Peer = {
  name: "ajv 8, a schema per signal",
  accepts: dispatchOnSignal(record, signals),
  note: "our emitted JSON Schemas, one compiled function a signal in a Map, `unicode: false`; by hand: SIG-08 order",
};

/** The schema as it is shipped: a `oneOf` of 43 branches. */
export const ajvAsEmittedPeer: Peer = {
  name: "ajv 8, as emitted",
  accepts: dispatchOnLane(record, both(compile(signalSchema), hasOrderedRange)),
  note: "the two emitted schemas as they stand (`oneOf` of 43 branches); by hand: SIG-08 order",
};
