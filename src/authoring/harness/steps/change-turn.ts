/** Turns of the session under test: opened, ended, cancelled. */

import type { Instances } from "../instance/instances.ts";
import { turnCancelled } from "../instance/turn-cancelled.ts";
import type { HarnessWorld, TurnState } from "../world/harness-world.ts";
import { deliverSignal } from "./deliver-input.ts";

/** Opens a turn that the session has not had. One that is open is committed first: a session has one at a time. */
export function openTurn(
  world: HarnessWorld,
  instances: Instances,
  { turn_id }: { readonly turn_id: string },
): void {
  // Nothing reopens a turn (INV-LIFE-05).
  if (world.turns.has(turn_id)) return;
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
  const calls = instances.callsOf(turn);
  fenceTurn(world, turn, { phase: "over", reason: signal === "commit" ? "The turn is over" : reason });
  deliverSignal(world, instances, { signal, turn, ...(signal === "abort" && { reason }) });
  instances.watchEnd(calls, { turn, stops_by: turn.stops_by });
  instances.closeTurn(turn);
}

/** What is cancelled. */
export interface Cancelled {
  readonly turn: TurnState | undefined;
  readonly scope: "session" | "turn" | "node" | "provider_invocation";
  readonly reason: string;
}

/**
 * Cancels a turn, or nothing in particular: hooks are told either way, and as often as it comes. In session scope, also
 * what runs for no turn.
 */
export function cancelWork(
  world: HarnessWorld,
  instances: Instances,
  { turn, scope, reason }: Cancelled,
): void {
  const stops_by = world.clock.now + world.node.descriptor.cancel.within_ms;
  const calls = turn === undefined ? [] : instances.callsOf(turn);
  if (turn !== undefined) fenceTurn(world, turn, { phase: "cancelled", reason });
  if (scope === "session") {
    instances.watchEnd(instances.callsOf(undefined), { turn: undefined, stops_by });
    world.session_cancel = { begun: world.calls_begun, stops_by };
    world.consumer.giveUp(({ turn_id }) => turn_id === undefined);
    const { session_controller } = world;
    world.session_controller = new AbortController();
    world.globals.run(world.host, () => session_controller.abort(turnCancelled(reason)));
  }
  deliverSignal(world, instances, { signal: "cancel", turn, reason, scope });
  instances.tellCancel(turn, reason);
  if (turn !== undefined) instances.watchEnd(calls, { turn, stops_by: turn.stops_by });
}
