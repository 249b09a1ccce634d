/** Writes the baseline anew from what a run found. */
import type { ConformanceBaseline, KnownFailure } from "../../contracts/conformance/conformance-baseline.ts";
import type { SubjectReport } from "../../contracts/conformance/conformance-report.ts";

/** What entries say that were not in the baseline before. */
export interface NewEntry {
  readonly reason: string;
  /** Link to where it is tracked. */
  readonly issue: string;
  readonly owner: string;
  /** Last day on which it is accepted, such as 2026-12-31. */
  readonly expires: string;
}

/**
 * The baseline for exactly the failures of the report. An entry whose failure is the same stays as it is, expiry
 * included; entries of checks that did not run stay; entries that nothing needs any more go.
 */
export function updateBaseline(
  { name, results }: SubjectReport,
  { baseline, entry }: { readonly baseline?: ConformanceBaseline; readonly entry: NewEntry },
): ConformanceBaseline {
  const before = baseline?.known_failures ?? [];
  // What could not run proves nothing, so its entry stays.
  const ran = new Set(
    results.flatMap(({ check_id, verdict }) => (verdict === "could_not_run" ? [] : [check_id])),
  );
  const failed = results.flatMap(({ check_id, failure }): KnownFailure[] => {
    if (failure === undefined) return [];
    const { code } = failure;
    return [
      before.find((one) => one.check_id === check_id && one.code === code) ?? { check_id, code, ...entry },
    ];
  });
  const known_failures = [...before.filter(({ check_id }) => !ran.has(check_id)), ...failed];
  known_failures.sort((one, other) => (one.check_id < other.check_id ? -1 : 1));
  return {
    schema_version: "rspp.conformance.baseline.v1",
    subject: baseline?.subject ?? name,
    known_failures,
  };
}
