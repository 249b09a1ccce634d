/** How a check stands for a subject: its verdict with what level and baseline make of it. */
import type { CheckResult, SubjectReport } from "../../contracts/conformance/conformance-report.ts";

/** A verdict with what level and baseline make of it. */
export type Standing =
  | "pass"
  | "fail"
  | "warning"
  | "known"
  | "stale"
  | "expired"
  | "not_applicable"
  | "could_not_run";

/** Standings in words. */
export const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  pass: "passed",
  fail: "failed",
  warning: "warning",
  known: "known failure",
  stale: "stale baseline entry",
  expired: "expired baseline entry",
  not_applicable: "not applicable",
  could_not_run: "could not run",
};

/** Standings as one character; colour is never the only cue. */
export const STANDING_MARKS: Readonly<Record<Standing, string>> = {
  pass: "✓",
  fail: "✗",
  warning: "!",
  known: "~",
  stale: "✗",
  expired: "✗",
  not_applicable: "-",
  could_not_run: "?",
};

/** How a check stands. What could not run is never accepted; a baseline entry accepts only the failure it names. */
export function standingOf({ verdict, level, baseline }: CheckResult): Standing {
  if (verdict === "could_not_run") return verdict;
  if (baseline !== undefined) return baseline.status === "other_failure" ? "fail" : baseline.status;
  return verdict === "fail" && level === "SHOULD" ? "warning" : verdict;
}

/** Whether it alone makes the run fail. */
export const breaksRun = (standing: Standing): boolean =>
  standing === "fail" || standing === "stale" || standing === "expired" || standing === "could_not_run";

/** Whether the reader has to do something about it, now or one day. */
export const needsCare = (standing: Standing): boolean =>
  standing !== "pass" && standing !== "not_applicable";

/** The name of a subject with its version. */
export const nameOf = ({ name, version }: Pick<SubjectReport, "name" | "version">): string =>
  version === "" ? name : `${name} ${version}`;

/** Why a subject failed although none of its results says so; undefined when one does, or when it passed. */
export function untoldFailure({ passed, summary, results }: SubjectReport): string | undefined {
  if (passed || results.some((result) => breaksRun(standingOf(result)))) return undefined;
  return summary.executed === 0
    ? "No check was executed, so nothing is proven"
    : "The run failed, but no result says why";
}
