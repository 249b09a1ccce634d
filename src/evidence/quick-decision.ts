/** The quick answer whether something is a valid decision_outcome; see `is-baseline-complete.ts` for why. */
import type { DecisionOutcome } from "../contracts/control-plane/decision-outcome.ts";
import { INTEGER, type InputShape, objectOf, oneOf, optional, TEXT } from "../internal/input-shape.ts";

type Phase = DecisionOutcome["phase"];
type Scope = DecisionOutcome["scope"];

const SCHEDULING = ["edge_enqueue", "edge_dequeue", "node_dispatch"] as const;

/** DEC-06 to DEC-08. */
const SCOPES: { readonly [P in Phase]: readonly Scope[] } = {
  pre_turn: ["tenant", "session", "turn"],
  scheduling_point: SCHEDULING,
  active_turn: ["turn", ...SCHEDULING],
};

const DECISION = objectOf<DecisionOutcome>({
  outcome_kind: TEXT as InputShape<DecisionOutcome["outcome_kind"]>,
  phase: oneOf(Object.keys(SCOPES) as Phase[]),
  // Which scopes, kinds and emitters there are is part of what is legal.
  scope: TEXT as InputShape<Scope>,
  session_id: TEXT,
  turn_id: optional(TEXT),
  event_id: TEXT,
  runtime_timestamp_ms: INTEGER,
  wall_clock_timestamp_ms: INTEGER,
  timestamp_ms: optional(INTEGER),
  emitted_by: TEXT as InputShape<DecisionOutcome["emitted_by"]>,
  authority_epoch: optional(INTEGER),
  reason: TEXT,
});

/** Whether it is a valid decision_outcome. */
export function isQuickDecision(value: unknown): boolean {
  if (DECISION(value) !== undefined) return false;
  const decision = value as DecisionOutcome;
  const { phase, scope, emitted_by } = decision;
  const needsTurn = scope === "turn" || phase === "active_turn";
  const isOfAuthority = emitted_by === "RK-24" && decision.authority_epoch !== undefined;
  if (!SCOPES[phase].includes(scope) || (needsTurn && decision.turn_id === undefined)) return false;
  switch (decision.outcome_kind) {
    case "stale_epoch_reject":
      return isOfAuthority && scope !== "tenant" && phase !== "active_turn";
    case "deauthorized_drain":
      return isOfAuthority && (scope === "session" || scope === "turn");
    case "shed":
      return emitted_by === "RK-25" && phase === "scheduling_point";
    case "admit":
    case "reject":
    case "defer":
      return emitted_by === "RK-25" || (emitted_by === "CP-05" && phase === "pre_turn" && scope !== "turn");
    default:
      return false;
  }
}
