/**
 * Streaming compared with non-streaming over the same combinations of providers.
 *
 * A comparison is fair only between runs that were made to be compared, that each show the mode they claim, and
 * that covered the same combinations, each once. Everything else is shown for diagnosis and has no winner.
 */
import type {
  LiveFinding,
  LiveLatencyComparison,
  LiveLatencyFigure,
  LiveLatencyPair,
} from "../../contracts/observability/live-gate-fields.ts";
import type { LiveProviderChainReport } from "../../contracts/observability/live-provider-chain-report.ts";
import { requireChainReport } from "./chain-report-shape.ts";
import { p50AndP95 } from "./latency-percentiles.ts";
import { liveFinding } from "./live-finding.ts";
import { modeFindings } from "./mode-evidence.ts";
import { indexSide, type LiveFigure, pairsOf, unpairedFindings } from "./paired-combinations.ts";

const FIGURES: readonly LiveFigure[] = ["first_assistant_audio_e2e", "turn_completion_e2e"];

/**
 * Compares the first-audio and the completion latency of a streaming and a non-streaming report, pair by pair,
 * in ms; deltas are streaming less non-streaming. Throws TypeError or RangeError that names a field of a report
 * that is not well formed.
 *
 * @since 0.1.0
 */
export function compareLiveLatency(
  streaming: LiveProviderChainReport,
  nonStreaming: LiveProviderChainReport,
): LiveLatencyComparison {
  requireChainReport("streaming", streaming);
  requireChainReport("non_streaming", nonStreaming);
  const left = indexSide({ path: "streaming", report: streaming });
  const right = indexSide({ path: "non_streaming", report: nonStreaming });
  const measured = FIGURES.map((figure) => ({
    figure,
    ...pairsOf(figure, { streaming: left, nonStreaming: right }),
  }));
  const reasons = [
    ...identityFindings(streaming, nonStreaming),
    ...modeFindings(streaming, { path: "streaming", mode: "streaming" }),
    ...modeFindings(nonStreaming, { path: "non_streaming", mode: "non_streaming" }),
    ...left.findings,
    ...right.findings,
    ...unpairedFindings(left, right),
    ...unpairedFindings(right, left),
    ...measured.flatMap(({ findings }) => findings),
  ];
  const diagnostic_only = reasons.length > 0;
  const { comparison_identity } = streaming;
  return {
    diagnostic_only,
    reasons,
    ...(comparison_identity === nonStreaming.comparison_identity && { comparison_identity }),
    figures: measured.map(({ figure, pairs }) => figureOf(figure, { pairs, isFair: !diagnostic_only })),
  };
}

function identityFindings(left: LiveProviderChainReport, right: LiveProviderChainReport): LiveFinding[] {
  if (left.comparison_identity === right.comparison_identity) return [];
  const at = { code: "comparison_identity_differs", path: "non_streaming.comparison_identity" };
  const expected = JSON.stringify(left.comparison_identity);
  return [liveFinding({ ...at, expected, received: right.comparison_identity })];
}

function figureOf(
  figure: LiveFigure,
  { pairs, isFair }: { readonly pairs: LiveLatencyPair[]; readonly isFair: boolean },
): LiveLatencyFigure {
  const streaming = p50AndP95(pairs.map(({ streaming_ms }) => streaming_ms));
  const non_streaming = p50AndP95(pairs.map(({ non_streaming_ms }) => non_streaming_ms));
  const delta = p50AndP95(pairs.map(({ delta_ms }) => delta_ms));
  return {
    figure,
    samples: pairs.length,
    ...(streaming !== undefined && { streaming }),
    ...(non_streaming !== undefined && { non_streaming }),
    ...(delta !== undefined && { delta }),
    winner: delta === undefined || !isFair ? "undecided" : winnerOf(delta.p50_ms),
    pairs,
  };
}

function winnerOf(medianDelta: number): "streaming" | "non_streaming" | "tie" {
  if (medianDelta === 0) return "tie";
  return medianDelta < 0 ? "streaming" : "non_streaming";
}
