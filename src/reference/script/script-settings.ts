/** The settings of a turn script: what the session and its plan are like. */
import type { OpenSession } from "../../contracts/conformance/stimulus.ts";
import { ADAPTIVE_ACTIONS } from "../../contracts/turn/adaptive-action.ts";
import type { ResolvedTurnPlan } from "../../contracts/turn/resolved-turn-plan.ts";
import { REFERENCE_PLAN } from "../reference-plan.ts";
import { EDGE_POLICIES } from "./edge-policies.ts";
import { oneWord, SHAPES, type ValueShapes } from "./script-shape.ts";
import type { ScriptSettings } from "./turn-script.ts";

/** What may be set before the first step, by name. */
export const SETTING_SHAPES: ValueShapes = {
  session: { is: "id", about: "session" },
  epoch: SHAPES.epoch,
  adaptive_actions: { is: "list", about: "adaptive actions", of: ADAPTIVE_ACTIONS },
  turn_budget_ms: SHAPES.milliseconds,
  node_budget_ms: SHAPES.milliseconds,
  flow: oneWord("flow control", "signal", "credit", "hybrid"),
  profile: { is: "id", about: "execution profile" },
};

/** What a session is like unless it is set otherwise. */
export const SETTING_DEFAULTS = {
  session: "sess-1",
  epoch: 7,
  adaptive_actions: "none",
  turn_budget_ms: 10_000,
  node_budget_ms: 800,
  flow: "signal",
  profile: "simple",
};

/** The opening of the session that the script is played in. */
export function sessionOf(settings: ScriptSettings): OpenSession {
  const all = { ...SETTING_DEFAULTS, ...settings };
  const { flow } = all as { flow: ResolvedTurnPlan["flow_control"]["mode_by_lane"]["DataLane"] };
  const actions = all.adaptive_actions.split(",").filter((action) => action !== "none");
  return {
    kind: "open_session",
    session_id: all.session,
    pipeline_version: REFERENCE_PLAN.pipeline_version,
    authority_epoch: all.epoch,
    plan: {
      ...REFERENCE_PLAN,
      execution_profile: all.profile,
      budgets: {
        ...REFERENCE_PLAN.budgets,
        turn_budget_ms: all.turn_budget_ms,
        node_budget_ms_default: all.node_budget_ms,
      },
      edge_buffer_policies: EDGE_POLICIES,
      flow_control: {
        ...REFERENCE_PLAN.flow_control,
        mode_by_lane: { DataLane: flow, ControlLane: "signal", TelemetryLane: flow },
      },
      allowed_adaptive_actions: actions as ResolvedTurnPlan["allowed_adaptive_actions"],
    },
  };
}
