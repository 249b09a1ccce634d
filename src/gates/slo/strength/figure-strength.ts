/** What the evidence says about one percentile: its bounds, and whether they decide against its limit. */
import { samplesForUpperBound } from "../../statistics/quantile-bounds.ts";
import { boundedQuantile, rankedValues } from "../../statistics/ranked-values.ts";
import type { GateLimit } from "../gate-table.ts";
import type { LatencyHistogram } from "../latency-histogram.ts";
import { formatCount } from "../report/format-figure.ts";
import type { MvpSloGateId } from "../slo-report.ts";
import { samplesToDecide } from "./samples-to-decide.ts";
import type { FigureStrength, MvpSloStrengthReport, PercentileFigure } from "./strength-report.ts";

/** The quantiles that gates bound, by their names. */
const QUANTILES: Readonly<Record<string, number>> = { p50: 0.5, p95: 0.95 };

/** A percentile of a run with its limit. */
export interface FigureQuestion extends Pick<MvpSloStrengthReport, "mode" | "confidence"> {
  readonly gate_id: MvpSloGateId;
  readonly limit: Pick<GateLimit, "figure" | "name">;
  readonly limit_ms: number;
  readonly latencies: LatencyHistogram;
}

/** Judges one percentile. */
export function figureStrength(question: FigureQuestion): FigureStrength {
  const { gate_id, limit, limit_ms, latencies, mode, confidence } = question;
  const name = limit.name as FigureStrength["name"];
  const p = QUANTILES[name] ?? 0.95;
  const risk = riskOf(confidence);
  const ranked = rankedValues(latencies);
  const needed = samplesForUpperBound({ p, risk });
  const bounded = boundedQuantile(ranked, { p, risk });
  const strength = {
    gate_id,
    figure: limit.figure as PercentileFigure,
    name,
    n: ranked.n,
    needed,
    confidence,
    limit_ms,
  };
  if (bounded === undefined) {
    return { ...strength, verdict: "not_observed", message: `${gate_id} ${name}: no turn was measured` };
  }
  const { observed, lower, upper } = bounded;
  const plain = observed > limit_ms ? "fail" : "pass";
  const sure = ranked.n < needed ? "inconclusive" : verdictOf({ lower, upper, limit_ms });
  const withinLimit = ranked.countAtMost(limit_ms);
  const total = sure === "inconclusive" ? samplesToDecide({ n: ranked.n, withinLimit, p, risk }) : undefined;
  const told = {
    ...strength,
    observed_ms: observed,
    ...(lower !== undefined && { lower_ms: lower }),
    ...(upper !== undefined && { upper_ms: upper }),
    ...(total !== undefined && { samples_to_decide: total }),
  };
  return { ...told, verdict: mode === "strict" ? sure : plain, message: messageOf(told, sure) };
}

/** Risk of a bound at a confidence, without the error that a subtraction from 1 leaves behind. */
export function riskOf(confidence: number): number {
  return Number((1 - confidence).toPrecision(12));
}

function verdictOf(bounds: { lower: number | undefined; upper: number | undefined; limit_ms: number }) {
  const { lower, upper, limit_ms } = bounds;
  if (upper !== undefined && upper <= limit_ms) return "pass";
  return lower !== undefined && lower > limit_ms ? "fail" : "inconclusive";
}

type Told = Omit<FigureStrength, "verdict" | "message">;

function messageOf(told: Told, sure: "pass" | "fail" | "inconclusive"): string {
  const { gate_id, name, n, needed, observed_ms, lower_ms, upper_ms, limit_ms, samples_to_decide } = told;
  const from = lower_ms === undefined ? "from 0 ms" : `from ${lower_ms} ms`;
  const to = upper_ms === undefined ? "without an upper bound" : `to ${upper_ms} ms`;
  const seen = `${gate_id} ${name} is ${observed_ms} ms over ${formatCount(n)} ${n === 1 ? "turn" : "turns"} (${from} ${to})`;
  if (sure === "pass") return `${seen}, at most the limit of ${limit_ms} ms`;
  if (sure === "fail") return `${seen}, above the limit of ${limit_ms} ms`;
  const why =
    n < needed
      ? `too few turns to bound it: at least ${formatCount(needed)} are needed`
      : `the limit of ${limit_ms} ms is within these bounds`;
  const decide =
    samples_to_decide === undefined
      ? "no number of turns spread like these would decide it"
      : `about ${formatCount(samples_to_decide)} turns spread like these would decide it`;
  return `${seen}; ${why}; ${decide}`;
}
