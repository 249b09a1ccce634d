/** Judges an output: writes what the node left out of its envelope, and holds the rest to the rules. */

import { CONTRACT_VERSION } from "../../../contracts/core/version.ts";
import type { EventRecord } from "../../../contracts/events/event-record.ts";
import { describeValue } from "../../../internal/describe-value.ts";
import { nearest } from "../../../internal/edit-distance.ts";
import { quote } from "../../../internal/quote.ts";
import { diagnose } from "../../../validators/diagnose.ts";
import { eventRecordShape, isEventRecord } from "../../../validators/generated/event-record.ts";
import { checkWithSchema } from "../../manifest/check-with-schema.ts";
import type { DescribedPort } from "../../node/node-descriptor.ts";
import type { NodeOutput } from "../../node/node-event.ts";
import { payloadSchemaOf } from "../../node/node-port.ts";
import type { NodeRuleId } from "../../rules/node-rules.ts";
import { copyPayload } from "../payload.ts";
import type { OutputEntry } from "../transcript.ts";
import { type Breach, type HarnessWorld, violate } from "../world/harness-world.ts";
import { judgeCorrelation, type Report } from "./judge-correlation.ts";
import type { Origin } from "./output-origin.ts";

/** An output with its envelope; without a breach it may go out. */
export interface JudgedOutput {
  readonly output: Omit<OutputEntry, "delivery" | "at_ms">;
  readonly isRefused: boolean;
}

/** The output with its whole envelope; undefined for what is no output at all. */
export function judgeOutput(
  world: HarnessWorld,
  given: NodeOutput,
  origin: Origin,
): JudgedOutput | undefined {
  let isRefused = false;
  const breach = (rule: NodeRuleId, what: Breach) => {
    isRefused = true;
    violate(world, rule, what);
  };
  if (typeof given !== "object" || given === null || typeof given.type !== "string") {
    const received = describeValue(given);
    breach("NODE-ENV-02", {
      message: `The node gave ${received} in place of an output`,
      expected: "an object with type and payload",
      received,
      likely_cause: "Something is yielded or emitted that is no { type, payload }",
    });
    return undefined;
  }
  const { node } = world;
  const { type } = given;
  const port = world.output_ports.get(type);
  const name = `Output ${quote(type)}`;
  if (port === undefined) {
    const types = [...world.output_ports.keys()];
    const near = nearest(type, types);
    breach("NODE-ENV-02", {
      message: `${name} is of no declared type`,
      expected: types.length === 0 ? "no output at all" : `one of ${types.join(", ")}`,
      received: type,
      ...(near !== undefined && { likely_cause: `Did you mean "${near}"?` }),
    });
  }
  const payload = copied(given, { name, breach });
  const envelope = stamped(world, given, { ...origin, lane: port?.lane, payload_class: port?.payload_class });
  if (!isEventRecord(envelope)) {
    const [first] = diagnose(eventRecordShape, envelope, { open: false }).diagnostics;
    breach("NODE-ENV-01", {
      message: `${name} is not a valid event record: ${first?.message ?? "it is refused"}`,
      expected: first?.expected ?? "a valid event record",
      received: first?.received ?? "one that is not",
      ...(first?.hint !== undefined && { likely_cause: first.hint }),
    });
  }
  if (port !== undefined) {
    if (envelope.lane !== port.lane)
      breach("NODE-ENV-03", {
        message: `${name} is on another lane`,
        expected: port.lane,
        received: envelope.lane,
      });
    if (envelope.payload_class !== port.payload_class)
      breach("NODE-DATA-01", {
        message: `${name} is of another payload class`,
        expected: port.payload_class,
        received: envelope.payload_class,
        likely_cause: "The envelope names a payload_class that the port does not declare",
      });
    const ports = node.outputs[type];
    const schema = ports === undefined ? undefined : payloadSchemaOf(ports);
    const check = schema === undefined ? undefined : checkWithSchema(schema, payload);
    if (check?.ok === false) {
      const [first] = check.issues;
      breach("NODE-ENV-05", {
        message: `The payload of ${name.toLowerCase()} is not what its port declares`,
        expected: "a payload that the schema of the port accepts",
        received: `${first?.path ? `at ${first.path}: ` : ""}${first?.message ?? describeValue(payload)}`,
      });
    }
  }
  judgeCorrelation(world, { envelope, given, origin, name, breach });
  return { output: { entry: "output", type, payload, envelope }, isRefused };
}

function copied(
  { payload }: NodeOutput,
  { name, breach }: { readonly name: string; readonly breach: Report },
): unknown {
  try {
    return copyPayload(payload);
  } catch (error) {
    const received = error instanceof Error ? error.message : String(error);
    breach("NODE-ENV-05", {
      message: `The payload of ${name.toLowerCase()} cannot travel`,
      expected: "JSON, or bytes and samples as a typed array",
      received,
    });
    return null;
  }
}

/** The whole envelope: what the node says, and what the runtime writes. */
function stamped(
  world: HarnessWorld,
  given: NodeOutput,
  {
    instance,
    cause,
    turn,
    lane,
    payload_class,
  }: Origin & Partial<Pick<DescribedPort, "lane" | "payload_class">>,
): EventRecord {
  world.sequence += 1;
  const turn_id = instance.turn?.turn_id ?? turn?.turn_id;
  const from = cause?.envelope;
  const isAudio = (given.envelope?.payload_class ?? payload_class) === "audio_raw";
  const media_time = isAudio && from !== undefined && "media_time" in from ? from.media_time : undefined;
  return {
    schema_version: CONTRACT_VERSION,
    event_scope: turn_id === undefined ? "session" : "turn",
    session_id: world.session_id,
    ...(turn_id !== undefined && { turn_id }),
    pipeline_version: world.pipeline_version,
    event_id: `${world.node.descriptor.node_id}-${world.sequence}`,
    lane: lane ?? "DataLane",
    transport_sequence: world.sequence,
    runtime_sequence: world.sequence,
    runtime_timestamp_ms: world.clock.now,
    wall_clock_timestamp_ms: world.clock.now + world.wall_offset,
    authority_epoch: world.epoch,
    payload_class: payload_class ?? "metadata",
    ...(media_time !== undefined && { media_time }),
    node_id: world.node.descriptor.node_id,
    ...(from !== undefined && { causal_parent_id: from.event_id }),
    ...(from?.provider_invocation_id !== undefined && {
      provider_invocation_id: from.provider_invocation_id,
    }),
    ...given.envelope,
  } as EventRecord;
}
