/** What an output comes from. */
import type { NodeEvent } from "../../node/node-event.ts";
import type { NodeInstance } from "../instance/node-instance.ts";
import type { TurnState } from "../world/harness-world.ts";

/** What an output comes from. */
export interface Origin {
  readonly instance: NodeInstance;
  readonly cause: NodeEvent | undefined;
  readonly turn: TurnState | undefined;
}
