/** Does a step: what happens to the node at the present instant. Time is not moved here. */

import { exhaustBudget } from "../instance/exhaust-budget.ts";
import type { Instances } from "../instance/instances.ts";
import type { NodeStep } from "../node-step.ts";
import type { HarnessWorld, TurnState } from "../world/harness-world.ts";
import { cancelWork, endTurn, openTurn } from "./change-turn.ts";
import { deliverInput, deliverSignal } from "./deliver-input.ts";
import { moveSession } from "./move-session.ts";

/** Steps that happen at one instant. */
export type InstantStep = Exclude<NodeStep, { readonly kind: "advance" }>;

/** Does a step. What it sets off goes on by itself. */
export function applyStep(world: HarnessWorld, instances: Instances, step: InstantStep): void {
  switch (step.kind) {
    case "input":
      openTurnIfNeeded(world, instances, step);
      world.is_last_of_step = true;
      deliverInput(world, instances, step);
      world.is_last_of_step = false;
      return;
    case "open_turn":
      openTurn(world, instances, { turn_id: step.turn_id ?? nextTurnId(world) });
      return;
    case "commit_turn":
      endNamed(world, instances, { turn_id: step.turn_id, signal: "commit" });
      return;
    case "abort_turn":
      endNamed(world, instances, {
        turn_id: step.turn_id,
        signal: "abort",
        reason: step.reason ?? "aborted",
      });
      return;
    case "cancel":
      cancel(world, instances, step);
      return;
    case "barge_in":
      instances.tellBargeIn();
      deliverSignal(world, instances, { signal: "barge_in", turn: world.turn });
      return;
    case "exhaust_budget": {
      const instance = instances.instanceFor(world.turn);
      if (instance?.phase === "started")
        void exhaustBudget(world, { instance, outcome: step.outcome ?? "degrade" });
      return;
    }
    case "rotate_lease":
      world.epoch += 1;
      deliverSignal(world, instances, { signal: "lease_rotated", turn: world.turn });
      return;
    case "pause_output":
      forgetEarlierPressure(world, instances);
      world.consumer.pause(step.type);
      return;
    case "resume_output":
      world.consumer.resume(step.type);
      return;
    case "grant_credit":
      forgetEarlierPressure(world, instances);
      world.consumer.grant(step.amount, step.type);
      return;
    case "skew_clock":
      world.wall_offset = Math.max(-world.clock.now, world.wall_offset + step.ms);
      return;
    case "disconnect":
      deliverSignal(world, instances, { signal: "disconnected", turn: world.turn });
      world.is_connected = false;
      return;
    case "reconnect":
      world.is_connected = true;
      deliverSignal(world, instances, { signal: "connected", turn: world.turn });
      return;
    case "migrate":
      moveSession(world, instances, { lost: step.lose ?? [] });
      return;
    case "inject_fault":
      world.faults.set(step.hook, step.fault);
      return;
  }
}

/** What was held back while the consumer paused another time does not count again. */
function forgetEarlierPressure({ consumer }: HarnessWorld, { all }: Instances): void {
  if (consumer.isUnderPressure) return;
  for (const { held } of all) {
    held.causes.clear();
    held.outputs = 0;
    held.isReported = false;
  }
}

/** A node that lives for a turn has nobody to take an input while none is open; the first one opens it. */
function openTurnIfNeeded(
  world: HarnessWorld,
  instances: Instances,
  { turn_id }: Extract<NodeStep, { readonly kind: "input" }>,
): void {
  if (world.node.descriptor.execution_scope !== "turn" || world.turns.size > 0 || turn_id === null) return;
  openTurn(world, instances, { turn_id: turn_id ?? nextTurnId(world) });
}

const nextTurnId = ({ turns }: HarnessWorld): string => {
  let number = turns.size + 1;
  while (turns.has(`turn-${number}`)) number += 1;
  return `turn-${number}`;
};

const named = (world: HarnessWorld, turn_id: string | undefined): TurnState | undefined =>
  turn_id === undefined ? world.turn : world.turns.get(turn_id);

function endNamed(
  world: HarnessWorld,
  instances: Instances,
  {
    turn_id,
    signal,
    reason,
  }: { readonly turn_id: string | undefined; readonly signal: "commit" | "abort"; readonly reason?: string },
): void {
  const turn = named(world, turn_id);
  if (turn === undefined || turn.phase === "over") return;
  endTurn(world, instances, { turn, signal, ...(reason !== undefined && { reason }) });
}

function cancel(
  world: HarnessWorld,
  instances: Instances,
  { turn_id, scope = "turn", reason = "cancelled" }: Extract<NodeStep, { readonly kind: "cancel" }>,
): void {
  cancelWork(world, instances, { turn: named(world, turn_id), scope, reason });
}
