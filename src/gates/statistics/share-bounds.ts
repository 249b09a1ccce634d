/** Bounds of a share from a count, exact for every number of trials (Clopper and Pearson). */
import { probabilityAtLeast, probabilityAtMost } from "./binomial.ts";

/** How often something happened, and how often each bound of its share may be wrong. */
export interface ShareQuestion {
  readonly hits: number;
  readonly n: number;
  /** Above 0 and below 0.5. */
  readonly risk: number;
}

/** Bounds of a share, from 0 to 1. */
export interface ShareBounds {
  readonly lower: number;
  readonly upper: number;
}

/** The tightest bounds of which each is wrong at most as often as the risk, whatever the share is. */
export function shareBounds({ hits, n, risk }: ShareQuestion): ShareBounds {
  const lower = hits === 0 ? 0 : shareWhere((p) => probabilityAtLeast(hits, { n, p }) > risk);
  const upper = hits === n ? 1 : shareWhere((p) => probabilityAtMost(hits, { n, p }) <= risk);
  return { lower, upper };
}

/** The share from which on it holds, by halving until no number lies between. */
function shareWhere(holds: (share: number) => boolean): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}
