/**
 * The turns with the largest values, worst first.
 *
 * Ties go to the smaller turn id, so that the list depends on the turns alone and not on their order.
 */
import type { MvpSloGateResult } from "./slo-report.ts";

/** A turn with its value. */
export type WorstTurn = MvpSloGateResult["worst"][number];

/** Longest list of worst turns. */
export const MAX_WORST_TURNS = 5;

/** Puts a turn into the sorted list if it is among the worst. */
export function noteWorst(worst: WorstTurn[], turn: WorstTurn): void {
  const last = worst[MAX_WORST_TURNS - 1];
  if (last !== undefined && !isWorse(turn, last)) return;
  const place = worst.findIndex((other) => isWorse(turn, other));
  worst.splice(place === -1 ? worst.length : place, 0, turn);
  worst.length = Math.min(worst.length, MAX_WORST_TURNS);
}

function isWorse(turn: WorstTurn, other: WorstTurn): boolean {
  return turn.observed === other.observed ? turn.turn_id < other.turn_id : turn.observed > other.observed;
}
