/** A turn with its place in the run. */
import type { TurnMetrics } from "../../../../contracts/observability/turn-metrics.ts";

/** A turn of a run; ids may repeat, places do not. */
export interface RunTurn {
  /** From 0. */
  readonly index: number;
  readonly turn: TurnMetrics;
}
