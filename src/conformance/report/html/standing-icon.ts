/** How a check stands for a subject, in the words and icons of the report. */
import type { CheckResult, SubjectReport } from "../../../contracts/conformance/conformance-report.ts";
import { icon } from "../../../internal/report-text/icon.ts";
import type { Markup } from "../../../internal/report-text/markup.ts";

/** A verdict with what level and baseline make of it. */
export type Standing = "pass" | "fail" | "warning" | "known" | "not_applicable" | "could_not_run";

/** Standings in words. */
export const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  pass: "passed",
  fail: "failed",
  warning: "warning",
  known: "known failure",
  not_applicable: "not applicable",
  could_not_run: "could not run",
};

const SHAPES = {
  pass: "check",
  fail: "cross",
  warning: "bang",
  known: "bang",
  not_applicable: "dash",
  could_not_run: "query",
} as const;

/** How a check stands. A baseline entry that is stale or expired makes its check fail. */
export function standingOf({ verdict, level, baseline }: CheckResult): Standing {
  if (baseline !== undefined) return baseline.status === "known" ? "known" : "fail";
  return verdict === "fail" && level === "SHOULD" ? "warning" : verdict;
}

/** The icon of a standing; its words have to stand next to it. */
export const standingIcon = (standing: Standing): Markup => icon(SHAPES[standing]);

/** Whether the reader has to do something about it. */
export const needsCare = (standing: Standing): boolean =>
  standing !== "pass" && standing !== "not_applicable";

/** The anchor of what a check found about the subject at this place. */
export const anchorOf = (subject: number, check_id: string): string => `s${subject + 1}-${check_id}`;

/** The name of a subject with its version. */
export const nameOf = ({ name, version }: SubjectReport): string => `${name} ${version}`;
