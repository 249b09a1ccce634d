/** The verdict of a validation in words, for every report. */
import { formatCount } from "../../gates/slo/report/format-figure.ts";
import { EXIT } from "../exit-code.ts";
import {
  exitCodeOf,
  type KindSummary,
  type ValidationRun,
  type ValidationSummary,
} from "../validation/validation-summary.ts";

/** How a validation came out. */
export type ValidationVerdict = "passed" | "failed" | "unreadable" | "inconclusive";

/** The verdict; it goes with the exit code. */
export function validationVerdict(summary: ValidationSummary): ValidationVerdict {
  const code = exitCodeOf(summary);
  if (code === EXIT.pass) return "passed";
  if (code === EXIT.usage) return "unreadable";
  return code === EXIT.inconclusive ? "inconclusive" : "failed";
}

/** The verdict as a sentence without a final period. */
export function validationSentence({ files }: ValidationRun, summary: ValidationSummary): string {
  const { artifacts, failures, warned, unreadable } = summary;
  const inputs = countOf(files.length, "file");
  const warnings = warned > 0 ? `, ${formatCount(warned)} with warnings` : "";
  if (unreadable > 0) {
    const rest = `${countOf(artifacts, "artifact")} checked, ${formatCount(failures)} not as expected`;
    return `${formatCount(unreadable)} of ${inputs} could not be read; ${rest}`;
  }
  if (failures > 0) {
    return `${formatCount(failures)} of ${countOf(artifacts, "artifact")} in ${inputs} did not come out as expected${warnings}`;
  }
  if (artifacts === 0) return `No artifacts in ${inputs}`;
  return `${countOf(artifacts, "artifact")} in ${inputs} came out as expected${warnings}`;
}

/** The counts of a kind, such as "12 accepted, 3 refused as expected". */
export function kindWords({ accepted, refused, refusedAsExpected }: KindSummary): string {
  const parts = [
    [accepted, "accepted"],
    [refused, "refused"],
    [refusedAsExpected, "refused as expected"],
  ] as const;
  const words = parts.filter(([count]) => count > 0).map(([count, word]) => `${formatCount(count)} ${word}`);
  return words.join(", ");
}

/** The sentence on fixtures, or undefined when there are none. */
export function fixtureSentence({ fixtureFolders, fixtureReason }: ValidationRun): string | undefined {
  if (fixtureReason === "none") return undefined;
  const folders = fixtureFolders.join(", ");
  if (fixtureReason === "asked") return "Files in folders named invalid are expected to be refused";
  return `Files in folders named invalid are expected to be refused, because ${folders} has valid and invalid folders; --no-fixtures treats all files alike`;
}

function countOf(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? "" : "s"}`;
}
