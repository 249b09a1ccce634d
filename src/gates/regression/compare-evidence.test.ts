import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { TurnMetrics } from "../../contracts/observability/turn-metrics.ts";
import { canonicalJson } from "../../internal/canonical-json.ts";
import { seededRandom } from "../../simulation/seeded-random.ts";
import { isRegressionReport } from "../../validators/generated/regression-report.ts";
import { createMvpSloAccumulator } from "../slo/mvp-slo-accumulator.ts";
import { compareEvidence } from "./compare-evidence.ts";

const turnOf = (latency: number, index: number): TurnMetrics => ({
  turn_id: `turn-${index}`,
  accepted: true,
  happy_path: true,
  turn_open_proposed_at_ms: 0,
  turn_open_at_ms: 20,
  first_output_at_ms: 20 + latency,
  turn_terminal_at_ms: 20 + 2 * latency,
  baseline_complete: true,
  accepted_stale_epoch_output: false,
  terminal_events: ["commit", "close"],
});

/** Latencies as a run has them; `factor` makes it slower. */
function latencies(count: number, { seed, factor = 1 }: { seed: number; factor?: number }): number[] {
  const random = seededRandom(seed);
  const shape = { median: 600, spread: 0.3, min: 100, max: 5000 };
  return Array.from({ length: count }, () => Math.round(random.latency(shape) * factor));
}
const run = (count: number, options: { seed: number; factor?: number }) =>
  latencies(count, options).map(turnOf);
const stateOf = (turns: readonly TurnMetrics[]) =>
  turns.reduce((all, turn) => all.add(turn), createMvpSloAccumulator()).toJSON();
const tagged = (turns: readonly TurnMetrics[], region: string) =>
  turns.map((turn) => ({ ...turn, turn_id: `${region}-${turn.turn_id}`, tags: { region } }));
const verdicts = ({ comparisons }: ReturnType<typeof compareEvidence>) =>
  comparisons.map(({ series, figure, segment, verdict }) =>
    [segment?.tags["region"], series, figure, verdict].filter((part) => part !== undefined).join(" "),
  );

