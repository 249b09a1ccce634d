import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { SloGatesReport } from "../../../contracts/observability/slo-gates-report.ts";
import type { TurnMetrics } from "../../../contracts/observability/turn-metrics.ts";
import { canonicalJson } from "../../../internal/canonical-json.ts";
import { isSloGatesReport } from "../../../validators/generated/slo-gates-report.ts";
import { probabilityAtLeast } from "../../statistics/binomial.ts";
import { evaluateMvpSloGates } from "../evaluate-mvp-slo-gates.ts";
import { createMvpSloAccumulator } from "../mvp-slo-accumulator.ts";
import { mvpSloVerdict } from "../report/gate-verdict.ts";
import { evaluateMvpSloStrength } from "./evaluate-mvp-slo-strength.ts";
import { samplesToDecide } from "./samples-to-decide.ts";

type Mutable<T> = T extends readonly (infer I)[]
  ? Mutable<I>[]
  : T extends object
    ? { -readonly [K in keyof T]: Mutable<T[K]> }
    : T;

/** A turn with this first output latency, every other latency far below its limit. */
const turnOf = (first_output: number, index: number): TurnMetrics => ({
  turn_id: `turn-${index}`,
  accepted: true,
  happy_path: true,
  turn_open_proposed_at_ms: 0,
  turn_open_at_ms: 10,
  first_output_at_ms: 10 + first_output,
  audio_ingress_at_ms: 0,
  playback_started_at_ms: 100,
  baseline_complete: true,
  accepted_stale_epoch_output: false,
  terminal_events: ["commit", "close"],
});
const turnsOf = (latencies: readonly number[]) => latencies.map(turnOf);
const repeated = (count: number, latency: number) => Array.from({ length: count }, () => latency);
const strict = (turns: readonly TurnMetrics[]) => evaluateMvpSloStrength(turns, { mode: "strict" });
const g2 = ({ figures }: ReturnType<typeof strict>) => figures.find(({ gate_id }) => gate_id === "G2")!;

