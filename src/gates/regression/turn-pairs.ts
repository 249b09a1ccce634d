/** Turns of two runs that belong together, and the latencies that both turns of a pair have. */
import type { TurnMetrics } from "../../contracts/observability/turn-metrics.ts";
import { quote } from "../../internal/quote.ts";
import type { SeriesName } from "../slo/latency-series.ts";
import { measureTurn } from "../slo/turn-finding.ts";
import type { RegressionSettings } from "./regression-options.ts";

/** A turn of the baseline and its partner. */
export interface TurnPair {
  readonly baseline: TurnMetrics;
  readonly candidate: TurnMetrics;
}

/** A pair of which both turns have the latency, in ms. */
export interface MeasuredPair {
  readonly turn_id: string;
  readonly before: number;
  readonly after: number;
}

/** The pairs, in the order of the candidate. Throws RangeError for a key that two turns of one run share. */
export function turnPairs(
  baseline: readonly TurnMetrics[],
  candidate: readonly TurnMetrics[],
  { pairBy }: Pick<RegressionSettings, "pairBy">,
): TurnPair[] {
  const keyOf = typeof pairBy === "function" ? pairBy : ({ turn_id }: TurnMetrics) => turn_id;
  const [before, after] = [byKey("baseline", baseline, keyOf), byKey("candidate", candidate, keyOf)];
  return [...after].flatMap(([key, turn]) => {
    const partner = before.get(key);
    return partner === undefined ? [] : [{ baseline: partner, candidate: turn }];
  });
}

function byKey(
  side: string,
  turns: readonly TurnMetrics[],
  keyOf: (turn: TurnMetrics) => string | undefined,
): Map<string, TurnMetrics> {
  const found = new Map<string, TurnMetrics>();
  for (const turn of turns) {
    const key = keyOf(turn);
    if (key === undefined) continue;
    if (found.has(key)) {
      throw new RangeError(
        `Cannot pair the turns of the ${side}: expected one turn with key ${quote(key)} but received several; pair by a key that tells them apart`,
      );
    }
    found.set(key, turn);
  }
  return found;
}

/** The pairs of which both turns have the latency. */
export function measuredPairs(series: SeriesName, pairs: readonly TurnPair[]): MeasuredPair[] {
  return pairs.flatMap(({ baseline, candidate }) => {
    const [before, after] = [measureTurn(series, baseline), measureTurn(series, candidate)];
    if (typeof before !== "number" || typeof after !== "number") return [];
    return [{ turn_id: candidate.turn_id, before, after }];
  });
}
