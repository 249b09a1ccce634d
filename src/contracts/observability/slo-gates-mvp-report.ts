/** The MVP gates report: the seven SLO gates, the live end-to-end gate and the fixed decisions of one run. */
import type { z } from "zod";

import { CONTRACT_REQUIREMENTS } from "../core/contract-rules.ts";
import { defineContract, wireObject } from "../core/define-contract.ts";
import { booleanField, enumField, literalField, nestedField, timeField } from "../core/fields.ts";
import { defineRules } from "../core/rule.ts";
import {
  FixedDecisionsResultSchema,
  LiveEndToEndResultSchema,
  LiveLatencyComparisonSchema,
} from "./live-gate-fields.ts";
import { MvpSloGateReportSchema } from "./slo-gate-report-fields.ts";

const rule = "SGM-02";

/** Schema of an MVP gates report, closed. */
export const SloGatesMvpReportSchema = wireObject(
  {
    schema_version: literalField("rspp.tooling.slo-gates-mvp-report.v1", {
      rule: "SGM-01",
      about: "What the file is, and its version",
    }),
    generated_at_utc: timeField({ rule, about: "When the report was made" }),
    verdict: enumField(["pass", "fail", "inconclusive"], { rule, about: "What the run came to" }),
    passed: booleanField({ rule: "SGM-03", about: "Whether the verdict is pass" }),
    gates: nestedField(MvpSloGateReportSchema, { rule, about: "The seven SLO gates" }),
    live_end_to_end: nestedField(LiveEndToEndResultSchema, { rule, about: "The live end-to-end gate" }),
    fixed_decisions: nestedField(FixedDecisionsResultSchema, { rule, about: "The fixed decisions" }),
    latency_comparison: nestedField(LiveLatencyComparisonSchema, {
      rule,
      about: "Streaming compared with non-streaming, where there are reports of both",
    }).optional(),
  },
  {
    checks: [
      {
        rule: "SGM-03",
        when: { at: "verdict", in: ["pass"] },
        must: {
          all: [
            { at: "passed", in: [true] },
            { at: "live_end_to_end.passed", in: [true] },
            { at: "fixed_decisions.passed", in: [true] },
          ],
        },
        at: "passed",
        expected: "true, and all parts passed, where the verdict is pass",
      },
      {
        rule: "SGM-03",
        when: { at: "verdict", in: ["fail", "inconclusive"] },
        must: { at: "passed", in: [false] },
        at: "passed",
        expected: "false unless the verdict is pass",
      },
    ],
  },
);

/** The seven SLO gates, the live end-to-end gate and the fixed decisions of one run. */
export type SloGatesMvpReport = z.infer<typeof SloGatesMvpReportSchema>;

const reportRules = defineRules("gates.md section 1", {
  "SGM-01": ["MUST", 'schema_version is "rspp.tooling.slo-gates-mvp-report.v1"'],
  "SGM-02": ["MUST", "Every other field outside of gates is there where it is required and has its type"],
  "SGM-03": ["MUST", "passed is true exactly if the verdict is pass, which needs every part to have passed"],
  "SGM-04": ["MUST", "Latencies and counts are safe integers; only deltas may be negative"],
  "SGM-05": ["MUST", "A code is snake_case"],
  "SGM-06": ["MUST", "A waived gate names its waiver and keeps the violations that are waived"],
  "SGM-07": ["MUST", "A comparison says whether it is fair, and who wins"],
});

/** The contract of MVP gates reports. */
export const sloGatesMvpReportContract = defineContract({
  address: "observability/slo-gates-mvp-report",
  kind: "slo_gates_mvp_report",
  since: "0.1.0",
  title: "MVP gates report",
  about: "The seven SLO gates, the live end-to-end gate and the fixed decisions of one run.",
  schema: SloGatesMvpReportSchema,
  requirements: [...CONTRACT_REQUIREMENTS, ...reportRules],
  example: {
    schema_version: "rspp.tooling.slo-gates-mvp-report.v1",
    generated_at_utc: "2026-02-16T23:00:00Z",
    verdict: "fail",
    passed: false,
    gates: {
      samples: 1,
      accepted_turns: 1,
      happy_path_turns: 1,
      cancel_observed_turns: 0,
      turn_open_decision_p95_ms: 80,
      first_output_p95_ms: 340,
      end_to_end_p50_ms: 900,
      end_to_end_p95_ms: 900,
      baseline_completeness_ratio: 1,
      stale_epoch_accepted_outputs: 0,
      terminal_correctness_ratio: 1,
      passed: true,
      end_to_end_anchor: "playback",
      violations: [],
      gates: [],
    },
    live_end_to_end: {
      passed: true,
      waived: true,
      samples: 1,
      p50_ms: 1600,
      p95_ms: 1600,
      limits: { p50_ms: 1500, p95_ms: 2000 },
      violations: [
        {
          code: "live_end_to_end_p50_exceeded",
          path: "combinations",
          message: "Cannot pass the live end-to-end gate: expected p50 <= 1500 ms but received 1600 ms",
        },
      ],
      waiver: {
        max_attempts: 2,
        attempts: ["run 1: p50 1720 ms", "run 2: p50 1600 ms"],
        reason: "The provider has an incident",
      },
    },
    fixed_decisions: {
      passed: false,
      decisions: [
        {
          decision: "transport_smoke",
          passed: false,
          violations: [
            {
              code: "transport_smoke_missing",
              path: "smoke",
              message: "Cannot keep transport_smoke: expected a smoke report but received nothing",
            },
          ],
        },
      ],
    },
    latency_comparison: { diagnostic_only: true, reasons: [], figures: [] },
  },
});
