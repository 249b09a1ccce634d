import { describe, expect, test } from "vitest";
import { BASELINE_EXAMPLE } from "../../contracts/observability/baseline-evidence.ts";
import { PLAN_EXAMPLE } from "../../contracts/turn/resolved-turn-plan.ts";
import { checkTrace } from "../check-trace.ts";
import {
  expectCase,
  GOOD_TURN,
  IN_TURN,
  type InvariantCase,
  type Step,
  stream,
  tallyOf,
} from "../stream.test-kit.ts";

const plan = { ...PLAN_EXAMPLE, turn_id: "t1" };
const evidence = {
  ...BASELINE_EXAMPLE,
  session_id: "session-1",
  turn_id: "t1",
  terminal_outcome: "commit",
  terminal_reason: "",
};
const { routing_view_snapshot: _, ...fiveRefs } = plan.snapshot_provenance;
const provider_switch: Step = ["provider_switch", { ...IN_TURN, reason: "timeout" }];

const CASES: Readonly<Record<string, InvariantCase>> = {
  "INV-PLAN-01": {
    holds: [
      ["turn_open", { plan_hash: "ab" }],
      ["DataLane", { ...IN_TURN, plan_hash: "AB" }],
      ["commit"],
      ["close"],
    ],
    breaks: [
      ["turn_open", { plan_hash: "ab" }],
      ["DataLane", { ...IN_TURN, plan_hash: "cd" }],
      ["commit"],
      ["close"],
    ],
    at: 1,
  },
  "INV-PLAN-02": {
    holds: GOOD_TURN,
    breaks: GOOD_TURN,
    at: 0,
    options: { plans: [plan] },
    badOptions: { plans: [{ ...plan, snapshot_provenance: { ...fiveRefs, routing_view_snapshot: "" } }] },
  },
  "INV-PLAN-03": {
    holds: [["turn_open"], provider_switch, ["commit"], ["close"]],
    breaks: [["turn_open"], provider_switch, ["commit"], ["close"]],
    at: 1,
    options: { plans: [{ ...plan, allowed_adaptive_actions: ["provider_switch"] }] },
    badOptions: { plans: [plan] },
  },
};

describe("plan freezing", () => {
  test.each(Object.entries(CASES))("%s is judged, held and broken", expectCase);

  test("evidence must cite the hash of the plan", () => {
    const other = { ...evidence, plan_hash: "1".repeat(64) };
    const { violations } = checkTrace(stream(...GOOD_TURN), { plans: [plan], evidence: [other] });
    expect(violations.map((one) => [one.id, one.event_index])).toEqual([["INV-PLAN-01", 3]]);
  });

  test("an adaptive action in the evidence must have been announced", () => {
    const [outcome] = BASELINE_EXAMPLE.invocation_outcomes;
    const base = outcome ?? {
      provider_invocation_id: "i1",
      modality: "llm",
      provider_id: "p",
      outcome_class: "success",
      retryable: false,
      attempt_count: 2,
      final_attempt_latency_ms: 1,
      total_invocation_latency_ms: 2,
    };
    const silent = { ...evidence, invocation_outcomes: [{ ...base, retry_decision: "provider_switch" }] };
    const { violations } = checkTrace(stream(...GOOD_TURN), { evidence: [silent] });
    expect(violations.map((one) => [one.id, one.event_index])).toEqual([["INV-PLAN-03", 3]]);
  });

  test("a turn without a plan among the plans is unknown, not held", () => {
    const result = checkTrace(stream(...GOOD_TURN), { plans: [] });
    expect(tallyOf(result, "INV-PLAN-02")).toEqual({
      id: "INV-PLAN-02",
      checked: 0,
      violations: 0,
      unknown: 1,
    });
    expect(result.not_evaluated.find(({ id }) => id === "INV-PLAN-02")?.reason).toMatch(/the one occasion/);
  });
});