describe("compareEvidence", () => {
  it("finds a slowdown of 50 %, and tells how much", () => {
    const comparison = compareEvidence(run(400, { seed: 1 }), run(400, { seed: 2, factor: 1.5 }));
    expect(comparison).toMatchObject({ verdict: "fail", passed: false, method: "unpaired", family_size: 6 });
    expect(verdicts(comparison)).toEqual([
      "open p50 same",
      "open p95 same",
      "first_output p50 worse",
      "first_output p95 worse",
      "terminal p50 worse",
      "terminal p95 worse",
    ]);
    const [, , median] = comparison.comparisons;
    expect(median!.delta_percent).toBeGreaterThan(35);
    expect(median!.family_lower_ms!).toBeLessThanOrEqual(median!.lower_ms!);
    expect(median!.family_upper_ms!).toBeGreaterThanOrEqual(median!.upper_ms!);
    expect(median!.message).toMatch(
      /^first_output p50 is \d+ ms \(\d+\.\d%\) slower, from \+[\d.]+ ms to \+/,
    );
  });

  it("calls a run that is faster better, and passes it", () => {
    const comparison = compareEvidence(run(400, { seed: 1, factor: 1.5 }), run(400, { seed: 2 }));
    expect(comparison.verdict).toBe("pass");
    expect(verdicts(comparison)).toContain("first_output p95 better");
  });

  it("calls equal runs the same with turns enough, and inconclusive with few", () => {
    const long = compareEvidence(run(4000, { seed: 1 }), run(4000, { seed: 2 }));
    expect(new Set(long.comparisons.map(({ verdict }) => verdict))).toEqual(new Set(["same"]));
    expect(long).toMatchObject({ verdict: "pass", passed: true });
    const short = compareEvidence(run(20, { seed: 1 }), run(20, { seed: 2 }));
    expect(short.verdict).toBe("inconclusive");
    const p95 = short.comparisons.find(({ figure }) => figure === "p95")!;
    expect(p95).toMatchObject({ verdict: "inconclusive", baseline_n: 20 });
    expect(p95.message).toContain("too few turns");
    expect(compareEvidence([], []).verdict).toBe("inconclusive");
  });

  it("is not held up by a figure of which only is known that it is not slower", () => {
    const comparison = compareEvidence(run(300, { seed: 1 }), run(300, { seed: 2, factor: 0.9 }), {
      figures: ["p50"],
    });
    expect(verdicts(comparison)).toContain("first_output p50 inconclusive");
    expect(comparison.comparisons[1]!.message).toContain("not slower by more than the margin");
    expect(comparison.verdict).toBe("pass");
  });

  it("takes evidence that one run lacks as inconclusive, never as the same", () => {
    const cancelled = run(100, { seed: 1 }).map((turn) => ({
      ...turn,
      cancel_accepted_at_ms: 5,
      cancel_fence_applied_at_ms: 9,
    }));
    const comparison = compareEvidence(cancelled, run(100, { seed: 1 }), { margin: { relative: 1 } });
    expect(verdicts(comparison)).toContain("cancel_fence p95 inconclusive");
    expect(comparison.verdict).toBe("inconclusive");
    expect(compareEvidence(cancelled, cancelled, { margin: { relative: 1 } }).verdict).toBe("pass");
  });

  it("pairs turns: a shift that drowns in the spread of the script is found", () => {
    const script = latencies(60, { seed: 3 });
    const before = script.map(turnOf);
    const after = script.map((latency) => Math.round(latency * 1.01) + 90).map(turnOf);
    const unpaired = compareEvidence(before, after, { figures: ["p50"] });
    expect(unpaired.verdict).toBe("inconclusive");
    const paired = compareEvidence(before, after.toReversed(), { pairBy: "turn_id" });
    expect(paired).toMatchObject({ verdict: "fail", method: "paired", pairs: 60 });
    expect(verdicts(paired)).toContain("first_output shift worse");
    const [slowest] = paired.worst.find(({ series }) => series === "first_output")!.turns;
    const largest = Math.max(
      ...after.map((turn, index) => turn.first_output_at_ms! - before[index]!.first_output_at_ms!),
    );
    expect(slowest!.delta_ms).toBe(largest);
    expect(slowest!.candidate_ms - slowest!.baseline_ms!).toBe(largest);
    expect(paired.worst[0]!.turns).toHaveLength(5);
  });

  it("pairs by a key of the caller, leaves turns without a partner out, and refuses a key twice", () => {
    const before = run(80, { seed: 4 });
    const after = before.slice(10).map((turn) => ({ ...turn, turn_id: `replay-${turn.turn_id}` }));
    const pairBy = ({ turn_id }: TurnMetrics) => /turn-\d+$/.exec(turn_id)?.[0];
    expect(compareEvidence(before, after, { pairBy })).toMatchObject({ pairs: 70, baseline_turns: 80 });
    expect(compareEvidence(before, after, { pairBy: "turn_id" })).toMatchObject({
      pairs: 0,
      verdict: "inconclusive",
    });
    expect(() => compareEvidence(before, [...before, before[0]!], { pairBy: "turn_id" })).toThrow(
      'Cannot pair the turns of the candidate: expected one turn with key "turn-0" but received several',
    );
  });

  it("compares by segment and names the segment that is slower", () => {
    const before = [...tagged(run(300, { seed: 5 }), "eu"), ...tagged(run(300, { seed: 6 }), "us")];
    const after = [
      ...tagged(run(300, { seed: 7 }), "eu"),
      ...tagged(run(300, { seed: 8, factor: 1.6 }), "us"),
    ];
    const comparison = compareEvidence(before, after, { by: ["region"] });
    expect(comparison.family_size).toBe(18);
    expect(verdicts(comparison)).toContain("us first_output p95 worse");
    expect(verdicts(comparison)).not.toContain("eu first_output p95 worse");
    const slow = comparison.worst.filter(({ segment }) => segment?.tags["region"] === "us");
    expect(slow.flatMap(({ turns }) => turns).every(({ turn_id }) => turn_id.startsWith("us-"))).toBe(true);
    const gone = compareEvidence(before, tagged(run(300, { seed: 7 }), "eu"), { by: ["region"] });
    expect(verdicts(gone)).toContain("us first_output p95 inconclusive");
  });

  it("says the same of states as of turns, whatever the order and the partition", () => {
    const sides = fc.tuple(
      fc.array(fc.nat(900), { maxLength: 120 }),
      fc.array(fc.nat(900), { maxLength: 120 }),
    );
    fc.assert(
      fc.property(sides, ([left, right]) => {
        const [before, after] = [left.map(turnOf), right.map(turnOf)];
        const told = canonicalJson(compareEvidence(before, after));
        expect(canonicalJson(compareEvidence(before.toReversed(), after.toReversed()))).toBe(told);
        expect(canonicalJson(compareEvidence(stateOf(before), stateOf(after)))).toBe(told);
        const halves = [after.slice(0, 40), after.slice(40)].map(stateOf);
        const merged = createMvpSloAccumulator();
        for (const half of halves) merged.merge({ toJSON: () => half });
        expect(canonicalJson(compareEvidence(stateOf(before), merged.toJSON()))).toBe(told);
      }),
      { seed: 61, numRuns: 40 },
    );
  });

  it("compares the segments that states were cut by as it compares those of turns", () => {
    const sides = [run(120, { seed: 9 }), run(120, { seed: 10, factor: 1.7 })].map((turns) => [
      ...tagged(turns, "eu"),
      ...turns.map((turn) => ({ ...turn, turn_id: `none-${turn.turn_id}` })),
    ]);
    const [before, after] = sides as [TurnMetrics[], TurnMetrics[]];
    const segmented = (turns: readonly TurnMetrics[]) => ({
      run: stateOf(turns),
      segments: ([{ region: "eu" }, {}] as Readonly<Record<string, string>>[]).map((tags) => ({
        segment: { by: "region", tags },
        state: stateOf(turns.filter((turn) => turn.tags?.["region"] === tags["region"])),
      })),
    });
    const told = compareEvidence(segmented(before), segmented(after), { by: ["region"] });
    expect(canonicalJson(told)).toBe(canonicalJson(compareEvidence(before, after, { by: ["region"] })));
    expect(verdicts(told)).toContain("eu first_output p50 worse");
  });

  it("never calls a run worse than itself, ties and few values included", () => {
    const values = fc.array(fc.constantFrom(100, 200, 300, 900), { maxLength: 150 });
    fc.assert(
      fc.property(values, fc.constantFrom("none" as const, "turn_id" as const), (list, pairBy) => {
        const turns = list.map(turnOf);
        const { comparisons, worst } = compareEvidence(turns, turns, { pairBy });
        expect(comparisons.filter(({ verdict }) => verdict === "worse" || verdict === "better")).toEqual([]);
        if (pairBy === "turn_id") expect(worst).toEqual([]);
      }),
      { seed: 62, numRuns: 60 },
    );
  });

  it("raises few false alarms over the whole family, and finds what is slower", () => {
    const alarms = (factor: number) =>
      Array.from({ length: 100 }, (_, seed) =>
        compareEvidence(run(200, { seed: 2 * seed }), run(200, { seed: 2 * seed + 1, factor })),
      ).filter(({ verdict }) => verdict === "fail").length;
    expect(alarms(1)).toBeLessThanOrEqual(5);
    expect(alarms(1.5)).toBeGreaterThanOrEqual(95);
  });

  it("fits the contract of its report", () => {
    for (const pairBy of ["none", "turn_id"] as const) {
      const comparison = compareEvidence(run(90, { seed: 1 }), run(90, { seed: 2 }), { pairBy });
      const report = {
        schema_version: "rspp.tooling.regression-report.v1",
        generated_at_utc: "2026-02-09T22:19:06Z",
        sources: [],
        ...comparison,
      };
      expect(isRegressionReport(JSON.parse(JSON.stringify(report)))).toBe(true);
      expect(isRegressionReport({ ...report, passed: !comparison.passed })).toBe(false);
    }
  });

  it("refuses what it cannot use", () => {
    const compare = compareEvidence as (...evidence: unknown[]) => unknown;
    expect(() => compare([], [], { pairBy: "id" })).toThrow("Cannot evaluate options.pairBy");
    expect(() => compare([], [], { margin: { relative: -1 } })).toThrow(
      "Cannot evaluate options.margin.relative",
    );
    expect(() => compare([], [], { figures: ["shift"] })).toThrow("Cannot evaluate options.figures");
    expect(() => compare([], [], { confidence: 2 })).toThrow("Cannot evaluate options.confidence");
    expect(() => compare([], [{}])).toThrow("Cannot evaluate candidate[0].turn_id");
    const state = stateOf(run(3, { seed: 1 }));
    expect(() => compare(state, state, { pairBy: "turn_id" })).toThrow(
      "Cannot pair the turns of the baseline",
    );
    expect(() => compare(state, state, { by: ["region"] })).toThrow('Cannot compare by "region"');
  });
});
