/**
 * The turns that stand out in a gate: the first of each reason, and a count of all of them.
 *
 * Some are kept for each reason, so that a thousand slow turns do not hide the one without a fence.
 */
import type { EndToEndAnchor } from "../../slo-report.ts";
import type { RunTurn } from "./run-turn.ts";

/** Why a turn stands out; reasons are told apart by identity. */
export interface Reason {
  /** The anchor that it holds under; undefined where it holds under each. */
  readonly anchor: EndToEndAnchor | undefined;
}

/** Turns that stand out under an anchor. */
export interface OutstandingTurns {
  /** The kept ones; the order is that of urgency. */
  readonly turns: readonly RunTurn[];
  /** How many there are. */
  readonly total: number;
}

/** A bounded list of turns that stand out. */
export interface StandingOut {
  /** Adds a turn with everything that it stands out by, at least one reason. */
  add(turn: RunTurn, reasons: readonly Reason[]): void;
  /** At most as many turns as were asked for: the first of every reason, then the second, and so on. */
  under(anchor: EndToEndAnchor | undefined): OutstandingTurns;
}

/** Keeps `most` turns of each reason, and hands out as many of all. */
export function createStandingOut(most: number): StandingOut {
  const kept = new Map<Reason, RunTurn[]>();
  const totals = { playback: 0, terminal: 0, neither: 0 };
  return {
    add(turn, reasons) {
      for (const reason of reasons) {
        const turns = kept.get(reason);
        if (turns === undefined) kept.set(reason, [turn]);
        else if (turns.length < most) turns.push(turn);
      }
      const holdsUnder = (wanted: EndToEndAnchor) =>
        reasons.some(({ anchor }) => anchor === undefined || anchor === wanted);
      if (holdsUnder("playback")) totals.playback += 1;
      if (holdsUnder("terminal")) totals.terminal += 1;
      if (reasons.some(({ anchor }) => anchor === undefined)) totals.neither += 1;
    },
    under(anchor) {
      const ranks = new Map<RunTurn, number>();
      for (const [reason, turns] of kept) {
        if (reason.anchor !== undefined && reason.anchor !== anchor) continue;
        for (const [rank, turn] of turns.entries()) {
          ranks.set(turn, Math.min(rank, ranks.get(turn) ?? rank));
        }
      }
      const byRank = [...ranks].sort(
        ([left, first], [right, second]) => first - second || left.index - right.index,
      );
      return { turns: byRank.slice(0, most).map(([turn]) => turn), total: totals[anchor ?? "neither"] };
    },
  };
}
