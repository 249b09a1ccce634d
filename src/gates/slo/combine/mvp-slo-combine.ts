/**
 * The gates as a combine function, the form in which distributed engines take an aggregation: make, add, merge,
 * extract. The engine cuts the run up, moves the parts between machines and merges them in any order.
 *
 * A thin dress over the accumulator: a part is an accumulator, or the JSON that one became on its way.
 */
import type { TurnMetrics } from "../../../contracts/observability/turn-metrics.ts";
import { type MvpSloAccumulatorOptions, readAccumulatorOptions } from "../accumulator-options.ts";
import type { MvpSloAccumulatorState } from "../accumulator-state.ts";
import { createMvpSloAccumulator, type MvpSloAccumulator } from "../mvp-slo-accumulator.ts";
import type { MvpSloGateReport } from "../slo-report.ts";

/** What is known of a part of a run: an accumulator, or its JSON. */
export type MvpSloPart = MvpSloAccumulator | MvpSloAccumulatorState;

/** A combine function over turns. Every part must have been made with the same options. */
export interface MvpSloCombine {
  /** A part without turns. */
  create(): MvpSloAccumulator;
  /** Adds a turn to a part and gives the part to go on with, which is the same one unless it came as JSON. */
  add(part: MvpSloPart, turn: TurnMetrics): MvpSloAccumulator;
  /** A part that has seen what all of these have seen; they do not change. */
  merge(parts: Iterable<MvpSloPart>): MvpSloAccumulator;
  /** The verdict over everything that the part has seen. */
  extract(part: MvpSloPart): MvpSloGateReport;
  /** The part as JSON, to be sent or stored. Equal parts give equal bytes under `JSON.stringify`. */
  toJSON(part: MvpSloPart): MvpSloAccumulatorState;
}

/**
 * The MVP SLO gates as a combine function. Merging is associative and commutative, an empty part changes nothing, and
 * the report is that of `createMvpSloAccumulator` over the whole run, byte for byte, however it was cut up. Throws
 * TypeError or RangeError for options, turns and parts that are not well formed.
 *
 * @since 0.1.0
 */
export function mvpSloCombine(options: MvpSloAccumulatorOptions = {}): MvpSloCombine {
  // Read at once, so that a mistyped limit fails where it was written and not on some machine.
  readAccumulatorOptions(options);
  const create = () => createMvpSloAccumulator(options);
  /** By way of an accumulator with our options, which refuses a part that has others. */
  const alive = (part: MvpSloPart) => ("add" in part ? part : create().merge({ toJSON: () => part }));
  return {
    create,
    add: (part, turn) => alive(part).add(turn),
    merge(parts) {
      const merged = create();
      for (const part of parts) merged.merge("add" in part ? part : { toJSON: () => part });
      return merged;
    },
    extract: (part) => alive(part).report(),
    toJSON: (part) => alive(part).toJSON(),
  };
}
