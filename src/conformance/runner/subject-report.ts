/** Sums up what the checks found about a subject. */
import type { CheckResult, SubjectReport } from "../../contracts/conformance/conformance-report.ts";
import { applyBaseline } from "../baseline/apply-baseline.ts";
import type { SubjectDescription } from "../subject/subject.ts";
import type { ConformanceOptions } from "./conformance-options.ts";

/** The report on a subject. */
export function subjectReport(
  { name, version, language, capabilities }: SubjectDescription,
  found: readonly CheckResult[],
  { baseline, today = "" }: ConformanceOptions,
): SubjectReport {
  // A baseline is of one subject; the others have no known failures.
  const isOfSubject = baseline !== undefined && baseline.subject === name;
  const results = isOfSubject ? applyBaseline(found, { baseline, today }) : found;
  const count = (wanted: (result: CheckResult) => boolean) => results.filter(wanted).length;
  const isKnown = ({ baseline: standing }: CheckResult) => standing?.status === "known";
  const failed = (result: CheckResult) => result.verdict === "fail" && !isKnown(result);
  const summary = {
    expected: results.length,
    executed: count(({ verdict }) => verdict === "pass" || verdict === "fail"),
    pass: count(({ verdict }) => verdict === "pass"),
    fail: count((result) => failed(result) && result.level === "MUST"),
    warn: count((result) => failed(result) && result.level === "SHOULD"),
    known: count(isKnown),
    not_applicable: count(({ verdict }) => verdict === "not_applicable"),
    could_not_run: count(({ verdict }) => verdict === "could_not_run"),
  };
  const isBaselineSound = results.every(
    ({ baseline: standing }) => standing === undefined || standing.status === "known",
  );
  const passed = summary.executed > 0 && summary.fail === 0 && summary.could_not_run === 0 && isBaselineSound;
  return {
    name,
    version,
    ...(language !== undefined && { language }),
    capabilities,
    passed,
    summary,
    results,
  };
}
