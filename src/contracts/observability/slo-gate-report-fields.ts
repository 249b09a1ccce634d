/** The fields of a verdict of the MVP SLO gates, for every contract that carries one. */
import { wireObject } from "../core/define-contract.ts";
import {
  booleanField,
  enumField,
  integerField,
  listField,
  numberField,
  ratioField,
  textField,
} from "../core/fields.ts";

const rule = "CON-02";
const GATE_IDS = ["G1", "G2", "G3", "G4", "G5", "G6", "G7"] as const;
const FIGURES = [
  "turn_open_decision_p95_ms",
  "first_output_p95_ms",
  "cancel_fence_p95_ms",
  "end_to_end_p50_ms",
  "end_to_end_p95_ms",
] as const;
const VIOLATION_CODES = [
  "missing_open_markers",
  "negative_open_latency",
  "missing_first_output_markers",
  "negative_first_output_latency",
  "missing_cancel_fence_marker",
  "negative_cancel_fence_latency",
  "missing_end_to_end_markers",
  "negative_end_to_end_latency",
  "open_p95_exceeded",
  "first_output_p95_exceeded",
  "cancel_fence_p95_exceeded",
  "stale_outputs_exceeded",
  "completeness_below_required",
  "terminal_correctness_below_required",
  "end_to_end_p50_exceeded",
  "end_to_end_p95_exceeded",
  "end_to_end_not_evaluated",
  "no_accepted_turns",
] as const;

/** A duration on the monotonic clock. */
const duration = (about: string) => integerField({ rule, about, unit: "ms", clock: "monotonic" });
const turns = (about: string) => integerField({ rule, about, unit: "turns" });
const gate = (about: string) => enumField(GATE_IDS, { rule, about });

const ViolationSchema = wireObject({
  gate_id: gate("Gate that is violated; absent for the run as a whole").optional(),
  code: enumField(VIOLATION_CODES, { rule, about: "Why the gate or the report failed" }),
  turn_id: textField({ rule, about: "Turn that violates it, where there is one" }).optional(),
  observed: numberField({ rule, about: "What was observed, in the unit of the gate" }).optional(),
  limit: numberField({ rule, about: "Limit that it breaks, in the unit of the gate" }).optional(),
  message: textField({ rule, about: "The violation in words" }),
});

const GateValueSchema = wireObject({
  name: textField({ rule, about: "p50, p95, count or ratio" }),
  unit: enumField(["ms", "turns", "ratio"], { rule, about: "Unit of the figure" }),
  observed: numberField(
    { rule, about: "The figure; absent when no covered turn had the markers" },
    0,
  ).optional(),
  bound: enumField(["max", "min"], { rule, about: "Whether the limit is the most or the least that passes" }),
  limit: numberField({ rule, about: "The limit; a figure that equals it passes" }, 0),
});

const WorstTurnSchema = wireObject({
  turn_id: textField({ rule, about: "The turn" }),
  observed: numberField({ rule, about: "Its value, in the unit of the gate" }, 0),
});

const GateResultSchema = wireObject({
  gate_id: gate("The gate"),
  title: textField({ rule, about: "What the gate is about" }),
  status: enumField(["pass", "fail", "not_observed", "not_evaluated"], { rule, about: "How it came out" }),
  values: listField(GateValueSchema, { rule, about: "Its figures with their limits" }),
  covered_turns: turns("Turns that the gate covers"),
  violations: integerField({
    rule,
    about: "Number of its violations, also beyond those listed",
    unit: "items",
  }),
  worst: listField(WorstTurnSchema, { rule, about: "Turns with the largest values, worst first" }),
});

/** Fields of the verdict of the MVP SLO gates over a run. */
export const mvpSloReportFields = {
  samples: turns("Turns of the run"),
  accepted_turns: turns("Turns that passed pre-turn gating"),
  happy_path_turns: turns("Turns that opened and produced a first output"),
  cancel_observed_turns: turns("Turns with an accepted cancel"),
  turn_open_decision_p95_ms: duration("p95 of the turn-open decision latency, G1").optional(),
  first_output_p95_ms: duration("p95 of the first assistant output latency, G2").optional(),
  cancel_fence_p95_ms: duration("p95 of the cancellation fence latency, G3").optional(),
  end_to_end_p50_ms: duration("Median of the end-to-end latency, G7").optional(),
  end_to_end_p95_ms: duration("p95 of the end-to-end latency, G7").optional(),
  baseline_completeness_ratio: ratioField({
    rule,
    about: "Share of accepted turns with complete evidence, G5",
  }),
  stale_epoch_accepted_outputs: turns("Accepted turns with an accepted stale-epoch output, G4"),
  terminal_correctness_ratio: ratioField({ rule, about: "Share of accepted turns that end correctly, G6" }),
  passed: booleanField({ rule, about: "Whether nothing is violated" }),
  end_to_end_anchor: enumField(["playback", "terminal"], {
    rule,
    about: "Where the end-to-end latency ends; absent when it was not evaluated",
  }).optional(),
  violations: listField(ViolationSchema, { rule, about: "Reasons for failing" }),
  omitted_violations: integerField({
    rule,
    about: "Violations that are counted and not listed",
    unit: "items",
  }).optional(),
  gates: listField(GateResultSchema, { rule, about: "The gates, G1 to G7" }),
};

/** Schema of the verdict of the MVP SLO gates over a run, closed. */
export const MvpSloGateReportSchema = wireObject(mvpSloReportFields);

/** Schema of how much the evidence says about one percentile, closed. */
export const FigureStrengthSchema = wireObject({
  gate_id: gate("Gate that the percentile belongs to"),
  figure: enumField(FIGURES, { rule, about: "Name of the percentile in the report and of its limit" }),
  name: enumField(["p50", "p95"], { rule, about: "Which percentile it is" }),
  n: turns("Turns that were measured"),
  needed: turns("Fewest turns with which the percentile has an upper bound at this confidence"),
  confidence: numberField({ rule, about: "Confidence of each bound by itself, above 0.5 and below 1" }, 0),
  limit_ms: duration("Limit of the percentile"),
  observed_ms: duration("Percentile of the measured turns").optional(),
  lower_ms: duration("The true percentile is at least this; absent when nothing can be said").optional(),
  upper_ms: duration("The true percentile is at most this; absent when there are too few turns").optional(),
  verdict: enumField(["pass", "fail", "inconclusive", "not_observed"], { rule, about: "How it came out" }),
  samples_to_decide: turns(
    "Turns that would decide it if their latencies were spread as these are",
  ).optional(),
  message: textField({ rule, about: "What that means, in words" }),
});
