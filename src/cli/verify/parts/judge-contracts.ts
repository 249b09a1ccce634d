/** The contracts gate: every file that the plan names keeps its contract. */
import type { ContractsReport } from "../../../contracts/deploy/contracts-report.ts";
import { findInputs, type InputFile } from "../../input/find-inputs.ts";
import { fixturePlace, fixtureRoots } from "../../input/fixture-layout.ts";
import { checkFile } from "../../validation/check-file.ts";
import type { FileOutcome } from "../../validation/file-outcome.ts";
import { INPUT_UNREADABLE, reportText, type VerifiedPart, type VerifyReading } from "./verified-part.ts";

type ValidatedFile = ContractsReport["files"][number];
type FileDiagnostic = ValidatedFile["diagnostics"][number];

/** Validates the files at the paths; directories with folders `valid` and `invalid` are fixtures. */
export async function judgeContracts(
  paths: readonly string[],
  reading: VerifyReading,
): Promise<VerifiedPart> {
  const { files, problems } = await findInputs(paths, reading.io.cwd);
  const [unfound] = problems;
  if (unfound !== undefined) throw unfound.error;
  const roots = fixtureRoots(files);
  const outcomes: FileOutcome[] = [];
  for (const file of files) outcomes.push(await checkOne(file, { isFixture: roots.has(file.root), reading }));
  reading.progress.clear();

  const validated = outcomes.map(validatedFile).sort((a, b) => (a.name < b.name ? -1 : 1));
  const valid = validated.filter((file) => file.valid).length;
  const report: ContractsReport = {
    schema_version: "rspp.tooling.contracts-report.v1",
    generated_at_utc: reading.now,
    passed: validated.length > 0 && valid === validated.length,
    totals: { files: validated.length, valid, invalid: validated.length - valid },
    files: validated,
  };
  return {
    outcome: {
      status: report.passed ? "pass" : "fail",
      violations: validated.filter((file) => !file.valid).map(violationOf),
      metrics: { checked_files: validated.length, invalid_files: validated.length - valid },
    },
    report: { id: "contracts_report", text: reportText(report) },
  };
}

function checkOne(
  file: InputFile,
  { isFixture, reading }: { readonly isFixture: boolean; readonly reading: VerifyReading },
): Promise<FileOutcome> {
  const place = isFixture ? fixturePlace(file) : undefined;
  const { maxBytes } = reading;
  return checkFile(file, place?.expectation ?? "accept", {
    judge: { kind: place?.kind, unknownFields: "reject", warnings: true, maxBytes },
    reading,
  });
}

function validatedFile(outcome: FileOutcome): ValidatedFile {
  const { name, failures, unreadable, accepted, refused } = outcome;
  const kind = kindOf(outcome);
  const diagnostics: FileDiagnostic[] = [...outcome.findings, ...outcome.warnings].flatMap((finding) =>
    finding.diagnostics.map(({ rule, severity, path, message, hint, line, column }) => ({
      rule,
      severity,
      path,
      message,
      ...(hint !== undefined && { hint }),
      ...(line !== undefined && { line }),
      ...(column !== undefined && { column }),
    })),
  );
  if (unreadable !== undefined) diagnostics.unshift({ ...UNREADABLE, ...unreadable });
  else if (accepted + refused === 0) diagnostics.unshift(EMPTY);
  const valid = failures === 0 && unreadable === undefined && accepted + refused > 0 && kind !== undefined;
  return { name, ...(kind !== undefined && { kind }), valid, diagnostics };
}

const UNREADABLE = { rule: "CLI-05", severity: "error", path: "" } as const;

const EMPTY: FileDiagnostic = {
  rule: "CLI-03",
  severity: "error",
  path: "",
  message: "Cannot check the file: expected at least 1 artifact but received none",
};

/** A stream may hold artifacts of several kinds; the report names the one that it has most of. */
function kindOf({ kinds }: FileOutcome): string | undefined {
  const counted = [...kinds].map(([kind, { accepted, refused }]) => ({ kind, count: accepted + refused }));
  counted.sort((a, b) => b.count - a.count || (a.kind < b.kind ? -1 : 1));
  const most = counted.find(({ kind }) => kind !== "unknown");
  return most?.kind;
}

function violationOf({ name, diagnostics }: ValidatedFile) {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const [first] = errors;
  const place = first?.line === undefined ? name : `${name}:${first.line}:${first.column ?? 1}`;
  const more = errors.length > 1 ? `, and ${errors.length - 1} more` : "";
  const words = first === undefined ? "expected a valid artifact" : `${first.rule} ${first.message}`;
  const code = first?.rule === UNREADABLE.rule ? INPUT_UNREADABLE : "contract_broken";
  return { code, message: `${place}: ${words}${more}` };
}
