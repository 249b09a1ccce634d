/** Laws of the gates over generated runs, and of the accumulator over generated cuts of them. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { TurnMetrics } from "../../contracts/observability/turn-metrics.ts";
import { canonicalJson } from "../../internal/canonical-json.ts";
import { evaluateMvpSloGates } from "./evaluate-mvp-slo-gates.ts";
import { createMvpSloAccumulator } from "./mvp-slo-accumulator.ts";
import type { MvpSloGateReport, MvpSloViolation } from "./slo-report.ts";

const marker = fc.option(fc.nat(2500), { nil: undefined, freq: 12 });
const rarely = fc.integer({ min: 0, max: 9 }).map((roll) => roll === 0);
const often = rarely.map((happened) => !happened);

/** Few turn ids and small times, so that ties, repeats and wrong orders are common. */
const turn: fc.Arbitrary<TurnMetrics> = fc.record(
  {
    turn_id: fc.integer({ min: 0, max: 20 }).map((id) => `t${id}`),
    accepted: often,
    happy_path: often,
    turn_open_proposed_at_ms: marker,
    turn_open_at_ms: marker,
    turn_terminal_at_ms: marker,
    first_output_at_ms: marker,
    cancel_accepted_at_ms: marker,
    cancel_fence_applied_at_ms: marker,
    audio_ingress_at_ms: marker,
    playback_started_at_ms: marker,
    baseline_complete: often,
    accepted_stale_epoch_output: rarely,
    terminal_events: fc.constantFrom(["commit", "close"], ["abort", "close"], ["commit"]),
  },
  {
    requiredKeys: [
      "turn_id",
      "accepted",
      "happy_path",
      "baseline_complete",
      "accepted_stale_epoch_output",
      "terminal_events",
    ],
  },
);

/** Some runs have no end-to-end markers at all. */
const run = fc
  .tuple(fc.array(turn, { maxLength: 30 }), fc.constantFrom("all", "no playback", "none"))
  .map(([turns, markers]): TurnMetrics[] =>
    turns.map((sample) => ({
      ...sample,
      ...(markers !== "all" && { playback_started_at_ms: undefined }),
      ...(markers === "none" && { turn_terminal_at_ms: undefined }),
    })),
  );
const options = fc.record({
  anchor: fc.constantFrom("auto", "playback", "terminal"),
  requireEndToEnd: fc.boolean(),
});

const sortKey = ({ gate_id, code, turn_id, message }: MvpSloViolation) =>
  JSON.stringify([gate_id ?? "~", code, turn_id ?? "", message]);
const sorted = (report: MvpSloGateReport) => ({
  ...report,
  violations: report.violations.toSorted((left, right) => (sortKey(left) < sortKey(right) ? -1 : 1)),
});
const accumulate = (turns: readonly TurnMetrics[]) => {
  const accumulator = createMvpSloAccumulator();
  for (const sample of turns) accumulator.add(sample);
  return accumulator;
};

describe("the gates", () => {
  it("give byte-equal reports for equal runs and leave the samples alone", () => {
    fc.assert(
      fc.property(run, options, (samples, chosen) => {
        const before = structuredClone(samples);
        const first = canonicalJson(evaluateMvpSloGates(samples, chosen));
        expect(canonicalJson(evaluateMvpSloGates(structuredClone(samples), chosen))).toBe(first);
        expect(samples).toEqual(before);
      }),
      { seed: 38 },
    );
  });

  it("depend on the order of turns only in the order of violations", () => {
    const shuffled = run.chain((samples) =>
      fc.tuple(
        fc.constant(samples),
        fc.shuffledSubarray(samples, { minLength: samples.length, maxLength: samples.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, options, ([samples, others], chosen) => {
        expect(sorted(evaluateMvpSloGates(others, chosen))).toEqual(
          sorted(evaluateMvpSloGates(samples, chosen)),
        );
      }),
      { seed: 29 },
    );
  });

  it("count every violation at its gate and pass only without one", () => {
    fc.assert(
      fc.property(run, options, (samples, chosen) => {
        const { gates, violations, passed } = evaluateMvpSloGates(samples, chosen);
        for (const { gate_id, violations: count, status } of gates) {
          expect(count).toBe(violations.filter((violation) => violation.gate_id === gate_id).length);
          expect(status === "pass" || status === "not_observed" ? count : 0).toBe(0);
        }
        expect(passed).toBe(violations.length === 0);
      }),
      { seed: 27 },
    );
  });

  it("never gain a violation of a turn by a further turn that passes, once the anchor is forced", () => {
    const passing: TurnMetrics = {
      turn_id: "good",
      accepted: true,
      happy_path: true,
      turn_open_proposed_at_ms: 0,
      turn_open_at_ms: 0,
      first_output_at_ms: 0,
      turn_terminal_at_ms: 0,
      baseline_complete: true,
      accepted_stale_epoch_output: false,
      terminal_events: ["commit", "close"],
    };
    fc.assert(
      fc.property(run, (samples) => {
        const before = evaluateMvpSloGates(samples, { anchor: "terminal" });
        const after = evaluateMvpSloGates([...samples, passing], { anchor: "terminal" });
        const keys = new Set(before.violations.map(({ code, turn_id }) => `${code} ${turn_id}`));
        for (const { code, turn_id } of after.violations) expect(keys).toContain(`${code} ${turn_id}`);
        expect(after.baseline_completeness_ratio).toBeGreaterThanOrEqual(before.baseline_completeness_ratio);
      }),
      { seed: 25 },
    );
  });
});

describe("the accumulator", () => {
  it("reports what the evaluation of the same turns reports", () => {
    fc.assert(
      fc.property(run, options, (samples, chosen) => {
        const accumulator = createMvpSloAccumulator(chosen);
        for (const sample of samples) accumulator.add(sample);
        expect(sorted(accumulator.report())).toEqual(sorted(evaluateMvpSloGates(samples, chosen)));
      }),
      { seed: 26 },
    );
  });

  it("gives the same bytes however a run is cut up, shuffled, sent as JSON and merged", () => {
    const cut = run.chain((samples) => {
      const whole = { minLength: samples.length, maxLength: samples.length };
      return fc.tuple(fc.constant(samples), fc.shuffledSubarray(samples, whole), fc.array(fc.nat(3), whole));
    });
    fc.assert(
      fc.property(cut, ([samples, others, places]) => {
        const parts = [0, 1, 2, 3].map((part) =>
          accumulate(others.filter((_, index) => places[index] === part)),
        );
        const [a, b, c, d] = parts.map((part) =>
          createMvpSloAccumulator().fromJSON(JSON.parse(JSON.stringify(part))),
        );
        const merged = d!.merge(b!.merge(a!)).merge(c!);
        const whole = accumulate(samples);
        expect(JSON.stringify(merged.report())).toBe(JSON.stringify(whole.report()));
        expect(JSON.stringify(merged)).toBe(JSON.stringify(whole));
      }),
      { seed: 99 },
    );
  });
});
