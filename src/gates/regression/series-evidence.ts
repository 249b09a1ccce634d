/** The figures of one latency in one part of two runs, in pairs or not. */
import type { SeriesName } from "../slo/latency-series.ts";
import { samplesForBothBounds } from "../statistics/quantile-bounds.ts";
import { quantileCorrelation, quantileDifference } from "../statistics/quantile-difference.ts";
import {
  boundedQuantile,
  nearestRank,
  type RankedValues,
  rankedList,
  rankedValues,
} from "../statistics/ranked-values.ts";
import type { SlowTurn } from "./comparison-report.ts";
import type { ComparedPart } from "./evidence-parts.ts";
import type { FigureEvidence } from "./figure-comparison.ts";
import type { RegressionFigure } from "./regression-options.ts";
import { slowestBeyond, slowestPairs } from "./slow-turns.ts";
import { measuredPairs, type TurnPair } from "./turn-pairs.ts";

/** The figures of one latency, and the turns to look at. */
export interface SeriesEvidence {
  readonly figures: readonly FigureEvidence[];
  readonly slow: readonly SlowTurn[];
}

/** Which latency is looked at, and by which figures. */
export interface SeriesQuestion {
  readonly series: SeriesName;
  readonly figures: readonly RegressionFigure[];
}

const QUANTILES = { p50: 0.5, p95: 0.95, shift: 0.5 } as const;

/** How often the bound of the correlation of pairs may be too high. */
const CORRELATION_RISK = 0.1;

/** The figures of two runs whose turns have nothing to do with each other: all of it is read off histograms. */
export function unpairedEvidence(
  { segment, baseline, candidate }: ComparedPart,
  { series, figures }: SeriesQuestion,
): SeriesEvidence {
  const before = rankedValues(baseline.tally.series[series].latencies);
  const after = rankedValues(candidate.tally.series[series].latencies);
  const p95 = before.n === 0 ? undefined : before.at(nearestRank(before.n, 0.95));
  const { worst } = candidate.tally.series[series];
  return {
    figures: figures.map((figure): FigureEvidence => {
      const p = QUANTILES[figure];
      return {
        ...identity(before, after, { series, figure, p }),
        ...(segment !== undefined && { segment }),
        needed: (risk) => samplesForBothBounds({ p, risk }),
        difference: (risk) => quantileDifference(before, after, { p, risk }),
      };
    }),
    slow: p95 === undefined ? [] : slowestBeyond(worst, p95),
  };
}

/** The figures of pairs. Turns without a partner, or without the latency on one side, are left out on both. */
export function pairedEvidence(
  { segment }: Pick<ComparedPart, "segment">,
  turnPairs: readonly TurnPair[],
  { series, figures }: SeriesQuestion,
): SeriesEvidence {
  const pairs = measuredPairs(series, turnPairs);
  const before = rankedList(pairs.map((pair) => pair.before));
  const after = rankedList(pairs.map((pair) => pair.after));
  const differences = rankedList(pairs.map((pair) => pair.after - pair.before));
  const values = pairs.map((pair) => [pair.before, pair.after] as const);
  return {
    figures: figures.map((figure): FigureEvidence => {
      const p = QUANTILES[figure];
      const correlation = figure === "shift" ? 0 : quantileCorrelation(values, { p, risk: CORRELATION_RISK });
      return {
        ...identity(before, after, { series, figure, p }),
        ...(segment !== undefined && { segment }),
        needed: (risk) => samplesForBothBounds({ p, risk }),
        difference: (risk) =>
          figure === "shift"
            ? boundedQuantile(differences, { p, risk })
            : quantileDifference(before, after, { p, risk, correlation }),
      };
    }),
    slow: slowestPairs(pairs),
  };
}

function identity(
  before: RankedValues,
  after: RankedValues,
  { series, figure, p }: { series: SeriesName; figure: RegressionFigure; p: number },
) {
  const [baseline, candidate] = [before, after].map(({ n, at }) =>
    n === 0 ? undefined : at(nearestRank(n, p)),
  );
  return {
    series,
    figure,
    baseline_n: before.n,
    candidate_n: after.n,
    ...(baseline !== undefined && { baseline_ms: baseline }),
    ...(candidate !== undefined && { candidate_ms: candidate }),
  };
}
