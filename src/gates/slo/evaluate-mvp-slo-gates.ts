/**
 * The seven MVP SLO gates over the turns of a run.
 *
 * Pure: no clock, no files, no environment; equal samples give a byte-equal report. For runs that do not
 * fit into memory or are spread over workers there is the accumulator, which gives the same verdict.
 */
import type { TurnMetrics } from "../../contracts/observability/turn-metrics.ts";
import { listOf } from "../../internal/input-shape.ts";
import { requireShape } from "../invalid-input.ts";
import { endToEndAnchor, reportedSeries } from "./run-figures.ts";
import { runReport } from "./run-report.ts";
import { addTurn, emptyTally } from "./run-tally.ts";
import { type MvpSloGateOptions, readMvpSloOptions } from "./slo-options.ts";
import type { MvpSloGateReport } from "./slo-report.ts";
import { findingViolation, turnFindings } from "./turn-finding.ts";
import { TURN_SAMPLE } from "./turn-sample.ts";

const SAMPLES = listOf(TURN_SAMPLE);

/**
 * Evaluates gates G1 to G7. Violations of turns come first, in the order of the samples, then those of
 * the run. Times are milliseconds of the runtime's monotonic clock. Throws TypeError or RangeError that
 * names the field of a sample or option that is not well formed, such as `samples[3].turn_open_at_ms`.
 * Source: NF-024 to NF-029, NF-038.
 *
 * @since 0.1.0
 */
export function evaluateMvpSloGates(
  samples: readonly TurnMetrics[],
  options: MvpSloGateOptions = {},
): MvpSloGateReport {
  const settings = readMvpSloOptions(options);
  requireShape("samples", samples, SAMPLES);
  const tally = emptyTally();
  for (const turn of samples) addTurn(tally, turn);
  const anchor = endToEndAnchor(tally, settings.anchor);
  const series = reportedSeries(anchor);
  const findings = samples.flatMap((turn) => turnFindings(turn, series));
  return runReport({ tally, settings, anchor }, findings.map(findingViolation));
}