describe("strict mode", () => {
  it("passes p95 with 59 turns and not with 58", () => {
    expect(strict(turnsOf(repeated(59, 500))).verdict).toBe("pass");
    const thin = strict(turnsOf(repeated(58, 500)));
    expect(thin.verdict).toBe("inconclusive");
    expect(g2(thin)).toMatchObject({ n: 58, needed: 59, verdict: "inconclusive", samples_to_decide: 59 });
    expect(g2(thin)).not.toHaveProperty("upper_ms");
    expect(g2(thin).message).toBe(
      "G2 p95 is 500 ms over 58 turns (from 500 ms without an upper bound); too few turns to bound it: at least 59 are needed; about 59 turns spread like these would decide it",
    );
  });

  it("is inconclusive with the limit between the bounds, whichever side the percentile is on", () => {
    const below = strict(turnsOf([...repeated(97, 500), ...repeated(3, 1600)]));
    expect(below.report.passed).toBe(true);
    expect(below.verdict).toBe("inconclusive");
    expect(g2(below)).toMatchObject({ observed_ms: 500, lower_ms: 500, upper_ms: 1600 });
    const above = strict(turnsOf([...repeated(93, 500), ...repeated(7, 1600)]));
    expect(above.report.passed).toBe(false);
    expect(above.verdict).toBe("inconclusive");
    // So many turns spread the same decide it.
    for (const { share, run } of [
      { share: 0.97, run: below },
      { share: 0.93, run: above },
    ]) {
      const total = g2(run).samples_to_decide!;
      expect(total).toBeGreaterThan(100);
      const within = share === 0.97 ? Math.floor(share * total) : Math.ceil(share * total);
      const more = strict(turnsOf([...repeated(within, 500), ...repeated(total - within, 1600)]));
      expect(more.verdict).toBe(share === 0.97 ? "pass" : "fail");
    }
  });

  it("fails when even the lower bound is above the limit", () => {
    const slow = strict(turnsOf(repeated(200, 1501)));
    expect(g2(slow)).toMatchObject({ verdict: "fail", lower_ms: 1501 });
    expect(slow.verdict).toBe("fail");
    expect(strict(turnsOf(repeated(200, 1500))).verdict).toBe("pass");
  });

  it("lets violations of turns and of gates that count fail the run however few turns there are", () => {
    const [turn] = turnsOf([500]) as [TurnMetrics];
    expect(strict([{ ...turn, accepted_stale_epoch_output: true }]).verdict).toBe("fail");
    expect(strict([{ ...turn, baseline_complete: false }]).verdict).toBe("fail");
    expect(strict([{ ...turn, terminal_events: [] }]).verdict).toBe("fail");
    expect(strict([{ ...turn, turn_open_proposed_at_ms: undefined }]).verdict).toBe("fail");
    expect(strict([{ ...turn, first_output_at_ms: 3 }]).verdict).toBe("fail");
  });

  it("has nothing to say of a gate without turns, and says inconclusive of a run without any", () => {
    const { figures, verdict } = strict(turnsOf(repeated(59, 500)));
    expect(figures.map(({ gate_id, name, verdict: told }) => [gate_id, name, told])).toEqual([
      ["G1", "p95", "pass"],
      ["G2", "p95", "pass"],
      ["G3", "p95", "not_observed"],
      ["G7", "p50", "pass"],
      ["G7", "p95", "pass"],
    ]);
    expect(verdict).toBe("pass");
    expect(strict([]).verdict).toBe("inconclusive");
    const silent = turnsOf(repeated(59, 500)).map((turn) => ({ ...turn, playback_started_at_ms: undefined }));
    expect(strict(silent).verdict).toBe("inconclusive");
    expect(evaluateMvpSloStrength(silent, { mode: "strict", requireEndToEnd: false }).verdict).toBe("pass");
  });

  it("never passes what the plain rule fails, and never fails what it passes", () => {
    const latencies = fc.array(fc.integer({ min: 1300, max: 1600 }), { minLength: 1, maxLength: 150 });
    fc.assert(
      fc.property(latencies, fc.constantFrom(0.6, 0.9, 0.95, 0.99), (values, confidence) => {
        const turns = turnsOf(values);
        const { verdict, report } = evaluateMvpSloStrength(turns, { mode: "strict", confidence });
        if (verdict === "pass") expect(report.passed).toBe(true);
        if (verdict === "fail") expect(report.passed).toBe(false);
        // More confidence never turns a pass into a fail or back, it only withholds.
        const surer = evaluateMvpSloStrength(turns, { mode: "strict", confidence: 0.999 });
        expect(["inconclusive", verdict]).toContain(surer.verdict);
      }),
      { seed: 51, numRuns: 60 },
    );
  });
});

describe("compat mode", () => {
  it("keeps the plain verdict and still tells n and bounds", () => {
    const thin = evaluateMvpSloStrength(turnsOf([500]));
    expect(thin).toMatchObject({ mode: "compat", confidence: 0.95, verdict: "pass" });
    expect(g2(thin)).toMatchObject({ n: 1, needed: 59, verdict: "pass", samples_to_decide: 59 });
    const latencies = fc.array(fc.integer({ min: 1400, max: 1550 }), { maxLength: 80 });
    fc.assert(
      fc.property(latencies, (values) => {
        const turns = turnsOf(values);
        const { verdict, report } = evaluateMvpSloStrength(turns);
        expect(report).toEqual(evaluateMvpSloGates(turns));
        expect(verdict).toBe(mvpSloVerdict(report));
      }),
      { seed: 52, numRuns: 40 },
    );
  });
});

