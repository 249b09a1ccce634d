/**
 * From a report to one word.
 *
 * A report either passed or did not. A failure has two very different causes, though: the run broke a
 * limit, or there was too little evidence to judge it. The second is `inconclusive`:
 *
 * - no turn was accepted, and nothing else is wrong than what follows from that, or
 * - the end-to-end gate could not be evaluated although it was required, and nothing else is wrong.
 *
 * An inconclusive report has not passed. It only tells a reader to look at the recording first.
 */
import type { MvpSloGateReport, MvpSloViolationCode } from "../slo-report.ts";
import { formatCount } from "./format-figure.ts";

/** How a report came out. */
export type MvpSloVerdict = "pass" | "fail" | "inconclusive";

const FOLLOWS_FROM_NO_TURNS: ReadonlySet<MvpSloViolationCode> = new Set([
  "completeness_below_required",
  "terminal_correctness_below_required",
  "no_accepted_turns",
]);

/** The verdict of a report. */
export function mvpSloVerdict(report: MvpSloGateReport): MvpSloVerdict {
  if (report.passed) return "pass";
  const { violations, accepted_turns } = report;
  const lacksEvidence = violations.every(({ code }) =>
    accepted_turns === 0 ? FOLLOWS_FROM_NO_TURNS.has(code) : code === "end_to_end_not_evaluated",
  );
  return lacksEvidence ? "inconclusive" : "fail";
}

/** The verdict as one word for a heading. */
export const VERDICT_WORDS: Readonly<Record<MvpSloVerdict, string>> = {
  pass: "Passed",
  fail: "Failed",
  inconclusive: "Inconclusive",
};

/** The verdict as one sentence without a final period, such as "2 of 7 gates failed over 240 turns". */
export function verdictSentence(report: MvpSloGateReport): string {
  const { gates, samples, accepted_turns } = report;
  const turns = `${formatCount(samples)} ${samples === 1 ? "turn" : "turns"}`;
  const verdict = mvpSloVerdict(report);
  if (verdict === "inconclusive") {
    if (samples === 0) return "There are no turns to judge";
    if (accepted_turns === 0) return `None of the ${turns} was accepted, so there is nothing to judge`;
    return `The end-to-end latency could not be evaluated over ${turns}`;
  }
  const count = (status: string) => gates.filter((gate) => gate.status === status).length;
  const failed = count("fail");
  if (failed > 0) return `${failed} of ${gates.length} gates failed over ${turns}`;
  const unseen = count("not_observed") + count("not_evaluated");
  if (verdict === "fail") return `The run failed over ${turns}`;
  if (unseen === 0) return `All ${gates.length} gates passed over ${turns}`;
  return `${count("pass")} of ${gates.length} gates passed over ${turns}, ${unseen} had nothing to judge`;
}
