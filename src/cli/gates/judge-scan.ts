/**
 * Judges a run that is scanned by worker threads: turn metrics as NDJSON of any length, in bounded memory.
 *
 * The turns themselves are never kept, so there is no table of them, and nothing can be cut by tags or paired.
 */

import { compareEvidence } from "../../gates/regression/compare-evidence.ts";
import { createMvpSloAccumulator } from "../../gates/slo/mvp-slo-accumulator.ts";
import { createGateProfileAccumulator } from "../../gates/slo/profile/gate-profile-accumulator.ts";
import type { GateReportInput } from "../../gates/slo/report/gate-report-input.ts";
import type { CliIo } from "../cli-io.ts";
import { findInputs } from "../input/find-inputs.ts";
import type { ScannedFiles } from "../scale/join-lanes.ts";
import { malformedProblem } from "../scale/malformed-limit.ts";
import { scanRun } from "../scale/scan-run.ts";
import { createProgress } from "../terminal/progress.ts";
import { UsageError } from "../usage-error.ts";
import type { GateCall } from "./gate-call.ts";

/** Scans and judges the run, and compares it with its baseline where there is one. */
export async function judgeScan(call: GateCall, workers: number, io: CliIo): Promise<GateReportInput> {
  refuseWhatNeedsTurns(call);
  const { settings, now, baseline } = call;
  const { thresholds, anchor, requireEndToEnd, regression } = settings;
  const gates = { thresholds, anchor, requireEndToEnd };
  const run = await scanned(call.paths, { call, workers, io, gates });
  const report = createMvpSloAccumulator().fromJSON(run.scan.accumulator).report();
  const profile = createGateProfileAccumulator(settings).merge({
    toJSON: () => ({ run: run.scan.accumulator, segments: [] }),
  });
  const input = {
    report,
    turns: [],
    source: run.names.length <= 3 ? run.names.join(", ") : `${run.names.length} files`,
    sources: [{ name: run.names.join(", "), turns: report.samples }],
    profile: profile.report(report),
    ...(now !== undefined && { generatedAt: now }),
    ...(run.malformed !== undefined && { malformed: run.malformed }),
  };
  if (baseline.length === 0 || regression.level === "off") return input;
  const before = await scanned(baseline, { call, workers, io, gates });
  const { level, relative, absolute_ms } = regression;
  const comparison = compareEvidence(before.scan.accumulator, run.scan.accumulator, {
    margin: { relative, absolute_ms },
    confidence: settings.confidence,
  });
  const turns = before.scan.accumulator.samples;
  return {
    ...input,
    regression: { comparison, level, sources: [{ name: before.names.join(", "), turns }] },
  };
}

interface Scanning {
  readonly call: GateCall;
  readonly workers: number;
  readonly io: CliIo;
  readonly gates: Parameters<typeof scanRun>[1]["gates"];
}

interface ScannedSide {
  readonly names: readonly string[];
  readonly scan: ScannedFiles;
  readonly malformed?: GateReportInput["malformed"];
}

async function scanned(
  paths: readonly string[],
  { call, workers, io, gates }: Scanning,
): Promise<ScannedSide> {
  const { files, problems } = await findInputs(paths, io.cwd);
  const [first] = problems;
  if (first !== undefined) throw first.error;
  const scan = await scanRun(files, { io, progress: createProgress(io), gates, workers });
  const problem = malformedProblem(scan, call.malformedLimit);
  if (problem !== undefined) throw problem;
  const { count, first: told } = scan.malformed;
  const allowed = call.malformedLimit.lines ?? Math.floor((call.malformedLimit.share ?? 0) * scan.lines);
  const malformed = {
    count,
    allowed,
    first: told.map(({ file, line, message }) => ({ source: file, line, message })),
  };
  return { names: files.map(({ name }) => name), scan, ...(count > 0 && { malformed }) };
}

function refuseWhatNeedsTurns({ settings, pairBy, tags }: GateCall): void {
  const wanted =
    settings.segmentBy.length > 0
      ? "segments"
      : pairBy !== "none"
        ? "pairs of turns"
        : Object.keys(tags).length > 0
          ? "tags"
          : undefined;
  if (wanted === undefined) return;
  throw new UsageError(
    `Cannot scan with --workers: expected no ${wanted} but received some; a scan keeps no turns`,
    "Leave --workers out, or the segments, pairs and tags",
  );
}
