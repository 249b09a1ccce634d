/**
 * How many turns would decide whether a percentile meets its limit, if their latencies were spread as those that
 * were seen.
 *
 * Only the share of turns within the limit matters. It is taken as it was observed, hence the figure is a plan and no
 * promise: with a share near the percentile, the next turns can make the way longer or shorter.
 */
import { probabilityAtLeast, probabilityAtMost } from "../../statistics/binomial.ts";
import { firstWhere, samplesForUpperBound } from "../../statistics/quantile-bounds.ts";

/** Numbers above this are not worth telling: nobody will record so many turns. */
const MOST_SAMPLES = 1e9;

/** What was seen, and which quantile is judged at which risk. */
export interface DecisionQuestion {
  readonly n: number;
  /** Turns whose latency is at most the limit. */
  readonly withinLimit: number;
  readonly p: number;
  readonly risk: number;
}

/** Turns in total; undefined where the limit is the observed percentile itself or no sensible number decides. */
export function samplesToDecide({ n, withinLimit, p, risk }: DecisionQuestion): number | undefined {
  const share = withinLimit / n;
  const least = Math.max(n, samplesForUpperBound({ p, risk }));
  // Rounded towards the limit, so that it is decided with the whole number of turns.
  const decides =
    share >= p
      ? (total: number) => probabilityAtLeast(Math.floor((withinLimit * total) / n), { n: total, p }) <= risk
      : (total: number) => probabilityAtMost(Math.ceil((withinLimit * total) / n), { n: total, p }) <= risk;
  if (share === p) return undefined;
  let high = least;
  while (!decides(high)) {
    high *= 2;
    if (high > MOST_SAMPLES) return undefined;
  }
  return firstWhere(decides, { from: least, to: high });
}
