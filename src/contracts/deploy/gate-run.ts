/** A gate run: how each gate of a profile came out for a release candidate. */
import type { z } from "zod";

import { CONTRACT_REQUIREMENTS } from "../core/contract-rules.ts";
import { defineContract, wireObject } from "../core/define-contract.ts";
import { enumField, listField, mapField, numberField, patternField, textField } from "../core/fields.ts";
import { defineRules } from "../core/rule.ts";
import { utcField } from "./release-fields.ts";

const rule = "CON-02";

/** Stages of gates, which are also the profiles of runs. */
export const GATE_STAGES = ["quick", "full", "mvp", "security", "publish"] as const;

/** How a gate can come out. */
export const GATE_STATUSES = ["pass", "fail", "not_observed", "not_evaluated"] as const;

const ViolationSchema = wireObject({
  code: patternField(/^[a-z][a-z0-9_]*$/, {
    rule,
    about: "Kind of the violation, snake_case",
    example: "slow",
  }),
  message: textField({ rule, about: "The violation in words" }),
});

const GateResultSchema = wireObject(
  {
    gate_id: textField({ rule, about: "The gate" }),
    status: enumField(GATE_STATUSES, {
      rule,
      about: "How it came out; not_observed: nothing to judge; not_evaluated: too little to judge by",
    }),
    violations: listField(ViolationSchema, { rule: "GRN-01", about: "What keeps the gate from passing" }),
    metrics: mapField(numberField({ rule, about: "A figure" }), {
      rule,
      about: "Figures of the gate, by a name that ends in the unit",
    }),
    evidence_refs: listField(textField({ rule, about: "A piece of evidence" }), {
      rule,
      about: "What the gate judged by",
    }),
  },
  {
    checks: [
      {
        rule: "GRN-01",
        when: { at: "status", in: ["fail"] },
        must: { filled: "violations" },
        at: "violations",
        expected: "at least 1 violation where the gate fails",
      },
      {
        rule: "GRN-01",
        when: { at: "status", in: ["pass"] },
        must: { not: { filled: "violations" } },
        at: "violations",
        expected: "no violation where the gate passes",
      },
    ],
  },
);

/** Schema of a gate run, closed. */
export const GateRunSchema = wireObject({
  run_id: textField({ rule, about: "Id of the run" }),
  profile: enumField(GATE_STAGES, { rule, about: "Gates that were run" }),
  candidate_ref: textField({ rule, about: "Candidate that was judged: its version and commit" }),
  spec_ref: textField({ rule, about: "Specification of the candidate" }).optional(),
  status: enumField(["pass", "fail"], { rule, about: "Whether every required gate let the candidate pass" }),
  started_at: utcField({ rule, about: "When the run began" }),
  ended_at: utcField({ rule, about: "When the last gate had answered" }),
  results: listField(GateResultSchema, { rule, about: "One result for each gate, by stage, then by id" }),
});

/** How each gate of a profile came out for a release candidate. */
export type GateRun = z.infer<typeof GateRunSchema>;

/** How one gate came out. */
export type GateResult = z.infer<typeof GateResultSchema>;

const runRules = defineRules("gates.md section 4", {
  "GRN-01": ["MUST", "A gate that fails says why, and one that passes has no violation"],
});

/** The contract of gate runs. */
export const gateRunContract = defineContract({
  address: "deploy/gate-run",
  kind: "gate_run",
  since: "0.1.0",
  title: "Gate run",
  about: "How each gate of a profile came out for a release candidate.",
  schema: GateRunSchema,
  requirements: [...CONTRACT_REQUIREMENTS, ...runRules],
  example: {
    run_id: "run-1",
    profile: "quick",
    candidate_ref: "pipeline-v1@0123456789abcdef0123456789abcdef01234567",
    spec_ref: "specs/voice.json",
    status: "fail",
    started_at: "2026-02-16T23:00:00Z",
    ended_at: "2026-02-16T23:00:01Z",
    results: [
      {
        gate_id: "replay",
        status: "fail",
        violations: [{ code: "gate_over_budget", message: "Cannot wait for gate replay: budget is 1000 ms" }],
        metrics: { duration_ms: 1000 },
        evidence_refs: ["replay_regression_report"],
      },
    ],
  },
});
