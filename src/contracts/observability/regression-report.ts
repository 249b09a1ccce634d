/**
 * The report of a comparison of two runs on disk: for each percentile how much it moved, how sure that is, and
 * whether it matters.
 */
import type { z } from "zod";

import { CONTRACT_REQUIREMENTS } from "../core/contract-rules.ts";
import { defineContract, wireObject } from "../core/define-contract.ts";
import {
  booleanField,
  enumField,
  integerField,
  listField,
  literalField,
  mapField,
  nestedField,
  numberField,
  patternField,
  textField,
  timeField,
} from "../core/fields.ts";
import { defineRules } from "../core/rule.ts";

const rule = "CON-02";
const SERIES = ["open", "first_output", "cancel_fence", "playback", "terminal"] as const;

/** A difference of durations: negative where the candidate is faster. */
const difference = (about: string) => numberField({ rule, about, unit: "ms", clock: "monotonic" });
const duration = (about: string) => integerField({ rule, about, unit: "ms", clock: "monotonic" });
const turns = (about: string) => integerField({ rule, about, unit: "turns" });
const series = enumField(SERIES, { rule, about: "Latency that is compared" });

const SegmentSchema = wireObject({
  by: textField({ rule, about: "Tag by which the runs were cut, or several joined by +" }),
  tags: mapField(textField({ rule, about: "Value of the tag" }), {
    rule,
    about: "Tags of the turns of the segment; one that they lack is not there",
  }),
});
const segment = nestedField(SegmentSchema, {
  rule,
  about: "Segment that is compared; absent for the whole runs",
}).optional();

const ComparisonSchema = wireObject({
  series,
  figure: enumField(["p50", "p95", "shift"], {
    rule,
    about: "Percentile that is compared; shift is the median of the differences within pairs",
  }),
  segment,
  baseline_n: turns("Turns of the baseline that were measured; pairs where the runs are paired"),
  candidate_n: turns("Turns of the candidate that were measured; pairs where the runs are paired"),
  needed: turns("Fewest turns on each side with which both bounds exist"),
  baseline_ms: duration("The figure of the baseline").optional(),
  candidate_ms: duration("The figure of the candidate").optional(),
  delta_ms: difference("How much larger the figure of the candidate is").optional(),
  delta_percent: numberField({ rule, about: "The same in percent of the baseline", unit: "%" }).optional(),
  lower_ms: difference("The true difference is at least this, by itself").optional(),
  upper_ms: difference("The true difference is at most this, by itself").optional(),
  family_lower_ms: difference("At least this, all comparisons of the report at once").optional(),
  family_upper_ms: difference("At most this, all comparisons of the report at once").optional(),
  margin_ms: numberField(
    { rule, about: "Largest difference that does not matter", unit: "ms" },
    0,
  ).optional(),
  verdict: enumField(["better", "worse", "same", "inconclusive"], { rule, about: "How it came out" }),
  message: textField({ rule, about: "What that means, in words" }),
});

const WorstTurnSchema = wireObject({
  turn_id: textField({ rule, about: "Turn of the candidate" }),
  candidate_ms: duration("Its latency"),
  baseline_ms: duration("Latency of its partner in the baseline").optional(),
  delta_ms: difference("How much longer it took than its partner").optional(),
});

const WorstTurnsSchema = wireObject({
  series,
  segment,
  turns: listField(WorstTurnSchema, { rule, about: "The turns, worst first" }),
});

const MarginSchema = wireObject({
  relative: numberField({ rule, about: "Share of the figure of the baseline" }, 0),
  absolute_ms: numberField({ rule, about: "Least margin", unit: "ms" }, 0),
});

const SourceSchema = wireObject({
  side: enumField(["baseline", "candidate"], { rule, about: "What was read from it" }),
  name: textField({ rule, about: "Name of the file or stream" }),
  sha256: patternField(/^[0-9a-f]{64}$/, { rule, about: "SHA-256 of its bytes" }).optional(),
  turns: turns("Turns that were read from it"),
});

