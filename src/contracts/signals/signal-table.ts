/**
 * The table of the 43 control signals: who may emit each, in which scope, with which fields.
 *
 * Types, schemas, validators, generators, vectors and docs of control signals all come from this table;
 * nothing else lists the signals.
 */
import type { Emitter } from "./emitter.ts";

/** Fields that a signal may carry besides the envelope. */
export type SignalField =
  | "reason"
  | "scope"
  | "target_lane"
  | "amount"
  | "seq_range"
  | "edge_id"
  | "sync_domain"
  | "discontinuity_id";

/** One row of the table. */
export interface SignalRule {
  readonly family: string;
  readonly emitters: readonly [Emitter, ...Emitter[]];
  readonly event_scope: "session" | "turn" | "any";
  readonly required: readonly SignalField[];
}

const row = <const R extends SignalRule>(rule: R): R => rule;

const boundary = row({ family: "turn_boundary", emitters: ["RK-03"], event_scope: "turn", required: [] });
const interruption = row({
  family: "interruption",
  emitters: ["RK-06", "RK-16"],
  event_scope: "any",
  required: [],
});
const budget = row({ family: "budget", emitters: ["RK-17"], event_scope: "any", required: ["reason"] });
const outcome = row({
  family: "budget_outcome",
  emitters: ["RK-13", "RK-17"],
  event_scope: "any",
  required: ["reason"],
});
const provider = row({ family: "provider", emitters: ["RK-11"], event_scope: "any", required: ["reason"] });
const placement = row({
  family: "placement",
  emitters: ["CP-07", "CP-08"],
  event_scope: "any",
  required: [],
});
const admission = row({
  family: "admission",
  emitters: ["RK-25", "CP-05"],
  event_scope: "session",
  required: ["reason"],
});
const authority = row({ family: "authority", emitters: ["RK-24"], event_scope: "any", required: ["reason"] });
const connection = row({ family: "connection", emitters: ["RK-23"], event_scope: "any", required: [] });
const delivery = row({ family: "delivery", emitters: ["RK-22", "RK-23"], event_scope: "turn", required: [] });

/** Every control signal with its emitters, scope and required fields. */
export const SIGNAL_RULES = {
  turn_open_proposed: row({
    family: "turn_intent",
    emitters: ["RK-02"],
    event_scope: "session",
    required: [],
  }),
  turn_open: boundary,
  commit: boundary,
  abort: row({ family: "turn_boundary", emitters: ["RK-03"], event_scope: "turn", required: ["reason"] }),
  close: boundary,
  barge_in: interruption,
  stop: interruption,
  cancel: row({
    family: "interruption",
    emitters: ["RK-06", "RK-16"],
    event_scope: "any",
    required: ["scope"],
  }),
  budget_warning: budget,
  budget_exhausted: budget,
  degrade: outcome,
  fallback: outcome,
  watermark: row({
    family: "pressure",
    emitters: ["RK-13"],
    event_scope: "any",
    required: ["edge_id", "target_lane", "reason"],
  }),
  flow_xoff: row({
    family: "flow_control",
    emitters: ["RK-14"],
    event_scope: "any",
    required: ["edge_id", "target_lane", "reason"],
  }),
  flow_xon: row({
    family: "flow_control",
    emitters: ["RK-14"],
    event_scope: "any",
    required: ["edge_id", "target_lane"],
  }),
  credit_grant: row({
    family: "flow_control",
    emitters: ["RK-14"],
    event_scope: "any",
    required: ["edge_id", "target_lane", "amount"],
  }),
  drop_notice: row({
    family: "lineage",
    emitters: ["RK-12", "RK-13"],
    event_scope: "any",
    required: ["edge_id", "target_lane", "reason", "seq_range"],
  }),
  discontinuity: row({
    family: "sync",
    emitters: ["RK-15"],
    event_scope: "any",
    required: ["sync_domain", "discontinuity_id", "reason"],
  }),
  provider_error: provider,
  circuit_event: provider,
  provider_switch: provider,
  lease_issued: placement,
  lease_rotated: placement,
  migration_start: placement,
  migration_finish: placement,
  session_handoff: placement,
  admit: admission,
  reject: admission,
  defer: admission,
  shed: row({ family: "admission", emitters: ["RK-25"], event_scope: "any", required: ["reason"] }),
  stale_epoch_reject: authority,
  deauthorized_drain: authority,
  connected: connection,
  reconnecting: connection,
  disconnected: connection,
  ended: connection,
  silence: connection,
  stall: connection,
  output_accepted: delivery,
  playback_started: delivery,
  playback_completed: delivery,
  playback_cancelled: delivery,
  recording_level_downgraded: row({
    family: "recording",
    emitters: ["OR-02"],
    event_scope: "any",
    required: ["reason"],
  }),
} as const satisfies Record<string, SignalRule>;

/** Name of a control signal. */
export type SignalName = keyof typeof SIGNAL_RULES;

/** The names of all 43 control signals, in the order of the table. */
export const CONTROL_SIGNALS = Object.keys(SIGNAL_RULES) as readonly SignalName[];
