/**
 * The report of the SLO gates on disk: the verdict over a run, how much the evidence says about each percentile,
 * and what it was read from.
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
import { RegressionReportSchema } from "./regression-report.ts";
import {
  FigureStrengthSchema,
  MvpSloGateReportSchema,
  mvpSloReportFields,
} from "./slo-gate-report-fields.ts";

const rule = "CON-02";
const VERDICTS = ["pass", "fail", "inconclusive"] as const;

const SourceSchema = wireObject({
  name: textField({ rule, about: "Name of the file or stream" }),
  sha256: patternField(/^[0-9a-f]{64}$/, { rule, about: "SHA-256 of its bytes" }).optional(),
  turns: integerField({ rule, about: "Turns that were read from it", unit: "turns" }),
});

const MalformedLineSchema = wireObject({
  source: textField({ rule, about: "Source of the line" }),
  line: integerField({ rule, about: "Number of the line, from 1", unit: "lines" }, 1),
  message: textField({ rule, about: "What is wrong with it" }),
});

const MalformedLinesSchema = wireObject({
  count: integerField({ rule, about: "Lines that could not be read", unit: "lines" }),
  allowed: integerField({ rule, about: "Most that were allowed", unit: "lines" }),
  first: listField(MalformedLineSchema, { rule, about: "The first of them" }),
});

/** What is said of a run beside its gates, and in the same way of a segment of it. */
const judgement = {
  verdict: enumField(VERDICTS, { rule, about: "How it came out" }),
  strength: listField(FigureStrengthSchema, { rule, about: "How much is known about each percentile" }),
  levels: mapField(enumField(["error", "warn", "off"], { rule, about: "What the gate does when broken" }), {
    rule,
    about: "Gates that are not at level error, by gate id",
  }).optional(),
};

const SegmentSchema = wireObject({
  by: textField({ rule, about: "Tag by which the run was cut, or several joined by +" }).optional(),
  tags: mapField(textField({ rule, about: "Value of the tag" }), {
    rule,
    about: "Tags of the turns of the segment; one that they lack is not there",
  }),
  report: nestedField(MvpSloGateReportSchema, { rule, about: "The gates by the plain rule" }),
  ...judgement,
});

/** Schema of the report of the SLO gates, closed. */
export const SloGatesReportSchema = wireObject(
  {
    schema_version: literalField("rspp.tooling.slo-gates-report.v1", {
      rule,
      about: "What the file is, and its version",
    }),
    generated_at_utc: timeField({
      rule,
      about: "When the report was written; a release takes no report without it",
    }).optional(),
    ...mvpSloReportFields,
    passed: booleanField({ rule: "SGR-01", about: "Whether the verdict is pass" }),
    mode: enumField(["compat", "strict"], {
      rule,
      about: "compat: the plain rule decides; strict: evidence that is too thin to decide is inconclusive",
    }),
    confidence: numberField({ rule, about: "Confidence of each bound, above 0.5 and below 1" }, 0),
    profile_id: textField({ rule, about: "Gate profile that the run was judged by" }).optional(),
    sources: listField(SourceSchema, { rule, about: "What the turns were read from" }),
    malformed_lines: nestedField(MalformedLinesSchema, {
      rule,
      about: "Lines of the sources that could not be read",
    }).optional(),
    ...judgement,
    segments: listField(SegmentSchema, { rule, about: "The segments of the run" }).optional(),
    regression: nestedField(RegressionReportSchema, {
      rule,
      about: "The run against a baseline, where there is one; its verdict is part of this one's",
    }).optional(),
  },
  {
    checks: [
      {
        rule: "SGR-01",
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

/** The verdict of the SLO gates over a run, as it is kept on disk. */
export type SloGatesReport = z.infer<typeof SloGatesReportSchema>;

const gate = { values: [], covered_turns: 0, violations: 0, worst: [], status: "not_observed" } as const;

/** The contract of reports of the SLO gates. */
export const sloGatesReportContract = defineContract({
  address: "observability/slo-gates-report",
  kind: "slo_gates_report",
  since: "0.1.0",
  title: "SLO gates report",
  about: "The verdict of the SLO gates over a run, how much its evidence says, and what it was read from.",
  schema: SloGatesReportSchema,
  requirements: [
    ...CONTRACT_REQUIREMENTS,
    ...defineRules("gates-v1 section 3", { "SGR-01": ["MUST", "passed is true exactly if verdict is pass"] }),
  ],
  example: {
    schema_version: "rspp.tooling.slo-gates-report.v1",
    generated_at_utc: "2026-02-09T22:19:06Z",
    passed: false,
    mode: "strict",
    confidence: 0.95,
    sources: [{ name: "turns.ndjson", turns: 1 }],
    verdict: "inconclusive",
    samples: 1,
    accepted_turns: 1,
    happy_path_turns: 0,
    cancel_observed_turns: 0,
    turn_open_decision_p95_ms: 80,
    baseline_completeness_ratio: 1,
    stale_epoch_accepted_outputs: 0,
    terminal_correctness_ratio: 1,
    violations: [],
    gates: [
      {
        ...gate,
        gate_id: "G1",
        title: "turn-open decision latency",
        status: "pass",
        covered_turns: 1,
        values: [{ name: "p95", unit: "ms", bound: "max", limit: 120, observed: 80 }],
        worst: [{ turn_id: "turn-1", observed: 80 }],
      },
    ],
    strength: [
      {
        gate_id: "G1",
        figure: "turn_open_decision_p95_ms",
        name: "p95",
        n: 1,
        needed: 59,
        confidence: 0.95,
        limit_ms: 120,
        observed_ms: 80,
        verdict: "inconclusive",
        samples_to_decide: 59,
        message: "G1 p95 has 1 of the 59 turns that an upper bound needs",
      },
    ],
  },
});
