/** Live evaluations on reports that hold and on reports that are broken in one place. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  type LiveProviderChainReport,
  LiveProviderChainReportSchema,
  liveProviderChainReportContract,
} from "../../contracts/observability/live-provider-chain-report.ts";
import { SloGatesMvpReportSchema } from "../../contracts/observability/slo-gates-mvp-report.ts";
import { evaluateMvpSloGates } from "../slo/evaluate-mvp-slo-gates.ts";
import { buildSloGatesMvpReport } from "./build-slo-gates-mvp-report.ts";
import { compareLiveLatency } from "./compare-live-latency.ts";
import { evaluateFixedDecisions } from "./evaluate-fixed-decisions.ts";
import { evaluateLiveEndToEnd } from "./evaluate-live-end-to-end.ts";
import { MVP_PROVIDER_CATALOGUE } from "./provider-catalogue.ts";

const example = liveProviderChainReportContract.example;
const [combination] = example.combinations as [LiveProviderChainReport["combinations"][number]];

/** A report with a combination for each completion latency, each with another provider of the catalogue. */
function chain(mode: "streaming" | "non_streaming", latencies: readonly number[]): LiveProviderChainReport {
  const isStreaming = mode === "streaming";
  const { handoffs, ...rest } = combination;
  return {
    ...example,
    execution_mode: mode,
    enabled_providers: { ...example.enabled_providers, stt: [...MVP_PROVIDER_CATALOGUE.stt] },
    combinations: latencies.map((latency, index) => ({
      ...rest,
      ...(isStreaming && { handoffs }),
      combo_index: index,
      stt_provider_id: MVP_PROVIDER_CATALOGUE.stt[index % 3] as string,
      steps: [{ step: "stt", output: { attempts: [{ streaming_used: isStreaming }] } }],
      latency: {
        first_assistant_audio_e2e_latency_ms: Math.ceil(latency / 2),
        turn_completion_e2e_latency_ms: latency,
      },
    })),
  };
}

const streaming = chain("streaming", [1000, 1100, 1200]);
const nonStreaming = chain("non_streaming", [1300, 1300, 1300]);
const codes = (found: readonly { code: string; path: string }[]) =>
  found.map(({ code, path }) => `${code} ${path}`);
const edit = (
  report: LiveProviderChainReport,
  change: Partial<LiveProviderChainReport["combinations"][number]>,
) => ({
  ...report,
  combinations: report.combinations.map((one, index) => (index === 1 ? { ...one, ...change } : one)),
});

describe("the live end-to-end gate", () => {
  it("takes p50 and p95 of the combinations that passed with a latency above 0", () => {
    const report = edit(chain("streaming", [1000, 9000, 1200, 0]), { status: "fail" });
    expect(evaluateLiveEndToEnd(report)).toEqual({
      passed: true,
      waived: false,
      samples: 2,
      p50_ms: 1000,
      p95_ms: 1200,
      limits: { p50_ms: 1500, p95_ms: 2000 },
      violations: [],
    });
  });

  it("is broken only beyond a limit", () => {
    expect(evaluateLiveEndToEnd(chain("streaming", [1500, 1500, 2000])).passed).toBe(true);
    expect(codes(evaluateLiveEndToEnd(chain("streaming", [1501, 1501, 2001])).violations)).toEqual([
      "live_end_to_end_p50_exceeded report.combinations",
      "live_end_to_end_p95_exceeded report.combinations",
    ]);
    const tight = { thresholds: { end_to_end_p95_ms: 1199 } };
    expect(evaluateLiveEndToEnd(streaming, tight).violations[0]?.message).toBe(
      "Cannot accept report.combinations: expected a p95 of at most 1199 ms but received 1200 ms",
    );
  });

  it("fails without samples and for a report that did not pass", () => {
    expect(
      codes(evaluateLiveEndToEnd({ ...streaming, status: "fail", combinations: [] }).violations),
    ).toEqual(["live_report_not_passed report.status", "live_samples_missing report.combinations"]);
  });

  it("is waived only by a waiver whose attempts are used up, and keeps what was waived", () => {
    const slow = chain("streaming", [5000]);
    const waiver = { maxAttempts: 2, attempts: ["run 1: 5 s"], reason: "Incident" };
    expect(evaluateLiveEndToEnd(slow)).toMatchObject({ passed: false, waived: false });
    expect(evaluateLiveEndToEnd(slow, { waiver })).toMatchObject({ passed: false, waived: false });
    const used = evaluateLiveEndToEnd(slow, {
      waiver: { ...waiver, attempts: ["run 1: 5 s", "run 2: 5 s"] },
    });
    expect(used).toMatchObject({
      passed: true,
      waived: true,
      waiver: { max_attempts: 2, reason: "Incident" },
    });
    expect(used.waiver?.attempts).toHaveLength(2);
    expect(used.violations).toHaveLength(2);
    expect(evaluateLiveEndToEnd(streaming, { waiver })).toMatchObject({ passed: true, waived: false });
  });

  it("refuses a waiver without attempts to reach or without a reason", () => {
    for (const waiver of [
      { maxAttempts: 0, attempts: [], reason: "x" },
      { maxAttempts: 1, attempts: ["a"], reason: "" },
      { maxAttempts: 1, attempts: ["a"] },
    ])
      expect(() => evaluateLiveEndToEnd(streaming, { waiver: waiver as never })).toThrow(/options\.waiver\./);
  });
});

