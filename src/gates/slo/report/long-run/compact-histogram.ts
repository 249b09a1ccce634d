/**
 * Latencies as counts by millisecond, for runs in which latencies hardly ever repeat.
 *
 * A Map takes about fifty bytes for each different latency. Here the latencies lie in ascending order in typed
 * arrays, sixteen bytes each; only the latest changes are in a Map, until there are enough of them to be merged.
 */
import type { LatencyHistogram } from "../../latency-histogram.ts";

/** Number of latencies at which changes are merged, unless an eighth of what is there is more. */
const FEW = 65_536;

/** A histogram of no turns. */
export function createCompactHistogram(few = FEW): LatencyHistogram {
  let ms = new Float64Array(0);
  let turns = new Float64Array(0);
  /** Turns beyond those in the arrays. */
  let latest = new Map<number, number>();

  const merged = (latency: number): number => {
    const at = placeOf(latency, ms);
    return ms[at] === latency ? (turns[at] ?? 0) : 0;
  };
  const merge = () => {
    if (latest.size === 0) return { ms, turns };
    const changes = Float64Array.from(latest.keys()).sort();
    const added = changes.filter((latency) => merged(latency) === 0).length;
    const [allMs, allTurns] = [new Float64Array(ms.length + added), new Float64Array(ms.length + added)];
    let [old, change] = [0, 0];
    for (let at = 0; at < allMs.length; at += 1) {
      const latency = Math.min(
        ms[old] ?? Number.POSITIVE_INFINITY,
        changes[change] ?? Number.POSITIVE_INFINITY,
      );
      allMs[at] = latency;
      allTurns[at] = (ms[old] === latency ? (turns[old] ?? 0) : 0) + (latest.get(latency) ?? 0);
      if (ms[old] === latency) old += 1;
      if (changes[change] === latency) change += 1;
    }
    [ms, turns, latest] = [allMs, allTurns, new Map()];
    return { ms, turns };
  };
  const histogram: LatencyHistogram = {
    get(latency) {
      const count = (latest.get(latency) ?? 0) + merged(latency);
      return count === 0 ? undefined : count;
    },
    set(latency, count) {
      latest.set(latency, count - merged(latency));
      if (latest.size >= Math.max(few, ms.length / 8)) merge();
      return histogram;
    },
    keys: () => merge().ms,
    values: () => merge().turns,
    *[Symbol.iterator]() {
      const { ms: latencies, turns: counts } = merge();
      for (const [at, latency] of latencies.entries()) yield [latency, counts[at] ?? 0];
    },
  };
  return histogram;
}

/** Index of the first of ascending values that is not below the value. */
function placeOf(value: number, ascending: Float64Array): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
