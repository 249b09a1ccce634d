/** The reports that a release is judged by: how each is read, strictly, and what it may not claim. */
import type { ReadinessCheck } from "../../contracts/deploy/release-readiness.ts";
import { describeValue } from "../../internal/describe-value.ts";
import { BOOLEAN, objectWith, oneOf, TEXT } from "../../internal/input-shape.ts";
import { diagnose } from "../../validators/diagnose.ts";
import {
  conformanceGovernanceReportShape,
  isConformanceGovernanceReport,
} from "../../validators/generated/conformance-governance-report.ts";
import { contractsReportShape, isContractsReport } from "../../validators/generated/contracts-report.ts";
import {
  isReplayRegressionReport,
  replayRegressionReportShape,
} from "../../validators/generated/replay-regression-report.ts";
import {
  isSloGatesMvpReport,
  sloGatesMvpReportShape,
} from "../../validators/generated/slo-gates-mvp-report.ts";
import { isSloGatesReport, sloGatesReportShape } from "../../validators/generated/slo-gates-report.ts";
import type { Shape } from "../../validators/shape.ts";

/** Name of a report that a release can be judged by; also its kind and its id in a store of evidence. */
export type ReadinessInput = ReadinessCheck["id"];

/** What a report says of itself. */
export interface ReportClaim {
  readonly generated_at_utc?: string | undefined;
  readonly passed: boolean;
}

/** How a report is read. */
export interface ReadinessReport {
  readonly id: ReadinessInput;
  readonly schemaVersion: string;
  /** Whether no policy can do without it. */
  readonly isMandatory: boolean;
  /** What keeps a value from being such a report, as it stands after "received" in a message. */
  problem(value: unknown): string | undefined;
  /** How the report is made. */
  readonly command: string;
}

/** Every report, in the order of the checks. */
export const READINESS_REPORTS: readonly ReadinessReport[] = [
  {
    id: "contracts_report",
    schemaVersion: "rspp.tooling.contracts-report.v1",
    isMandatory: true,
    command: "rspp-contracts verify quick",
    problem: (value) =>
      isContractsReport(value) ? badTotals(value) : firstProblem(contractsReportShape, value),
  },
  {
    id: "replay_regression_report",
    schemaVersion: "rspp.tooling.replay-regression-report.v1",
    isMandatory: true,
    command: "rspp-contracts verify full",
    problem: (value) =>
      isReplayRegressionReport(value)
        ? claims(value.passed, value.fixtures.length > 0 && value.fixtures.every(({ passed }) => passed))
        : firstProblem(replayRegressionReportShape, value),
  },
  {
    id: "slo_gates_report",
    schemaVersion: "rspp.tooling.slo-gates-report.v1",
    isMandatory: true,
    command: "rspp-contracts verify quick",
    problem: (value) => (isSloGatesReport(value) ? undefined : firstProblem(sloGatesReportShape, value)),
  },
  {
    id: "slo_gates_mvp_report",
    schemaVersion: "rspp.tooling.slo-gates-mvp-report.v1",
    isMandatory: false,
    command: "rspp-contracts verify mvp",
    problem: (value) =>
      isSloGatesMvpReport(value) ? undefined : firstProblem(sloGatesMvpReportShape, value),
  },
  {
    id: "security_baseline_report",
    schemaVersion: "rspp.tooling.security-baseline-report.v1",
    isMandatory: false,
    command: "the security baseline of your organisation",
    problem: securityProblem,
  },
  {
    id: "conformance_governance_report",
    schemaVersion: "rspp.tooling.conformance-governance-report.v1",
    isMandatory: false,
    command: "rspp-contracts verify mvp",
    problem: (value) =>
      isConformanceGovernanceReport(value)
        ? undefined
        : firstProblem(conformanceGovernanceReportShape, value),
  },
];

function firstProblem(shape: Shape, value: unknown): string {
  const [first] = diagnose(shape, value, { open: false }).diagnostics;
  return first === undefined
    ? describeValue(value)
    : `${first.rule} at ${first.path === "" ? "the root" : first.path}: ${first.message}`;
}

/** A report may say that it failed whatever its parts say, but not that it passed against them. */
function claims(passed: boolean, holds: boolean): string | undefined {
  return passed && !holds ? "passed: true although its own parts did not pass" : undefined;
}

function badTotals(report: {
  readonly passed: boolean;
  readonly totals: { readonly files: number; readonly valid: number; readonly invalid: number };
  readonly files: readonly { readonly valid: boolean }[];
}): string | undefined {
  const { totals, files } = report;
  const valid = files.filter((file) => file.valid).length;
  if (totals.files !== files.length || totals.valid !== valid || totals.invalid !== files.length - valid) {
    return "totals that do not count its files";
  }
  return claims(report.passed, files.length > 0 && valid === files.length);
}

/** Other tools write this report, so that what it has beside these fields is theirs. */
const SECURITY_REPORT = objectWith({
  schema_version: oneOf(["rspp.tooling.security-baseline-report.v1"]),
  generated_at_utc: TEXT,
  passed: BOOLEAN,
});

function securityProblem(value: unknown): string | undefined {
  const misfit = SECURITY_REPORT(value);
  return misfit && `${describeValue(misfit.received)} at ${misfit.path}`;
}
