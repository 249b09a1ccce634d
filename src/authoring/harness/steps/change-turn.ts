/** Turns of the session under test: opened, ended, cancelled. */

import type { Instances } from "../instance/instances.ts";
import type { HarnessWorld, TurnState } from "../world/harness-world.ts";
import { deliverSignal } from "./deliver-input.ts";

/** The reason that `ctx.cancel` gives when a turn ends in any way; what a node throws because of it is no failure. */
function turnCancelled(reason: string): Error {
  const error = new Error(reason);
  error.name = "TurnCancelled";
  return error;
}

/** Opens a turn. One that is open is committed first: a session has one at a time. */
export function openTurn(
  world: HarnessWorld,
  instances: Instances,
  { turn_id }: { readonly turn_id: string },
): TurnState {
  if (world.turn !== undefined) endTurn(world, instances, { turn: world.turn, signal: "commit" });
  const turn: TurnState = {
    turn_id,
    phase: "open",
    stops_by: 0,
    is_terminated: false,
    finals: new Set(),
    controller: new AbortController(),
    state: new Map(),
  };
  world.turns.set(turn_id, turn);
  world.turn = turn;
  instances.openTurn(turn);
  deliverSignal(world, instances, { signal: "turn_open", turn });
  return turn;
}

/** Ends what runs for a turn; from now on its outputs are late. */
export function fenceTurn(
  world: HarnessWorld,
  turn: TurnState,
  { phase, reason }: { readonly phase: "cancelled" | "over"; readonly reason: string },
): void {
  if (turn.phase !== "open") return;
  const { cancel } = world.node.descriptor;
  turn.phase = phase;
  turn.stops_by = world.clock.now + cancel.within_ms;
  if (world.turn === turn) world.turn = undefined;
  world.consumer.giveUp(({ turn_id }) => turn_id === turn.turn_id);
  world.globals.run(world.host, () => turn.controller.abort(turnCancelled(reason)));
}

/** Ends a turn well or badly: its signal goes out, what runs is fenced. */
export function endTurn(
  world: HarnessWorld,
  instances: Instances,
  {
    turn,
    signal,
    reason = "aborted",
  }: { readonly turn: TurnState; readonly signal: "commit" | "abort"; readonly reason?: string },
): void {
  deliverSignal(world, instances, { signal, turn, ...(signal === "abort" && { reason }) });
  const calls = instances.callsOf(turn);
  fenceTurn(world, turn, { phase: "over", reason: signal === "commit" ? "The turn is over" : reason });
  instances.watchEnd(turn, calls);
  instances.closeTurn(turn);
}

/** Cancels a turn, or nothing in particular: hooks are told either way, and as often as it comes. */
export function cancelTurn(
  world: HarnessWorld,
  instances: Instances,
  { turn, reason }: { readonly turn: TurnState | undefined; readonly reason: string },
): void {
  deliverSignal(world, instances, { signal: "cancel", turn, reason, scope: "turn" });
  const calls = turn === undefined ? [] : instances.callsOf(turn);
  if (turn !== undefined) fenceTurn(world, turn, { phase: "cancelled", reason });
  instances.tellCancel(turn, reason);
  if (turn !== undefined) instances.watchEnd(turn, calls);
}