describe("the fixed decisions", () => {
  const input = {
    executionProfile: "simple",
    streaming,
    nonStreaming,
    smoke: { probe: { status: "passed" } },
  };
  const broken = (change: object) => {
    const { decisions } = evaluateFixedDecisions({ ...input, ...change });
    return decisions.flatMap(({ decision, violations }) =>
      violations.map(({ code }) => `${decision}: ${code}`),
    );
  };

  it("are kept", () => {
    expect(evaluateFixedDecisions(input)).toMatchObject({ passed: true });
    expect(broken({})).toEqual([]);
  });

  it("all fail where there is no evidence", () => {
    const { passed, decisions } = evaluateFixedDecisions({});
    expect(passed).toBe(false);
    expect(decisions.every((one) => !one.passed)).toBe(true);
  });

  it.each([
    [{ executionProfile: "advanced" }, ["simple_profile: execution_profile_not_simple"]],
    [{ smoke: { probe: { status: "failed" } } }, ["transport_smoke: transport_smoke_not_passed"]],
    [{ smoke: {} }, ["transport_smoke: transport_smoke_missing"]],
    [{ streaming: { ...streaming, semantic_parity: false } }, ["parity_markers: parity_marker_invalid"]],
    [
      { streaming: { ...streaming, parity_comparison_valid: undefined } },
      ["parity_markers: parity_marker_missing"],
    ],
    [
      { streaming: edit(streaming, { handoffs: [], steps: [] }) },
      ["mode_evidence: streaming_evidence_missing"],
    ],
    [{ nonStreaming: edit(nonStreaming, { steps: [] }) }, ["mode_evidence: non_streaming_evidence_missing"]],
    [
      { nonStreaming: edit(nonStreaming, { handoffs: [{ handoff_id: "stt->llm" }] }) },
      ["mode_evidence: non_streaming_mode_broken"],
    ],
    [{ nonStreaming: streaming }, ["mode_evidence: execution_mode_differs"]],
    [
      { streaming: edit(streaming, { tts_provider_id: "tts-x" }) },
      ["provider_policy: provider_not_in_catalogue", "provider_policy: provider_not_enabled"],
    ],
    [
      { streaming: { ...streaming, enabled_providers: { ...streaming.enabled_providers, llm: [] } } },
      [
        "provider_policy: provider_count_out_of_range",
        ...Array(4).fill("provider_policy: provider_not_enabled"),
      ],
    ],
  ])("are broken by %j", (change, expected) => {
    expect(broken(change)).toEqual(expected);
  });

  it("take at most five providers a modality", () => {
    const llm = ["a", "b", "c", "d", "e", "f", "llm-anthropic"];
    const catalogue = { ...MVP_PROVIDER_CATALOGUE, llm };
    const with6 = { ...streaming, enabled_providers: { ...streaming.enabled_providers, llm } };
    expect(broken({ catalogue, streaming: with6 })).toEqual(["provider_policy: provider_count_out_of_range"]);
  });
});

