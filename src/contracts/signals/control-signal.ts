/**
 * A control signal: one of 43 signals that steer the pipeline, on the ControlLane.
 *
 * A union discriminated on `signal`: each signal has its own emitters, scope and required fields.
 */
import type { z } from "zod";

import { CONTRACT_REQUIREMENTS } from "../core/contract-rules.ts";
import { defineContract, wireUnion } from "../core/define-contract.ts";
import { defineRules } from "../core/rule.ts";
import { ENVELOPE_CHECKS, EVENT_REQUIREMENTS, TURN_EPOCH_CHECK } from "../events/event-rules.ts";
import { ADMISSION_SIGNALS } from "./admission.ts";
import { BUDGET_SIGNALS } from "./budget.ts";
import { CONNECTION_SIGNALS } from "./connection.ts";
import { DELIVERY_SIGNALS } from "./delivery.ts";
import { FLOW_CONTROL_SIGNALS } from "./flow-control.ts";
import { INTERRUPTION_SIGNALS } from "./interruption.ts";
import { PLACEMENT_SIGNALS } from "./placement.ts";
import { PROVIDER_HEALTH_SIGNALS } from "./provider-health.ts";
import { TURN_LIFECYCLE_SIGNALS } from "./turn-lifecycle.ts";

/** The signal rules, `SIG-01` to `SIG-11`. */
export const SIGNAL_REQUIREMENTS = defineRules("contracts-v1 section 3", {
  "SIG-01": ["MUST", "lane is ControlLane and payload_class is metadata"],
  "SIG-02": ["MUST", "The signal name is known"],
  "SIG-03": ["MUST", "The emitter is known and owns the signal"],
  "SIG-04": ["MUST", "The signal's required event scope holds, with turn_id where the signal is turn-scoped"],
  "SIG-05": ["MUST", "The signal's required fields are present"],
  "SIG-06": ["MUST", "scope, when present on any signal, is a cancel scope; cancel requires it"],
  "SIG-07": ["MUST", "amount, when present, is an integer >= 1"],
  "SIG-08": ["MUST", "seq_range, when present, has 0 <= start <= end"],
  "SIG-09": ["MUST", "target_lane, when present, is a lane"],
  "SIG-10": ["MUST", "authority_epoch is present"],
  "SIG-11": ["MUST", "reason, when present, is a non-empty string"],
});

/** Schema of a control signal, closed. */
export const ControlSignalSchema = wireUnion(
  "signal",
  [
    ...TURN_LIFECYCLE_SIGNALS,
    ...INTERRUPTION_SIGNALS,
    ...BUDGET_SIGNALS,
    ...FLOW_CONTROL_SIGNALS,
    ...PROVIDER_HEALTH_SIGNALS,
    ...PLACEMENT_SIGNALS,
    ...ADMISSION_SIGNALS,
    ...CONNECTION_SIGNALS,
    ...DELIVERY_SIGNALS,
  ],
  {
    unknown: "EVT-13",
    unsafe: "EVT-15",
    checks: [...ENVELOPE_CHECKS, TURN_EPOCH_CHECK],
    branch: {
      emitted_by: "SIG-03",
      event_scope: "SIG-04",
      turn_id: "SIG-04",
      scope: "SIG-05+SIG-06",
      "*": "SIG-05",
    },
  },
);

/** One of the 43 control signals. */
export type ControlSignal = z.infer<typeof ControlSignalSchema>;

/** The control signal of one name. */
export type ControlSignalOf<S extends ControlSignal["signal"]> = Extract<ControlSignal, { signal: S }>;

/** The contract of control signals. */
export const controlSignalContract = defineContract({
  address: "signals/control-signal",
  kind: "control_signal",
  since: "0.1.0",
  title: "Control signal",
  about:
    "One of 43 signals that steer the pipeline, on ControlLane. Each signal has its own emitters, scope and required fields.",
  schema: ControlSignalSchema,
  requirements: [
    ...CONTRACT_REQUIREMENTS.filter((rule) => rule.id === "CON-01"),
    // EVT-09 is about media_time, which a control signal never has (EVT-14).
    ...EVENT_REQUIREMENTS.filter((rule) => rule.id !== "EVT-09"),
    ...SIGNAL_REQUIREMENTS,
  ],
  example: {
    schema_version: "v1.0",
    event_scope: "session",
    session_id: "sess-1",
    pipeline_version: "pipeline-v1",
    event_id: "evt-1",
    lane: "ControlLane",
    transport_sequence: 1,
    runtime_sequence: 1,
    runtime_timestamp_ms: 100,
    wall_clock_timestamp_ms: 1770000000100,
    payload_class: "metadata",
    authority_epoch: 7,
    signal: "connected",
    emitted_by: "RK-23",
  },
});
