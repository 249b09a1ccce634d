/** The verdict over a run with everything that was asked of it: gates, levels, segments, baseline. */
import { formatCount } from "../format-figure.ts";
import type { GateReportInput } from "../gate-report-input.ts";
import { type MvpSloVerdict, mvpSloVerdict, verdictSentence } from "../gate-verdict.ts";

/** The verdict: fail beats inconclusive beats pass. */
export function runVerdict({ report, profile, regression }: GateReportInput): MvpSloVerdict {
  const gates = profile?.verdict ?? mvpSloVerdict(report);
  const compared = regression?.level === "error" ? regression.comparison.verdict : "pass";
  if (gates === "fail" || compared === "fail") return "fail";
  return gates === "inconclusive" || compared === "inconclusive" ? "inconclusive" : "pass";
}

/** The verdict as one sentence without a final period. */
export function runSentence(input: GateReportInput): string {
  const { report, profile, regression } = input;
  const gates = profile === undefined ? verdictSentence(report) : profileSentence(input);
  if (regression === undefined || regression.level === "off") return gates;
  const { verdict } = regression.comparison;
  const words = {
    pass: "it is not slower than the baseline",
    fail: "it is slower than the baseline",
    inconclusive: "there are too few turns to compare it with the baseline",
  };
  return `${gates}; ${words[verdict]}`;
}

function profileSentence({ report, profile }: GateReportInput): string {
  const plain = verdictSentence(report);
  if (profile === undefined) return plain;
  const errors = profile.findings.filter(({ severity }) => severity === "error");
  const ofSegments = new Set(
    errors.flatMap(({ segment }) => (segment === undefined ? [] : [JSON.stringify(segment)])),
  );
  const ofRun = errors.filter(({ segment }) => segment === undefined);
  const turns = `${formatCount(report.samples)} ${report.samples === 1 ? "turn" : "turns"}`;
  const gatesOf = (verdict: string) =>
    new Set(ofRun.filter((finding) => finding.verdict === verdict).map(({ gate_id }) => gate_id)).size;
  const warned = profile.findings.length - errors.length;
  const parts: string[] = [];
  if (profile.mode === "strict" && report.accepted_turns > 0) {
    const [failed, thin] = [gatesOf("fail"), gatesOf("inconclusive")];
    if (failed > 0) parts.push(`${failed} of ${report.gates.length} gates failed`);
    if (thin > 0) parts.push(`${thin} of ${report.gates.length} gates cannot be decided`);
    if (parts.length === 0) parts.push("Every gate is decided and passed");
    parts[parts.length - 1] += ` over ${turns}`;
  } else if (ofRun.length === 0 && !report.passed) {
    parts.push(`No gate at level error failed over ${turns}`);
  } else {
    parts.push(plain);
  }
  if (ofSegments.size > 0)
    parts.push(
      `${formatCount(ofSegments.size)} of ${formatCount(profile.segments.length)} segments did not pass`,
    );
  if (warned > 0) parts.push(`${formatCount(warned)} ${warned === 1 ? "warning" : "warnings"}`);
  return parts.join(", ");
}
