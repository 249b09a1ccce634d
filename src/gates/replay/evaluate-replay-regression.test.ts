import { describe, expect, it } from "vitest";

import { BASELINE_EXAMPLE } from "../../contracts/observability/baseline-evidence.ts";
import type { ReplayFixtureMetadata } from "../../contracts/observability/replay-fixture-metadata.ts";
import type { ReplayTrace } from "../../contracts/observability/replay-trace.ts";
import { invocationOutcomeEvidenceContract } from "../../contracts/provider/invocation-outcome-evidence.ts";
import { canonicalJson } from "../../internal/canonical-json.ts";
import { validate } from "../../validators/validate.ts";
import { evaluateReplayRegression, type ReplayRegressionInput } from "./evaluate-replay-regression.ts";
import { invocationLatencyDivergences } from "./invocation-latency.ts";
import { fixtureSettings, readFixtureMetadata } from "./read-fixture-metadata.ts";
import { invocationsOfTrace, traceOfBaseline } from "./trace-of-baseline.ts";

const now = "2026-02-09T23:19:06.123+01:00";
const invocation = { ...invocationOutcomeEvidenceContract.example, provider_invocation_id: "inv-1" };
const turn = { ...BASELINE_EXAMPLE, turn_id: "turn-rd-002", invocation_outcomes: [invocation] };
const recorded = traceOfBaseline({ entries: [turn] });
const changed = (edit: Partial<ReplayTrace["entries"][number]>): ReplayTrace => ({
  ...recorded,
  entries: recorded.entries.map((entry, index) => (index === 1 ? { ...entry, ...edit } : entry)),
});
const judge = (
  candidate: ReplayTrace | undefined,
  fixture: ReplayFixtureMetadata["fixtures"][string] = {},
  gate: ReplayRegressionInput["gate"] = "full",
) =>
  evaluateReplayRegression({
    fixtures: [{ fixture_id: "rd-002-x", baseline: recorded, ...(candidate && { candidate }) }],
    metadata: { fixtures: { "rd-002-x": fixture } },
    gate,
    now,
  });

describe("the replay gate", () => {
  it("passes what was replayed as recorded, and its report is a valid one", () => {
    const report = judge(recorded);
    expect(report).toMatchObject({ passed: true, generated_at_utc: "2026-02-09T22:19:06Z" });
    expect(validate("replay_regression_report", report)).toMatchObject({ ok: true });
  });

  it("fails what nobody announced, and passes it once it was", () => {
    const other = changed({ plan_hash: "other" });
    const report = judge(other);
    expect(report).toMatchObject({
      passed: false,
      counts: { unexplained: 1, failing: 1, failed_fixtures: 1 },
    });
    expect(validate("replay_regression_report", report)).toMatchObject({ ok: true });
    const announced = [{ class: "PLAN_DIVERGENCE", scope: "turn:turn-rd-002" }] as const;
    expect(judge(other, { expected_divergences: [...announced] }).passed).toBe(true);
    expect(judge(recorded, { expected_divergences: [...announced] })).toMatchObject({
      passed: false,
      counts: { missing_expected: 1 },
    });
  });

  it("never lets authority pass, and order only with an approval", () => {
    const scope = "turn:turn-rd-002";
    const expected = (name: "AUTHORITY_DIVERGENCE" | "ORDERING_DIVERGENCE", approved: boolean) => ({
      expected_divergences: [{ class: name, scope, approved }],
    });
    const verdicts = [
      judge(changed({ authority_epoch: 9 }), expected("AUTHORITY_DIVERGENCE", true)).passed,
      judge(changed({ ordering_marker: "x" }), expected("ORDERING_DIVERGENCE", false)).passed,
      judge(changed({ ordering_marker: "x" }), expected("ORDERING_DIVERGENCE", true)).passed,
    ];
    expect(verdicts).toEqual([false, false, true]);
  });

  it("judges lineage with everything else", () => {
    const lineage = [{ event_id: "evt-merge", dropped: false }];
    const scope = "event:evt-merge";
    const replay = (fixture: ReplayFixtureMetadata["fixtures"][string]) =>
      judge({ ...recorded, lineage }, fixture);
    expect(replay({}).fixtures[0]?.failing).toMatchObject([{ class: "OUTCOME_DIVERGENCE", scope }]);
    expect(replay({ expected_divergences: [{ class: "OUTCOME_DIVERGENCE", scope }] }).passed).toBe(true);
  });

  it("judges the fixtures of its gate and names the others", () => {
    const selected = (["quick", "full", "both"] as const).map((gate) => [
      judge(recorded, { gate }, "quick").fixtures.length,
      judge(recorded, { gate }, "full").fixtures.length,
    ]);
    expect(selected).toEqual([
      [1, 0],
      [0, 1],
      [1, 1],
    ]);
    expect(judge(recorded, {}, "quick")).toMatchObject({ passed: false, not_selected: ["rd-002-x"] });
  });

  it("fails for a trace that is missing or empty, and for a fixture that only the metadata knows", () => {
    expect(judge(undefined).fixtures[0]).toMatchObject({
      passed: false,
      missing_evidence: ['Fixture "rd-002-x": expected a candidate but received none'],
    });
    expect(judge({ ...recorded, entries: [] }).counts.missing_evidence).toBe(1);
    const metadata = { fixtures: { "rd-009": {} } };
    const report = evaluateReplayRegression({ fixtures: [], metadata, gate: "full", now });
    expect(report).toMatchObject({ passed: false, counts: { missing_evidence: 2 } });
  });

  it("gives equal bytes whatever the order of fixtures", () => {
    const fixtures = ["b", "a", "c"].map((fixture_id) => ({
      fixture_id,
      baseline: recorded,
      candidate: changed({ reason: fixture_id }),
    }));
    const report = (list: typeof fixtures) =>
      canonicalJson(evaluateReplayRegression({ fixtures: list, gate: "full", now }));
    expect(report(fixtures)).toBe(report(fixtures.toReversed()));
  });

  it("refuses input that is not well formed", () => {
    const fixtures = [{ fixture_id: "a" }, { fixture_id: "a" }];
    expect(() => evaluateReplayRegression({ fixtures, gate: "full", now })).toThrow(
      'Cannot evaluate input.fixtures[1].fixture_id: expected a fixture that is there once but received "a" again',
    );
    expect(() => evaluateReplayRegression({ fixtures: [], gate: "full", now: "today" })).toThrow(
      'Cannot evaluate input.now: expected an RFC 3339 time but received "today"',
    );
    expect(() => readFixtureMetadata({ fixtures: { a: { gate: "fast" as "full" } } })).toThrow(
      'Cannot evaluate metadata.fixtures.a.gate: expected one of quick, full, both but received "fast"',
    );
  });
});