describe("the comparison of latencies", () => {
  it("pairs by providers and names the winner by the median delta", () => {
    const { diagnostic_only, reasons, comparison_identity, figures } = compareLiveLatency(
      streaming,
      nonStreaming,
    );
    expect([diagnostic_only, reasons, comparison_identity]).toEqual([false, [], "nightly-1"]);
    expect(figures[1]).toMatchObject({
      figure: "turn_completion_e2e",
      samples: 3,
      streaming: { p50_ms: 1100, p95_ms: 1200 },
      non_streaming: { p50_ms: 1300, p95_ms: 1300 },
      delta: { p50_ms: -200, p95_ms: -100 },
      winner: "streaming",
    });
  });

  it.each([
    ["comparison_identity_differs", { ...nonStreaming, comparison_identity: "other" }],
    ["execution_mode_differs", streaming],
    ["live_report_not_passed", { ...nonStreaming, status: "fail" }],
    ["combination_unpaired", edit(nonStreaming, { status: "fail" })],
    ["combination_repeated", chain("non_streaming", [1300, 1300, 1300, 1300])],
    ["latency_missing", edit(nonStreaming, { latency: {} })],
  ])("is for diagnosis only with %s", (code, other) => {
    const comparison = compareLiveLatency(streaming, other);
    expect(comparison.diagnostic_only).toBe(true);
    expect(comparison.reasons.map((reason) => reason.code)).toContain(code);
    expect(comparison.figures.map(({ winner }) => winner)).toEqual(["undecided", "undecided"]);
  });

  it("has the opposite deltas when the sides trade their latencies", () => {
    const three = fc.array(fc.integer({ min: 1, max: 9000 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(three, three, (one, two) => {
        const [there, back] = [
          compareLiveLatency(chain("streaming", one), chain("non_streaming", two)),
          compareLiveLatency(chain("streaming", two), chain("non_streaming", one)),
        ];
        const deltas = (of: typeof there) => of.figures[1]?.pairs.map(({ delta_ms }) => delta_ms);
        expect(deltas(back)).toEqual(deltas(there)?.map((delta) => 0 - delta));
      }),
      { seed: 42, numRuns: 200 },
    );
  });
});

describe("the MVP gates report", () => {
  it("is what its contract says, and passes only with every part", () => {
    const gates = evaluateMvpSloGates([]);
    const good = { ...gates, passed: true, violations: [] };
    const parts = {
      gates: good,
      liveEndToEnd: evaluateLiveEndToEnd(streaming),
      fixedDecisions: evaluateFixedDecisions({
        executionProfile: "simple",
        streaming,
        nonStreaming,
        smoke: { probe: { status: "passed" } },
      }),
      latencyComparison: compareLiveLatency(streaming, nonStreaming),
      now: "2026-02-16T23:00:00Z",
    };
    const report = buildSloGatesMvpReport(parts);
    expect(report).toMatchObject({ verdict: "pass", passed: true });
    const failing = [
      { gates },
      { liveEndToEnd: evaluateLiveEndToEnd(chain("streaming", [9000])) },
      { fixedDecisions: evaluateFixedDecisions({}) },
    ].map((change) => buildSloGatesMvpReport({ ...parts, ...change }));
    expect(failing.map(({ verdict }) => verdict)).toEqual(["fail", "fail", "fail"]);
    for (const one of [report, ...failing])
      expect(SloGatesMvpReportSchema.safeParse(one).error).toBeUndefined();
    expect(LiveProviderChainReportSchema.safeParse(streaming).error).toBeUndefined();
    expect(() => buildSloGatesMvpReport({ ...parts, now: "now" })).toThrow(TypeError);
  });
});
