/** Known failures: what the baseline says about the results of a subject. */
import type { ConformanceBaseline, KnownFailure } from "../../contracts/conformance/conformance-baseline.ts";
import type { BaselineStanding, CheckResult } from "../../contracts/conformance/conformance-report.ts";

/** Results with their standing in the baseline. `today` is a date such as 2026-12-31. */
export function applyBaseline(
  results: readonly CheckResult[],
  { baseline, today }: { readonly baseline: ConformanceBaseline; readonly today: string },
): readonly CheckResult[] {
  const known = new Map(baseline.known_failures.map((entry) => [entry.check_id, entry]));
  return results.map((result) => {
    const entry = known.get(result.check_id);
    return entry === undefined ? result : { ...result, baseline: standing(result, { entry, today }) };
  });
}

/** An entry accepts one failure, and only until it expires; one that nothing needs any more has to go. */
function standing(
  { verdict, failure }: CheckResult,
  { entry, today }: { readonly entry: KnownFailure; readonly today: string },
): BaselineStanding {
  const { code, reason, issue, owner, expires } = entry;
  const status =
    verdict !== "fail"
      ? verdict === "could_not_run"
        ? "other_failure"
        : "stale"
      : failure?.code !== code
        ? "other_failure"
        : today > expires
          ? "expired"
          : "known";
  return { status, reason, issue, owner, expires };
}
