/** What is odd about an input: nothing that may make a node fail, but what explains why one did. */

import { checkWithSchema, type SchemaProblem } from "../../manifest/check-with-schema.ts";
import type { NodeEvent } from "../../node/node-event.ts";
import { payloadSchemaOf } from "../../node/node-port.ts";
import type { HarnessWorld } from "../world/harness-world.ts";

/** What is odd about an input. */
export type Oddity = "unknown_type" | "malformed" | "duplicate" | "out_of_order" | "late";

/** What the schema of the port says of the payload of an event; undefined where it accepts it, or there is none. */
export function malformation(
  { node }: HarnessWorld,
  { type, payload }: NodeEvent,
): SchemaProblem | undefined {
  const port = node.inputs[type];
  const schema = port === undefined ? undefined : payloadSchemaOf(port);
  if (schema === undefined) return undefined;
  const check = checkWithSchema(schema, payload);
  return check.ok ? undefined : (check.issues[0] ?? { path: "", message: "it is refused" });
}

/** What is odd about an event that reaches the node. */
export function oddityOf(world: HarnessWorld, { type, envelope }: NodeEvent): Oddity | undefined {
  if (!world.input_ports.has(type)) return "unknown_type";
  if (world.received.has(envelope.event_id)) return "duplicate";
  return envelope.runtime_sequence < world.last_input ? "out_of_order" : undefined;
}
