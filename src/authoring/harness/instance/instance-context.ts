/** The context of an instance, with its way of giving outputs outside of `process`. */
import type { NodeContext } from "../../node/node-context.ts";
import { giveOutput } from "../outputs/give-output.ts";
import type { HarnessWorld, TurnState } from "../world/harness-world.ts";
import { contextFor } from "./make-context.ts";
import type { NodeInstance } from "./node-instance.ts";

/** The context of the instance for the turn. */
export const contextOf = (
  world: HarnessWorld,
  { instance, turn }: { readonly instance: NodeInstance; readonly turn: TurnState | undefined },
): NodeContext =>
  contextFor(world, {
    instance,
    turn,
    emit: async (output) => {
      const last = instance.last_events.get(turn);
      return giveOutput(world, output, { instance, ...(last !== undefined && { last }) });
    },
  });
