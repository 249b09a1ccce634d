import { describe, expect, it } from "vitest";

import { type TurnMetrics, turnMetricsContract } from "../../contracts/observability/turn-metrics.ts";
import { createMvpSloAccumulator } from "./mvp-slo-accumulator.ts";

const turn = (turn_id: string, changes: Partial<TurnMetrics> = {}): TurnMetrics => ({
  ...turnMetricsContract.example,
  turn_id,
  ...changes,
});

/** Turns without an open marker, hence with one violation of G1, one of G2 and one of G7 each. */
const unopened = (count: number) =>
  Array.from({ length: count }, (_, index) => turn(`t${index}`, { turn_open_at_ms: undefined }));

describe("createMvpSloAccumulator", () => {
  it("decides on the anchor when it reports, not when turns arrive", () => {
    const accumulator = createMvpSloAccumulator().add(turn("t1"));
    expect(accumulator.report()).toMatchObject({ end_to_end_anchor: "terminal", passed: true });
    accumulator.add(turn("t2", { audio_ingress_at_ms: 0, playback_started_at_ms: 900 }));
    expect(accumulator.report()).toMatchObject({
      end_to_end_anchor: "playback",
      end_to_end_p95_ms: 900,
      violations: [{ code: "missing_end_to_end_markers", turn_id: "t1" }],
    });
  });

  it("lists violations by gate, code and turn id, those of no gate last", () => {
    const accumulator = createMvpSloAccumulator({ requireEndToEnd: false });
    for (const id of ["t2", "t1"]) accumulator.add(turn(id, { accepted: false, turn_open_at_ms: 500 }));
    const listed = accumulator
      .report()
      .violations.map(({ gate_id, code, turn_id }) => [gate_id, code, turn_id]);
    expect(listed).toEqual([
      ["G2", "negative_first_output_latency", "t1"],
      ["G2", "negative_first_output_latency", "t2"],
      ["G5", "completeness_below_required", undefined],
      ["G6", "terminal_correctness_below_required", undefined],
      [undefined, "no_accepted_turns", undefined],
    ]);
  });

  it("keeps a bounded number of violations of each code and counts the others", () => {
    const accumulator = createMvpSloAccumulator({ maxViolationsPerCode: 3 });
    for (const sample of unopened(100)) accumulator.add(sample);
    const report = accumulator.report();
    expect(report.violations.filter(({ gate_id }) => gate_id === "G1")).toMatchObject([
      { turn_id: "t0" },
      { turn_id: "t1" },
      { turn_id: "t10" },
    ]);
    expect(report.omitted_violations).toBe(3 * 97);
    expect(report.gates[0]).toMatchObject({ gate_id: "G1", violations: 100, covered_turns: 100 });
  });

  it("takes memory by the range of latencies and not by the number of turns", () => {
    const accumulator = createMvpSloAccumulator({ anchor: "terminal" });
    for (let index = 0; index < 20_000; index += 1) {
      accumulator.add(turn(`t${index}`, { turn_open_at_ms: 80 + (index % 10) }));
    }
    expect(JSON.stringify(accumulator).length).toBeLessThan(5_000);
  });

  it("changes nothing when it refuses a turn", () => {
    const accumulator = createMvpSloAccumulator().add(turn("t1"));
    const before = JSON.stringify(accumulator);
    const broken = turn("t2", { turn_terminal_at_ms: 0.5 });
    expect(() => accumulator.add(broken)).toThrow(
      new RangeError(
        "Cannot evaluate turn.turn_terminal_at_ms: expected an integer from 0 to 9007199254740991 but received 0.5",
      ),
    );
    expect(JSON.stringify(accumulator)).toBe(before);
  });

  it("merges without changing the other, itself included", () => {
    const [left, right] = [
      createMvpSloAccumulator().add(turn("t1")),
      createMvpSloAccumulator().add(turn("t2")),
    ];
    const before = JSON.stringify(right);
    left.merge(right).merge(left);
    expect(left.report().samples).toBe(4);
    left.add(turn("t3", { baseline_complete: false }));
    expect(JSON.stringify(right)).toBe(before);
  });

  it("refuses to merge what was judged by other limits", () => {
    const strict = createMvpSloAccumulator({ thresholds: { first_output_p95_ms: 900 } });
    expect(() => createMvpSloAccumulator().merge(strict)).toThrow(
      /^Cannot merge accumulators: expected options/,
    );
  });

  it("continues from a state with the options that it was made with", () => {
    const strict = createMvpSloAccumulator({ thresholds: { first_output_p95_ms: 100 } }).add(turn("t1"));
    const resumed = createMvpSloAccumulator().add(turn("forgotten")).fromJSON(strict.toJSON());
    expect(resumed.report()).toEqual(strict.report());
    expect(resumed.report().violations).toMatchObject([{ code: "first_output_p95_exceeded", limit: 100 }]);
  });
});

describe("a state that no accumulator wrote", () => {
  const state = () =>
    JSON.parse(JSON.stringify(createMvpSloAccumulator().add(turn("t1")))) as Record<string, unknown>;

  it.each([
    ["a foreign version", { schema_version: "v9" }, "state.schema_version"],
    ["an unknown field", { extra: 1 }, "state.extra"],
    ["a missing field", { findings: undefined }, "state.findings"],
    ["a fractional count", { samples: 1.5 }, "state.samples"],
    ["more accepted turns than turns", { samples: 0 }, "state.accepted"],
    ["fewer covered turns than accepted ones", { samples: 3, accepted: 2 }, "state.series.open"],
  ])("is refused by the name of the field: %s", (_name, changes, path) => {
    const broken = { ...state(), ...changes };
    expect(() => createMvpSloAccumulator().fromJSON(broken)).toThrow(`Cannot evaluate ${path}`);
  });

  it("is refused for a latency that has no count", () => {
    const broken = state();
    const series = broken["series"] as Record<string, { latencies: number[][] }>;
    series["open"]!.latencies = [[80]];
    expect(() => createMvpSloAccumulator().fromJSON(broken)).toThrow(
      "Cannot evaluate state.series.open.latencies[0].length: expected 2 but received 1",
    );
  });
});
