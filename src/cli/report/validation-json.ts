/** The result of a validation as canonical JSON with snake_case names. */
import { canonicalJson } from "../../internal/canonical-json.ts";
import type { FileOutcome, Finding } from "../validation/file-outcome.ts";
import { exitCodeOf, summarize, type ValidationRun } from "../validation/validation-summary.ts";
import { validationVerdict } from "./validation-words.ts";

/** The result as one line of canonical JSON. */
export function renderValidationJson(run: ValidationRun): string {
  const summary = summarize(run);
  const report = {
    verdict: validationVerdict(summary),
    passed: exitCodeOf(summary) === 0,
    fixtures: run.fixtureReason !== "none",
    artifacts: summary.artifacts,
    failures: summary.failures,
    warned: summary.warned,
    unreadable_files: summary.unreadable,
    kinds: summary.kinds.map(({ kind, accepted, refused, refusedAsExpected }) => ({
      kind,
      accepted,
      refused,
      refused_as_expected: refusedAsExpected,
    })),
    files: run.files.map(fileJson),
  };
  return `${canonicalJson(report)}\n`;
}

function fileJson(file: FileOutcome) {
  const { name, expectation, accepted, refused, failures, warned, unreadable } = file;
  return {
    file: name,
    expected: expectation === "accept" ? "accepted" : "refused",
    accepted,
    refused,
    failures,
    warned,
    ...(file.refusedBy.length > 0 && { refused_by: file.refusedBy }),
    ...(file.findings.length > 0 && { findings: file.findings.map(findingJson) }),
    ...(file.warnings.length > 0 && { warnings: file.warnings.map(findingJson) }),
    ...(unreadable !== undefined && { unreadable }),
  };
}

function findingJson({ kind, line, item, diagnostics, omitted }: Finding) {
  return { ...(kind !== undefined && { kind }), line, item, diagnostics, omitted };
}