/** Schema of a regression report, closed. */
export const RegressionReportSchema = wireObject(
  {
    schema_version: literalField("rspp.tooling.regression-report.v1", {
      rule,
      about: "What the file is, and its version",
    }),
    generated_at_utc: timeField({ rule, about: "When the report was written" }).optional(),
    sources: listField(SourceSchema, { rule, about: "What the runs were read from" }),
    verdict: enumField(["pass", "fail", "inconclusive"], {
      rule,
      about:
        "fail: something is worse; inconclusive: something cannot be told; pass: all is the same or better",
    }),
    passed: booleanField({ rule: "RGR-01", about: "Whether the verdict is pass" }),
    method: enumField(["paired", "unpaired"], { rule, about: "Whether turns were compared in pairs" }),
    confidence: numberField({ rule, about: "Confidence of each bound, above 0.5 and below 1" }, 0),
    correction: literalField("bonferroni", { rule, about: "How many comparisons at once are made up for" }),
    family_size: integerField({ rule, about: "Comparisons that are made up for", unit: "items" }),
    margin: nestedField(MarginSchema, {
      rule,
      about: "Differences that do not matter; the larger one holds",
    }),
    baseline_turns: turns("Turns of the baseline"),
    candidate_turns: turns("Turns of the candidate"),
    pairs: turns("Pairs of turns, where the runs are paired").optional(),
    comparisons: listField(ComparisonSchema, { rule, about: "The comparisons: runs first, then segments" }),
    worst: listField(WorstTurnsSchema, { rule, about: "Turns of the candidate to look at first" }),
  },
  {
    checks: [
      {
        rule: "RGR-01",
        must: {
          any: [
            {
              all: [
                { at: "verdict", in: ["pass"] },
                { at: "passed", in: [true] },
              ],
            },
            {
              all: [
                { at: "verdict", in: ["fail", "inconclusive"] },
                { at: "passed", in: [false] },
              ],
            },
          ],
        },
        at: "passed",
        expected: "true exactly if the verdict is pass",
      },
    ],
  },
);

/** A comparison of two runs, as it is kept on disk. */
export type RegressionReport = z.infer<typeof RegressionReportSchema>;

/** The contract of regression reports. */
export const regressionReportContract = defineContract({
  address: "observability/regression-report",
  kind: "regression_report",
  since: "0.1.0",
  title: "Regression report",
  about: "A comparison of the latencies of two runs: how much each figure moved and how sure that is.",
  schema: RegressionReportSchema,
  requirements: [
    ...CONTRACT_REQUIREMENTS,
    ...defineRules("docs/statistics.md", { "RGR-01": ["MUST", "passed is true exactly if verdict is pass"] }),
  ],
  example: {
    schema_version: "rspp.tooling.regression-report.v1",
    generated_at_utc: "2026-02-09T22:19:06Z",
    sources: [
      { side: "baseline", name: "main.ndjson", turns: 1000 },
      { side: "candidate", name: "branch.ndjson", turns: 1000 },
    ],
    verdict: "fail",
    passed: false,
    method: "unpaired",
    confidence: 0.95,
    correction: "bonferroni",
    family_size: 1,
    margin: { relative: 0.1, absolute_ms: 10 },
    baseline_turns: 1000,
    candidate_turns: 1000,
    comparisons: [
      {
        series: "first_output",
        figure: "p95",
        baseline_n: 1000,
        candidate_n: 1000,
        needed: 59,
        baseline_ms: 800,
        candidate_ms: 960,
        delta_ms: 160,
        delta_percent: 20,
        lower_ms: 118,
        upper_ms: 205,
        family_lower_ms: 118,
        family_upper_ms: 205,
        margin_ms: 80,
        verdict: "worse",
        message: "first_output p95 is 160 ms (20%) slower; the margin is 80 ms",
      },
    ],
    worst: [{ series: "first_output", turns: [{ turn_id: "turn-7", candidate_ms: 1490 }] }],
  },
});
