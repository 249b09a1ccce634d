import { expectTypeOf, test } from "vitest";

import type { ResolvedTurnPlan } from "../turn/resolved-turn-plan.ts";
import type { ConformanceReport, SubjectReport } from "./conformance-report.ts";
import type { Expectation, Scenario } from "./scenario.ts";
import type { JsonObject, OpenSession, Stimulus } from "./stimulus.ts";
import type { StimulusOutcome, SubjectReply, SubjectRequest } from "./subject-message.ts";

test("each kind of stimulus has the fields of its own", () => {
  expectTypeOf<Extract<Stimulus, { kind: "open_session" }>>().toEqualTypeOf<OpenSession>();
  expectTypeOf<Extract<Stimulus, { kind: "edge_take" }>["items"]>().toEqualTypeOf<number>();
  expectTypeOf<
    "turn_id" extends keyof Extract<Stimulus, { kind: "advance" }> ? true : false
  >().toEqualTypeOf<false>();
});

test("the plan of a session is a plan like any other", () => {
  expectTypeOf<OpenSession["plan"]>().toEqualTypeOf<ResolvedTurnPlan>();
});

test("lists may be read-only", () => {
  expectTypeOf<readonly Stimulus[]>().toExtend<Extract<SubjectRequest, { op: "apply" }>["stimuli"]>();
  expectTypeOf<readonly SubjectReport[]>().toExtend<ConformanceReport["subjects"]>();
  expectTypeOf<readonly Expectation[]>().toExtend<NonNullable<Scenario["finally"]>>();
});

test("artifacts of a subject are any JSON objects", () => {
  expectTypeOf<StimulusOutcome["events"]>().toEqualTypeOf<readonly JsonObject[]>();
  expectTypeOf<Extract<SubjectReply, { op: "apply" }>>().toExtend<StimulusOutcome>();
});
