/** The abort controller of what an instance does for a turn. */
import type { HarnessWorld, TurnState } from "../world/harness-world.ts";
import type { NodeInstance } from "./node-instance.ts";

/** The controller; a new one after the session was cancelled, for work of no turn. */
export function controllerOf(
  world: HarnessWorld,
  { instance, turn }: { readonly instance: NodeInstance; readonly turn: TurnState | undefined },
): AbortController {
  const known = instance.controllers.get(turn);
  const isOver = instance.phase === "stopping" || instance.phase === "stopped";
  if (known !== undefined && (turn !== undefined || isOver || !known.signal.aborted)) return known;
  const controller = new AbortController();
  instance.controllers.set(turn, controller);
  const { signal } = turn?.controller ?? world.session_controller;
  if (signal.aborted) controller.abort(signal.reason);
  else signal.addEventListener("abort", () => controller.abort(signal.reason), { once: true });
  return controller;
}
