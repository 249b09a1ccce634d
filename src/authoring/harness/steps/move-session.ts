/** Moves the session: the instance that runs is stopped, and a new one goes on with the state that survived. */
import type { StateKind } from "../../node/node-descriptor.ts";
import type { Instances } from "../instance/instances.ts";
import type { HarnessWorld } from "../world/harness-world.ts";

/** Moves the session; state of the kinds in `lost` is gone. What is durable is never lost. */
export function moveSession(
  world: HarnessWorld,
  instances: Instances,
  { lost }: { readonly lost: readonly StateKind[] },
): void {
  world.open_work += 1;
  world.epoch += 1;
  void instances
    .replace({
      goesOn: true,
      between() {
        if (lost.includes("session_hot")) world.hot.clear();
        if (!lost.includes("turn_ephemeral")) return;
        for (const { state, finals } of world.turns.values()) {
          state.clear();
          // Who has lost the state of the turn cannot know what was given.
          finals.clear();
        }
      },
    })
    .then(() => {
      world.open_work -= 1;
    });
}
