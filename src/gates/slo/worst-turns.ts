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
export function noteWorst(worst: WorstTurn[], turn_id: string, observed: number): void {
  const last = worst[MAX_WORST_TURNS - 1];
  if (last !== undefined && !isWorse(turn_id, observed, last)) return;
  const place = worst.findIndex((other) => isWorse(turn_id, observed, other));
  worst.splice(place === -1 ? worst.length : place, 0, { turn_id, observed });
  worst.length = Math.min(worst.length, MAX_WORST_TURNS);
}

function isWorse(turn_id: string, observed: number, other: WorstTurn): boolean {
  return observed === other.observed ? turn_id < other.turn_id : observed > other.observed;
}
