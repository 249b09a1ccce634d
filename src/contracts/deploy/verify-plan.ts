/**
 * A verify plan: where a repository keeps what its gates are asked about, so that one short command runs them all.
 *
 * A profile needs only some of it. A gate whose inputs the plan does not name fails for want of evidence when its
 * profile is run, so a part that is left out can never make a run look better.
 */
import type { z } from "zod";

import { CONTRACT_REQUIREMENTS } from "../core/contract-rules.ts";
import { defineContract, wireObject } from "../core/define-contract.ts";
import { integerField, listField, literalField, nestedField, textField } from "../core/fields.ts";
import { defineRules } from "../core/rule.ts";

const path = (about: string) => textField({ rule: "VPL-02", about });

const paths = (about: string) => listField(path("A file or directory"), { rule: "VPL-02", about, min: 1 });

const ReplayPlanSchema = wireObject({
  baseline: path("Recorded fixtures: a file, or a directory"),
  candidate: path("The same fixtures as the candidate replays them"),
  metadata: path("Fixture metadata: gates, tolerances, expected divergences").optional(),
});

const EvidencePlanSchema = wireObject({
  run: paths("Evidence of the run: baseline artifacts or turn metrics, JSON or NDJSON"),
  baseline: paths("Evidence of the run to compare with, such as that of the main branch").optional(),
});

const GovernancePlanSchema = wireObject({
  version_skew: path("Version skew policy"),
  deprecation: path("Deprecation policy"),
  conformance_profile: path("Conformance profile"),
  conformance_results: path("Conformance results"),
});

const WaiverPlanSchema = wireObject({
  max_attempts: integerField(
    { rule: "VPL-03", about: "Attempts after which the waiver applies", unit: "runs" },
    1,
  ),
  attempts: listField(textField({ rule: "VPL-03", about: "What an attempt came to" }), {
    rule: "VPL-03",
    about: "Every attempt, in order",
  }),
  reason: textField({ rule: "VPL-03", about: "Why the gate is waived" }),
});

const LivePlanSchema = wireObject({
  streaming: path("Live provider chain report of the streaming run"),
  non_streaming: path("Live provider chain report of the run without streaming"),
  smoke: path("Report of the transport's smoke probe"),
  waiver: nestedField(WaiverPlanSchema, {
    rule: "VPL-03",
    about: "Written wish to let the live end-to-end gate pass although its limits do not hold",
  }).optional(),
});

/** Schema of a verify plan, closed. */
export const VerifyPlanSchema = wireObject({
  schema_version: literalField("rspp.verify-plan.v1", {
    rule: "VPL-01",
    about: "What the file is, and its version",
  }),
  spec_ref: textField({ rule: "CON-02", about: "Specification of the pipeline that is verified" }),
  execution_profile: textField({
    rule: "VPL-02",
    about: "Execution profile that the pipeline runs under; simple unless told",
  }).optional(),
  rollout: path("Rollout configuration, which names the version that is verified"),
  contracts: paths("Artifacts that must keep their contracts").optional(),
  replay: nestedField(ReplayPlanSchema, { rule: "VPL-02", about: "Fixtures of the replay gates" }).optional(),
  evidence: nestedField(EvidencePlanSchema, {
    rule: "VPL-02",
    about: "Evidence of the SLO gates and of the regression gate",
  }).optional(),
  gate_profile: textField({
    rule: "VPL-02",
    about: "Gate profile: a built-in one, mvp or strict, or a file; mvp unless told",
  }).optional(),
  governance: nestedField(GovernancePlanSchema, {
    rule: "VPL-02",
    about: "Policies of the governance gate",
  }).optional(),
  live: nestedField(LivePlanSchema, {
    rule: "VPL-02",
    about: "Reports of runs over real providers, for the MVP gates",
  }).optional(),
  security_baseline: path(
    "Security baseline report of another tool, carried along for the release",
  ).optional(),
  readiness_policy: path("JSON file with what a release needs beside the three reports").optional(),
});

/** Where a repository keeps what its gates are asked about. */
export type VerifyPlan = z.infer<typeof VerifyPlanSchema>;

const planRules = defineRules("docs/verify.md", {
  "VPL-01": ["MUST", 'schema_version is "rspp.verify-plan.v1"'],
  "VPL-02": ["MUST", "Paths are not empty, and relative to the plan; a list of them has at least 1"],
  "VPL-03": ["MUST", "A waiver says after how many attempts it applies, what each came to, and why"],
});

/** The contract of verify plans. */
export const verifyPlanContract = defineContract({
  address: "deploy/verify-plan",
  kind: "verify_plan",
  since: "0.1.0",
  title: "Verify plan",
  about: "Where a repository keeps what its gates are asked about.",
  schema: VerifyPlanSchema,
  requirements: [...CONTRACT_REQUIREMENTS, ...planRules],
  example: {
    schema_version: "rspp.verify-plan.v1",
    spec_ref: "pipelines/specs/voice_assistant_spec_v1.json",
    rollout: "pipelines/rollout.json",
    contracts: ["pipelines/rollout.json", "evidence/plans"],
    replay: { baseline: "replay/recorded", candidate: "replay/replayed", metadata: "replay/fixtures.yaml" },
    evidence: { run: ["evidence/turns.ndjson"], baseline: ["evidence/main/turns.ndjson"] },
    gate_profile: "gates/production.yaml",
    governance: {
      version_skew: "policies/version-skew.json",
      deprecation: "policies/deprecation.json",
      conformance_profile: "policies/conformance-profile.json",
      conformance_results: "evidence/conformance-results.json",
    },
    live: {
      streaming: "evidence/live-streaming.json",
      non_streaming: "evidence/live-non-streaming.json",
      smoke: "evidence/transport-smoke.json",
    },
    readiness_policy: "policies/release.json",
  },
});
