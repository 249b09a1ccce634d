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
  readonly emitters: readonly [Emitter, ...Emitter[]];
  readonly event_scope: "session" | "turn" | "any";
  readonly required: readonly SignalField[];
}

const row = <
  const E extends SignalRule["emitters"],
  const S extends SignalRule["event_scope"],
  const R extends SignalRule["required"],
>(
  emitters: E,
  event_scope: S,
  required: R,
) => ({ emitters, event_scope, required });

const boundary = row(["RK-03"], "turn", []);
const interruption = row(["RK-06", "RK-16"], "any", []);
const budget = row(["RK-17"], "any", ["reason"]);
const outcome = row(["RK-13", "RK-17"], "any", ["reason"]);
const provider = row(["RK-11"], "any", ["reason"]);
const placement = row(["CP-07", "CP-08"], "any", []);
const admission = row(["RK-25", "CP-05"], "session", ["reason"]);
const authority = row(["RK-24"], "any", ["reason"]);
const connection = row(["RK-23"], "any", []);
const delivery = row(["RK-22", "RK-23"], "turn", []);

/** Every control signal with its emitters, scope and required fields. */
export const SIGNAL_RULES = {
  turn_open_proposed: row(["RK-02"], "session", []),
  turn_open: boundary,
  commit: boundary,
  abort: row(["RK-03"], "turn", ["reason"]),
  close: boundary,
  barge_in: interruption,
  stop: interruption,
  cancel: row(["RK-06", "RK-16"], "any", ["scope"]),
  budget_warning: budget,
  budget_exhausted: budget,
  degrade: outcome,
  fallback: outcome,
  watermark: row(["RK-13"], "any", ["edge_id", "target_lane", "reason"]),
  flow_xoff: row(["RK-14"], "any", ["edge_id", "target_lane", "reason"]),
  flow_xon: row(["RK-14"], "any", ["edge_id", "target_lane"]),
  credit_grant: row(["RK-14"], "any", ["edge_id", "target_lane", "amount"]),
  drop_notice: row(["RK-12", "RK-13"], "any", ["edge_id", "target_lane", "reason", "seq_range"]),
  discontinuity: row(["RK-15"], "any", ["sync_domain", "discontinuity_id", "reason"]),
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
  shed: row(["RK-25"], "any", ["reason"]),
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
  recording_level_downgraded: row(["OR-02"], "any", ["reason"]),
} as const satisfies Record<string, SignalRule>;

/** Name of a control signal. */
export type SignalName = keyof typeof SIGNAL_RULES;

/** The names of all 43 control signals, in the order of the table. */
export const CONTROL_SIGNALS = Object.keys(SIGNAL_RULES) as readonly SignalName[];
