/** One result in full, for a person: what, where, expected, received, and how to see it again. */
import type { CheckResult } from "../../contracts/conformance/conformance-report.ts";
import { type Palette, PLAIN_PALETTE } from "../../internal/report-text/palette.ts";
import { printable, shortened } from "../../internal/report-text/printable-text.ts";
import { timelineText } from "../../internal/report-text/timeline-text.ts";

const BASELINE_WORDS = {
  known: "known failure",
  stale: "the baseline lists a failure that no longer happens: remove the entry",
  expired: "the baseline entry has expired: mend the failure, or agree on a new date",
  other_failure: "the baseline expects another failure",
} as const;

/** The lines of a result that did not simply pass; without a line feed at the end. */
export function failureText(
  { requirement, source, reason, failure, baseline }: CheckResult,
  { palette = PLAIN_PALETTE }: { readonly palette?: Palette } = {},
): string {
  const lines: string[] = [];
  const tell = (name: string, text: string | undefined) => {
    if (text !== undefined) lines.push(`${palette.dim(name.padEnd(12))} ${shortened(text, 400)}`);
  };
  if (failure === undefined) lines.push(shortened(reason ?? "", 2000));
  else {
    lines.push(palette.fail(shortened(failure.message, 400)));
    tell("code", failure.code);
    tell("requirement", `${failure.requirement}: ${requirement} (${source})`);
    tell("scenario", failure.scenario_id);
    lines.push("", ...timelineText(failure.timeline, { palette }).map((line) => `  ${line}`), "");
    tell("expected", failure.expected);
    tell("received", failure.received);
    tell("likely cause", failure.likely_cause);
    lines.push(`${palette.dim("replay".padEnd(12))} ${printable(failure.replay)}`);
  }
  if (baseline !== undefined) {
    const { status, reason: why, issue, owner, expires } = baseline;
    tell("baseline", `${BASELINE_WORDS[status]}; ${why} (${issue}, ${owner}, until ${expires})`);
  }
  return lines.join("\n");
}
