/** The verdict of the gates as annotations, with the text report below them. */
import type { GateReportInput } from "../../gates/slo/report/gate-report-input.ts";
import { comparedWords } from "../../gates/slo/report/profile/comparison-words.ts";
import { renderMvpSloText } from "../../gates/slo/report/text-report.ts";
import { printable } from "../../internal/report-text/printable-text.ts";
import { annotation } from "./github-commands.ts";

/** Most annotations; GitHub shows ten of each kind in a step. */
const MOST_ANNOTATIONS = 10;

/** Annotations of what fails, warns or cannot be decided, then the report as text. */
export function renderGatesGithub(input: GateReportInput): string {
  const { profile, regression } = input;
  const found = (profile?.findings ?? []).map(({ severity, verdict, gate_id, message }) => ({
    level: severity,
    title: `${gate_id ?? "Run"} ${verdict === "fail" ? "failed" : "cannot be decided"}`,
    message,
  }));
  const slower = (regression?.comparison.comparisons ?? [])
    .filter(({ verdict }) => verdict === "worse")
    .map((one) => ({
      level: regression?.level === "error" ? ("error" as const) : ("warning" as const),
      title: `${comparedWords(one)} is slower than the baseline`,
      message: one.message,
    }));
  const all = [...found, ...slower];
  const lines = all
    .slice(0, MOST_ANNOTATIONS)
    .map(({ level, title, message }) =>
      annotation({ level, title: printable(title), message: printable(message, { keepLines: true }) }),
    );
  if (all.length > lines.length) {
    const rest = `${all.length - lines.length} more findings are in the report`;
    lines.push(annotation({ level: "notice", title: "Gates", message: rest }));
  }
  return `${lines.map((line) => `${line}\n`).join("")}${renderMvpSloText(input)}`;
}
