/**
 * The turns with the largest values, worst first.
 *
 * Ties go to the smaller turn id, so that the list depends on the turns alone and not on their order.
 */
import type { MvpSloGateResult } from "./slo-report.ts";

/** A turn with its value. */
export type WorstTurn = MvpSloGateResult["worst"][number];

const MAX_WORST_TURNS = 5;

/** Puts a turn into the sorted list if it is among the worst. */
export function noteWorst<T extends WorstTurn>(worst: T[], turn: T): void {
  const last = worst[MAX_WORST_TURNS - 1];
  if (last !== undefined && byBadness(turn, last) > 0) return;
  worst.push(turn);
  worst.sort(byBadness);
  worst.splice(MAX_WORST_TURNS);
}

function byBadness(turn: WorstTurn, other: WorstTurn): number {
  return other.observed - turn.observed || (turn.turn_id < other.turn_id ? -1 : 1);
}
