import fc from "fast-check";
import { expect, test } from "vitest";

import type { JsonObject, Stimulus } from "../contracts/conformance/stimulus.ts";
import type { BaselineEvidence } from "../contracts/observability/baseline-evidence.ts";
import type { Event } from "../contracts/signals/event.ts";
import { ADAPTIVE_ACTIONS } from "../contracts/turn/adaptive-action.ts";
import { computePlanHash } from "../contracts/turn/plan-hash.ts";
import type { ResolvedTurnPlan } from "../contracts/turn/resolved-turn-plan.ts";
import { checkBaselineCompleteness } from "../evidence/baseline-completeness.ts";
import { checkTrace } from "../trace/check-trace.ts";
import { validate } from "../validators/validate.ts";
import { createReferenceRuntime } from "./reference-runtime.ts";
import { anyStimulus, EVERY_EDGE, opening } from "./stimuli.test-kit.ts";

interface Run {
  readonly events: readonly JsonObject[];
  readonly evidence: readonly JsonObject[];
  readonly plans: readonly JsonObject[];
}

function run(plan: ResolvedTurnPlan, instants: readonly (readonly Stimulus[])[]): Run {
  const runtime = createReferenceRuntime();
  runtime.reset({ seed: 1, runtime_timestamp_ms: 0, wall_clock_timestamp_ms: 1_770_000_000_000 });
  const last: Stimulus[] = [{ kind: "cancel", session_id: "sess-1", scope: "session" }];
  const outcomes = [[opening(plan)], ...instants, last].map((stimuli) => runtime.apply(stimuli));
  return {
    events: outcomes.flatMap(({ events }) => events),
    evidence: outcomes.flatMap(({ evidence = [] }) => evidence),
    plans: outcomes.flatMap(({ plans = [] }) => plans),
  };
}

const plan = fc
  .record({
    allowed_adaptive_actions: fc.uniqueArray(fc.constantFrom(...ADAPTIVE_ACTIONS)),
    mode: fc.constantFrom("signal", "credit", "hybrid"),
  })
  .map(({ allowed_adaptive_actions, mode }) => ({
    ...EVERY_EDGE,
    allowed_adaptive_actions,
    flow_control: {
      ...EVERY_EDGE.flow_control,
      mode_by_lane: { DataLane: mode, ControlLane: "signal", TelemetryLane: mode },
    },
  })) as fc.Arbitrary<ResolvedTurnPlan>;

const instants = fc.array(fc.array(anyStimulus, { minLength: 1, maxLength: 3 }), { maxLength: 40 });
const numRuns = process.env["RSPP_FULL"] === "1" ? 20_000 : 600;

test("whatever happens, every event, plan and piece of evidence is valid, and no invariant is broken", () => {
  fc.assert(
    fc.property(plan, instants, (chosen, script) => {
      const { events, evidence, plans } = run(chosen, script);
      for (const event of events) expect(validate("event", event)).toMatchObject({ ok: true });
      for (const one of plans) {
        expect(validate("resolved_turn_plan", one)).toMatchObject({ ok: true });
        expect(one["plan_hash"]).toBe(computePlanHash(one as unknown as ResolvedTurnPlan));
      }
      for (const entry of evidence) {
        expect(checkBaselineCompleteness(entry as unknown as BaselineEvidence).diagnostics).toEqual([]);
      }
      const { violations, incomplete_turns } = checkTrace(events as unknown as Event[], {
        plans: plans as unknown as ResolvedTurnPlan[],
        evidence: evidence as unknown as BaselineEvidence[],
      });
      expect(violations).toEqual([]);
      expect(incomplete_turns).toEqual([]);
      const opened = events.filter(({ signal }) => signal === "turn_open").map(({ turn_id }) => turn_id);
      expect(evidence.map(({ turn_id }) => turn_id)).toEqual(opened);
    }),
    { seed: 3, numRuns },
  );
});

test("the same script gives the same bytes", () => {
  fc.assert(
    fc.property(plan, instants, (chosen, script) => {
      expect(JSON.stringify(run(chosen, script))).toBe(JSON.stringify(run(chosen, script)));
    }),
    { seed: 4, numRuns: 50 },
  );
});
