/**
 * Whether one run is slower than another: "not slower than main", without being fooled by noise.
 *
 * Every figure comes with how much it moved, between which bounds that is certain, and a verdict against a margin
 * of practical equivalence. All bounds hold for any distribution of latencies; they assume that turns do not influence
 * each other. Nothing is drawn at random, so equal runs give equal reports, byte for byte.
 */

import { countedTurns } from "../slo/latency-histogram.ts";
import type { SeriesName } from "../slo/latency-series.ts";
import { riskOf } from "../slo/strength/figure-strength.ts";
import type { EvidenceComparison, FigureComparison } from "./comparison-report.ts";
import { type ComparedPart, comparedParts, type RunEvidence } from "./evidence-parts.ts";
import { compareFigure, isDecidable, isNotWorse } from "./figure-comparison.ts";
import { type CompareEvidenceOptions, readRegressionOptions } from "./regression-options.ts";
import { pairedEvidence, unpairedEvidence } from "./series-evidence.ts";
import { turnPairs } from "./turn-pairs.ts";

/**
 * Compares the latencies of a candidate with those of a baseline. Runs are lists of turns or states of accumulators;
 * states are compared unpaired, and by the segments that they were cut by. Throws TypeError or RangeError that names
 * what is not well formed, and RangeError where two turns of one run have the same key.
 *
 * @since 0.1.0
 */
export function compareEvidence(
  baseline: RunEvidence,
  candidate: RunEvidence,
  options: CompareEvidenceOptions = {},
): EvidenceComparison {
  const settings = readRegressionOptions(options);
  const { figures, confidence, margin, pairBy } = settings;
  const parts = comparedParts(baseline, candidate, settings);
  const [whole] = parts;
  const isPaired = pairBy !== "none";
  const pairsOf = (part: ComparedPart) =>
    turnPairs(part.baseline.turns ?? [], part.candidate.turns ?? [], { pairBy });
  const names = settings.series ?? comparedSeries(whole);
  const evidence = parts.flatMap((part) => {
    const pairs = isPaired ? pairsOf(part) : [];
    return names
      .filter((series) => settings.series !== undefined || part === whole || isMeasured(part, series))
      .map((series) => ({
        series,
        segment: part.segment,
        ...(isPaired
          ? pairedEvidence(part, pairs, { series, figures })
          : unpairedEvidence(part, { series, figures })),
      }));
  });
  const risk = riskOf(confidence);
  const all = evidence.flatMap((one) => one.figures);
  const family_size = all.filter((figure) => isDecidable(figure, risk)).length;
  const policy = { risk, familyRisk: risk / Math.max(1, family_size), margin };
  const comparisons = all.map((figure) => compareFigure(figure, policy));
  const verdict = overallVerdict(comparisons);
  return {
    verdict,
    passed: verdict === "pass",
    method: isPaired ? "paired" : "unpaired",
    confidence,
    correction: "bonferroni",
    family_size,
    margin,
    baseline_turns: whole.baseline.tally.samples,
    candidate_turns: whole.candidate.tally.samples,
    ...(isPaired && { pairs: pairsOf(whole).length }),
    comparisons,
    worst: evidence
      .filter(({ slow }) => slow.length > 0)
      .map(({ series, segment, slow }) => ({
        series,
        ...(segment !== undefined && { segment }),
        turns: slow,
      })),
  };
}

/**
 * Without a comparison nothing is known. A figure of which only is known that it is not slower does not hold the run
 * up: the question is whether the candidate is slower.
 */
function overallVerdict(comparisons: readonly FigureComparison[]): EvidenceComparison["verdict"] {
  if (comparisons.some(({ verdict }) => verdict === "worse")) return "fail";
  const isOpen = comparisons.length === 0 || !comparisons.every(isNotWorse);
  return isOpen ? "inconclusive" : "pass";
}

/**
 * The latencies that either run has. End-to-end is compared to the start of playback where both runs have that, else to
 * the terminal signal where both have that, since two different ends cannot be compared.
 */
function comparedSeries(whole: ComparedPart): SeriesName[] {
  const names = (["open", "first_output", "cancel_fence"] as const).filter((name) => isMeasured(whole, name));
  const ends = ["playback", "terminal"] as const;
  const end =
    ends.find((name) => isMeasuredTwice(whole, name)) ?? ends.find((name) => isMeasured(whole, name));
  return end === undefined ? names : [...names, end];
}

const turnsOf = ({ baseline, candidate }: ComparedPart, series: SeriesName) =>
  [baseline, candidate].map(({ tally }) => countedTurns(tally.series[series].latencies));

const isMeasured = (part: ComparedPart, series: SeriesName) => turnsOf(part, series).some((n) => n > 0);
const isMeasuredTwice = (part: ComparedPart, series: SeriesName) => turnsOf(part, series).every((n) => n > 0);
