/** The quick answer whether something is a valid decision_outcome; see `is-baseline-complete.ts` for why. */
import type { DecisionOutcome } from "../contracts/control-plane/decision-outcome.ts";
import { INTEGER, objectOf, optional, TEXT } from "../internal/input-shape.ts";

const POINT = "(edge_enqueue|edge_dequeue|node_dispatch)";

/** Outcome, emitter, phase and scope of every legal decision (DEC-01 to DEC-11). */
const LEGAL = new RegExp(
  `^(${[
    `(admit|reject|defer) RK-25 (pre_turn (tenant|session|turn)|scheduling_point ${POINT}|active_turn (turn|${POINT}))`,
    "(admit|reject|defer) CP-05 pre_turn (tenant|session)",
    `shed RK-25 scheduling_point ${POINT}`,
    `stale_epoch_reject RK-24 (pre_turn (session|turn)|scheduling_point ${POINT})`,
    "deauthorized_drain RK-24 (pre_turn (session|turn)|active_turn turn)",
  ].join("|")})$`,
);

const DECISION = objectOf({
  // What these may be is part of what is legal.
  outcome_kind: TEXT,
  phase: TEXT,
  scope: TEXT,
  emitted_by: TEXT,
  session_id: TEXT,
  turn_id: optional(TEXT),
  event_id: TEXT,
  runtime_timestamp_ms: INTEGER,
  wall_clock_timestamp_ms: INTEGER,
  timestamp_ms: optional(INTEGER),
  authority_epoch: optional(INTEGER),
  reason: TEXT,
});

/** Whether it is a valid decision_outcome. */
export function isQuickDecision(value: unknown): boolean {
  if (DECISION(value) !== undefined) return false;
  const { outcome_kind, phase, scope, emitted_by, turn_id, authority_epoch } = value as DecisionOutcome;
  const lacksTurn = turn_id === undefined && (scope === "turn" || phase === "active_turn");
  const lacksEpoch = authority_epoch === undefined && emitted_by === "RK-24";
  return !lacksTurn && !lacksEpoch && LEGAL.test([outcome_kind, emitted_by, phase, scope].join(" "));
}
