/** What a report says about the turns that it shows when they are not all turns of the run. */
import { formatCount } from "./format-figure.ts";
import type { GateReportInput } from "./gate-report-input.ts";

/** One sentence without a final period; undefined when all turns are there. */
export function sampleSentence({ report, turns, sampled }: GateReportInput): string | undefined {
  if (sampled === undefined) return undefined;
  return `The turn table of the HTML report is a sample of ${formatCount(turns.length)} of ${formatCount(report.samples)} turns; the verdict and all figures are over all of them`;
}

/** The sentences above the table itself; undefined when all turns are there. */
export function sampleNote({ report, turns, sampled }: GateReportInput): string | undefined {
  if (sampled === undefined) return undefined;
  const { standingOut, blockLength } = sampled;
  const { total, kept } = standingOut;
  const outstanding =
    total === kept
      ? `every turn that stands out in a gate (${formatCount(total)})`
      : `${formatCount(kept)} of the ${formatCount(total)} turns that stand out in a gate (the other ${formatCount(total - kept)} are counted but not listed)`;
  const listed = `the worst turns of each gate, ${outstanding}, and one turn of every ${formatCount(blockLength)} along the run`;
  return `The table is a sample: ${formatCount(turns.length)} of ${formatCount(report.samples)} turns. It lists ${listed}. The verdict, the figures and the drawings are over all turns.`;
}