describe("latency thresholds", () => {
  const { final_attempt_latency_ms: final, total_invocation_latency_ms: total } = invocation;
  const limits = (lower: number) => ({
    final_attempt_latency_threshold_ms: final - lower,
    total_invocation_latency_threshold_ms: total - lower,
  });

  it("hold for the turn that the fixture is named after, and fail by how much they are broken", () => {
    expect(judge(recorded, limits(0)).passed).toBe(true);
    expect(judge(recorded, limits(5)).fixtures[0]?.failing).toMatchObject([
      { scope: "invocation_latency_final:turn:turn-rd-002", diff_ms: 5 },
      { scope: "invocation_latency_total:turn:turn-rd-002", diff_ms: 5 },
    ]);
  });

  it("hold for the scopes that are written, which win", () => {
    const scoped = (scope: string) => judge(recorded, { ...limits(0), invocation_latency_scopes: [scope] });
    expect(scoped("session:sess-1").passed).toBe(true);
    expect(scoped("turn:other").fixtures[0]?.failing.map(({ message }) => message)).toEqual([
      expect.stringContaining("received none; record them, or name other invocation_latency_scopes"),
      expect.stringContaining("total_invocation_latency_threshold_ms"),
    ]);
  });

  it("fail for an invocation that cannot be read, whatever the tolerance", () => {
    const fixture = fixtureSettings("rd-002-x", { ...limits(0), timing_tolerance_ms: 10_000 });
    const found = invocationLatencyDivergences(
      [{ ...turn, invocation_outcomes: [{ broken: true }] }],
      fixture,
    );
    expect(found.map(({ diff_ms }) => diff_ms)).toEqual([0, 0]);
    const broken = traceOfBaseline({ entries: [{ ...turn, invocation_outcomes: [{ broken: true }] }] });
    expect(judge(broken, { ...limits(0), timing_tolerance_ms: 10_000 }).passed).toBe(false);
  });

  it("derive scopes from the beginning of a fixture id", () => {
    const scopes = ["rd-002-recompute", "f1-admission", "smoke"].map(
      (id) => fixtureSettings(id).invocation_latency_scopes,
    );
    expect(scopes).toEqual([["turn:turn-rd-002"], ["turn:turn-f1"], ["turn:turn-smoke"]]);
  });
});

describe("the trace of a baseline artifact", () => {
  it("is a valid trace that has the decisions, markers, invocations and end of each turn", () => {
    expect(validate("replay_trace", recorded)).toMatchObject({ ok: true });
    const names = recorded.entries.map(
      ({ signal, decision_outcome }) => signal ?? decision_outcome?.["outcome_kind"] ?? "invocation",
    );
    expect(names).toEqual([
      "turn_open_proposed",
      "admit",
      "turn_open",
      "output_accepted",
      "invocation",
      "commit",
      "close",
    ]);
    expect(invocationsOfTrace(recorded)).toEqual([
      { session_id: "sess-1", turn_id: "turn-rd-002", invocation_outcomes: [invocation] },
    ]);
  });

  it("is one even of evidence that is not complete", () => {
    const bare = { ...turn, event_id: "", session_id: "", turn_id: "", plan_hash: "", terminal_outcome: "" };
    expect(validate("replay_trace", traceOfBaseline({ entries: [bare] }))).toMatchObject({ ok: true });
  });
});
