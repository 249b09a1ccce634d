/** Release readiness: for each report that a release is judged by, whether it lets the release go out, or why not. */
import type { z } from "zod";

import { CONTRACT_REQUIREMENTS } from "../core/contract-rules.ts";
import { defineContract, wireObject, wireVariants } from "../core/define-contract.ts";
import {
  booleanField,
  enumField,
  listField,
  literalField,
  signedIntegerField,
  textField,
} from "../core/fields.ts";
import { sha256Field, utcField } from "./release-fields.ts";

const rule = "CON-02";

/** Reports that a release can be judged by, in the order of the checks. */
export const READINESS_INPUTS = [
  "contracts_report",
  "replay_regression_report",
  "slo_gates_report",
  "slo_gates_mvp_report",
  "security_baseline_report",
  "conformance_governance_report",
] as const;

/** Why a report does not let a release go out. */
export const READINESS_REASONS = [
  "missing",
  "unreadable",
  "undecodable",
  "corrupt",
  "truncated",
  "swapped",
  "foreign",
  "invalid",
  "stale",
  "future_dated",
  "failed",
] as const;

const id = enumField(READINESS_INPUTS, { rule, about: "Report that is checked" });
const path = textField({ rule, about: "Where it was read from, or looked for" });
const sha256 = sha256Field({ rule, about: "SHA-256 of its bytes" });
const generated = utcField({ rule, about: "When the report was made" });
const age = signedIntegerField({
  rule,
  about: "How old it was; negative where it is dated ahead",
  unit: "ms",
  clock: "wall",
});

const PassedCheckSchema = wireObject({
  id,
  status: literalField("pass", { rule, about: "The report is whole, fresh and passed" }),
  path,
  sha256,
  generated_at_utc: generated,
  age_ms: age,
});

const NotRequiredCheckSchema = wireObject({
  id,
  status: literalField("not_required", {
    rule,
    about: "The policy asks for no such report, and none is there",
  }),
  path,
});

const FailedCheckSchema = wireObject({
  id,
  status: literalField("fail", { rule, about: "The report does not let the release go out" }),
  reason: enumField(READINESS_REASONS, { rule, about: "Why not" }),
  message: textField({ rule, about: "The same in words" }),
  hint: textField({ rule, about: "How to go on" }),
  path,
  sha256: sha256.optional(),
  generated_at_utc: generated.optional(),
  age_ms: age.optional(),
});

const head = {
  schema_version: literalField("rspp.tooling.release-readiness.v1", {
    rule,
    about: "What the file is, and its version",
  }),
  generated_at_utc: utcField({ rule, about: "When the reports were judged" }),
};

/** Schema of release readiness, closed. */
export const ReleaseReadinessSchema = wireObject({
  ...head,
  passed: booleanField({ rule, about: "Whether no check fails" }),
  checks: listField(wireVariants("status", [PassedCheckSchema, NotRequiredCheckSchema, FailedCheckSchema]), {
    rule,
    about: "One line for each report, always in the same order",
    min: 3,
  }),
});

/** The readiness of a release that may go out: it has no place for a check that fails. */
export const ReadyReleaseSchema = wireObject({
  ...head,
  passed: literalField(true, { rule, about: "No check fails" }),
  checks: listField(wireVariants("status", [PassedCheckSchema, NotRequiredCheckSchema]), {
    rule,
    about: "One line for each report, always in the same order",
    min: 3,
  }),
});

/** For each report that a release is judged by, whether it lets the release go out, or why not. */
export type ReleaseReadiness = z.infer<typeof ReleaseReadinessSchema>;

/** The readiness of a release that may go out. */
export type ReadyRelease = z.infer<typeof ReadyReleaseSchema>;

/** The line of one report. */
export type ReadinessCheck = ReleaseReadiness["checks"][number];

/** The contract of release readiness. */
export const releaseReadinessContract = defineContract({
  address: "deploy/release-readiness",
  kind: "release_readiness",
  since: "0.1.0",
  title: "Release readiness",
  about: "For each report that a release is judged by, whether it lets the release go out, or why not.",
  schema: ReleaseReadinessSchema,
  requirements: CONTRACT_REQUIREMENTS,
  example: {
    schema_version: "rspp.tooling.release-readiness.v1",
    generated_at_utc: "2026-02-16T23:00:00Z",
    passed: false,
    checks: [
      {
        id: "contracts_report",
        status: "pass",
        path: "evidence/contracts_report.json",
        sha256: "0123456789abcdef".repeat(4),
        generated_at_utc: "2026-02-16T22:00:00Z",
        age_ms: 3_600_000,
      },
      {
        id: "replay_regression_report",
        status: "fail",
        reason: "missing",
        message: "Cannot release: expected a replay regression report but received nothing",
        hint: "Run rspp-contracts verify full",
        path: "evidence/replay_regression_report.json",
      },
      { id: "slo_gates_mvp_report", status: "not_required", path: "evidence/slo_gates_mvp_report.json" },
    ],
  },
});