describe("evaluateMvpSloStrength", () => {
  it("says the same of the state of accumulators, however the run is cut", () => {
    const latencies = fc.array(fc.integer({ min: 1, max: 1700 }), { maxLength: 150 });
    fc.assert(
      fc.property(latencies, fc.array(fc.nat(3), { minLength: 150, maxLength: 150 }), (values, places) => {
        const turns = turnsOf(values);
        const parts = [0, 1, 2, 3].map(() => createMvpSloAccumulator());
        for (const [index, turn] of turns.entries()) parts[places[index]!]!.add(turn);
        const merged = parts.reduce((all, part) => all.merge(part), createMvpSloAccumulator());
        const whole = turns.reduce((all, turn) => all.add(turn), createMvpSloAccumulator());
        const told = evaluateMvpSloStrength(merged.toJSON(), { mode: "strict" });
        expect(canonicalJson(told)).toBe(
          canonicalJson(evaluateMvpSloStrength(whole.toJSON(), { mode: "strict" })),
        );
        expect(told.figures).toEqual(strict(turns).figures);
        expect(told.verdict).toBe(strict(turns).verdict);
      }),
      { seed: 53, numRuns: 30 },
    );
  });

  it("fits the contract of the report that it is kept in", () => {
    const slow = turnsOf([...repeated(70, 500), ...repeated(9, 1700)]).map((turn, index) =>
      index === 3 ? { ...turn, turn_open_proposed_at_ms: 90, accepted_stale_epoch_output: true } : turn,
    );
    for (const turns of [[], turnsOf([500]), slow]) {
      const { mode, confidence, verdict, report, figures } = strict(turns);
      // Also by type: the schema says what the report's type says.
      const typed: NonNullable<SloGatesReport["segments"]>[number]["report"] = report as Mutable<
        typeof report
      >;
      const onDisk = {
        schema_version: "rspp.tooling.slo-gates-report.v1",
        generated_at_utc: "2026-02-09T22:19:06Z",
        ...report,
        passed: verdict === "pass",
        mode,
        confidence,
        sources: [{ name: "turns.ndjson", turns: turns.length }],
        verdict,
        segments: [{ tags: {}, verdict, report: typed, strength: figures }],
        strength: figures,
      };
      expect(isSloGatesReport(JSON.parse(JSON.stringify(onDisk)))).toBe(true);
      expect(isSloGatesReport(JSON.parse(JSON.stringify({ ...onDisk, passed: true, verdict: "fail" })))).toBe(
        false,
      );
    }
  });

  it("refuses what it cannot use", () => {
    const evaluate = evaluateMvpSloStrength as (input: unknown, options?: unknown) => unknown;
    expect(() => evaluate([], { mode: "lax" })).toThrow(
      'Cannot evaluate options.mode: expected one of compat, strict but received "lax"',
    );
    for (const confidence of [0.5, 1, Number.NaN, "0.95"]) {
      expect(() => evaluate([], { confidence })).toThrow("Cannot evaluate options.confidence");
    }
    const state = createMvpSloAccumulator().toJSON();
    expect(() => evaluate(state, { anchor: "playback" })).toThrow("Cannot evaluate options.anchor");
    expect(() => evaluate({ ...state, samples: -1 })).toThrow("Cannot evaluate state.samples");
    expect(() => evaluate([{}])).toThrow("Cannot evaluate samples[0].turn_id");
    expect(() => evaluate([], { anchors: "playback" })).toThrow("Cannot evaluate options");
  });
});

describe("samplesToDecide", () => {
  it("tells a number that decides, and none where the limit is the percentile itself", () => {
    expect(samplesToDecide({ n: 20, withinLimit: 19, p: 0.95, risk: 0.05 })).toBeUndefined();
    expect(samplesToDecide({ n: 10, withinLimit: 10, p: 0.95, risk: 0.05 })).toBe(59);
    const seen = fc.record({
      n: fc.integer({ min: 1, max: 500 }),
      share: fc.integer({ min: 955, max: 1000 }),
    });
    fc.assert(
      fc.property(seen, ({ n, share }) => {
        const withinLimit = Math.floor((share * n) / 1000);
        const total = samplesToDecide({ n, withinLimit, p: 0.95, risk: 0.05 });
        if (total === undefined || withinLimit / n < 0.95) return;
        expect(total).toBeGreaterThanOrEqual(n);
        const hits = Math.floor((withinLimit * total) / n);
        expect(probabilityAtLeast(hits, { n: total, p: 0.95 })).toBeLessThanOrEqual(0.05);
      }),
      { seed: 54 },
    );
  });
});
