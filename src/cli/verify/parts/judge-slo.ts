/** The SLO gates and the regression gate: the turns of a run by its gate profile, and against another run. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import type { GateOutcome } from "../../../gates/orchestration/gate.ts";
import { compareEvidence } from "../../../gates/regression/compare-evidence.ts";
import {
  createGateProfileAccumulator,
  type GateProfileState,
} from "../../../gates/slo/profile/gate-profile-accumulator.ts";
import type { GateProfileReport } from "../../../gates/slo/profile/gate-profile-report.ts";
import type { GateProfileSettings } from "../../../gates/slo/profile/gate-profile-settings.ts";
import { segmentName } from "../../../gates/slo/profile/segment-key.ts";
import type {
  JudgedComparison,
  MalformedLines,
  ReportSource,
} from "../../../gates/slo/report/gate-report-input.ts";
import { buildSloGatesReport } from "../../../gates/slo/report/slo-gates-report.ts";
import { gatherRun } from "../../gates/gather-run.ts";
import { findInputs } from "../../input/find-inputs.ts";
import { asReadError } from "../../input/read-input.ts";
import { reportText, type VerifiedPart, type VerifyReading } from "./verified-part.ts";

/** A run as it was added up. */
export interface AddedRun {
  readonly state: GateProfileState;
  readonly report: GateProfileReport;
  readonly sources: readonly ReportSource[];
  /** Lines that could not be read, where the profile allows some. */
  readonly malformed?: MalformedLines | undefined;
}

/** Reads the evidence of a run and adds it up. Throws UsageError for evidence that cannot be read. */
export async function addUpRun(
  paths: readonly string[],
  { settings, reading }: { readonly settings: GateProfileSettings; readonly reading: VerifyReading },
): Promise<AddedRun> {
  const run = createGateProfileAccumulator(settings);
  const { sources, malformed } = await gatherRun(paths, {
    ...reading,
    maxMalformedLines: settings.maxMalformedLines,
    onTurn: run.add,
  });
  const { files } = await findInputs(paths, reading.io.cwd);
  const hashes = new Map<string, string>();
  for (const { path, name } of files) if (path !== undefined) hashes.set(name, await hashOfFile(path, name));
  const hashed = sources.map((source) => ({ ...source, sha256: hashes.get(source.name) }));
  return { state: run.toJSON(), report: run.report(), sources: hashed, malformed };
}

async function hashOfFile(path: string, name: string): Promise<string> {
  const hash = createHash("sha256");
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk);
  } catch (error) {
    throw asReadError(error, name);
  }
  return hash.digest("hex");
}

/** Compares a run with its baseline, by the budget of the profile. */
export function compareRuns(
  baseline: AddedRun,
  candidate: AddedRun,
  { settings }: { readonly settings: GateProfileSettings },
): JudgedComparison {
  const { relative, absolute_ms, level } = settings.regression;
  const comparison = compareEvidence(baseline.state, candidate.state, {
    by: settings.segmentBy,
    margin: { relative, absolute_ms },
    confidence: settings.confidence,
  });
  return { comparison, level, sources: baseline.sources };
}

/** The SLO gates as an answer; the report has the comparison, too, where there is one. */
export function judgeSlo(
  { report, sources, malformed }: AddedRun,
  { regression, now }: { readonly regression?: JudgedComparison | undefined; readonly now: string },
): VerifiedPart {
  const errors = report.findings.filter(({ severity }) => severity === "error");
  const violations = errors.map(({ gate_id, verdict, message }) => ({
    code: `${gate_id?.toLowerCase() ?? "run"}_${verdict === "fail" ? "broken" : "inconclusive"}`,
    message,
  }));
  const { samples, accepted_turns, first_output_p95_ms, end_to_end_p95_ms } = report.report;
  const metrics = {
    read_turns: samples,
    accepted_turns,
    ...(first_output_p95_ms !== undefined && { first_output_p95_ms }),
    ...(end_to_end_p95_ms !== undefined && { end_to_end_p95_ms }),
  };
  const artifact = buildSloGatesReport(report, { now, sources, regression, malformed });
  return {
    outcome: { status: statusOf(report.verdict), violations, metrics },
    report: { id: "slo_gates_report", text: reportText(artifact) },
  };
}

/** The seven gates by the plain rule, whatever levels a profile gives them: that is what the MVP asks. */
export function plainOutcome({ report: { report } }: AddedRun): GateOutcome {
  const violations = report.violations.map(({ code, message }) => ({ code, message }));
  const metrics = { read_turns: report.samples, accepted_turns: report.accepted_turns };
  return { status: report.passed ? "pass" : "fail", violations, metrics };
}

/** The comparison as an answer. */
export function regressionOutcome({ comparison }: JudgedComparison): GateOutcome {
  const { verdict, comparisons, baseline_turns, candidate_turns } = comparison;
  const told = verdict === "fail" ? "worse" : "inconclusive";
  const found = comparisons.filter((one) => verdict !== "pass" && one.verdict === told);
  const violations = found.map(({ series, figure, segment, message }) => ({
    code: `${series}_${figure}_${told}`,
    message:
      segment === undefined
        ? `${message}${turnsToLookAt(comparison, series)}`
        : `${message} (${segmentName(segment)})`,
  }));
  if (verdict !== "pass" && violations.length === 0) {
    const message = "Cannot compare the runs: expected latencies in both but received none";
    violations.push({ code: "nothing_compared", message });
  }
  return { status: statusOf(verdict), violations, metrics: { baseline_turns, candidate_turns } };
}

/** The longest turns of a latency, for whoever wants to know where to begin. */
function turnsToLookAt({ worst }: JudgedComparison["comparison"], series: string): string {
  const turns = worst.find((one) => one.series === series && one.segment === undefined)?.turns ?? [];
  const named = turns.slice(0, 3).map(({ turn_id, candidate_ms }) => `${turn_id} (${candidate_ms} ms)`);
  return named.length === 0 ? "" : `; look at ${named.join(", ")}`;
}

const statusOf = (verdict: "pass" | "fail" | "inconclusive"): GateOutcome["status"] =>
  verdict === "inconclusive" ? "not_evaluated" : verdict;
