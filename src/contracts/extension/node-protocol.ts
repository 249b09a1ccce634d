/** What the protocol between the kit and a node outside of it is made of, as plain data: it loads nothing. */

/** Version of the protocol; the major number must be equal on both sides. */
export const NODE_PROTOCOL = "rspp.node.v1";

/** Names of the state stores, as the context of a node has them. */
export const STATE_STORES = ["turn", "session_hot", "session_durable"] as const;

/** The hooks that are called. */
export const CALLED_HOOKS = [
  "init",
  "start",
  "process",
  "onCancel",
  "onBargeIn",
  "onBudgetExhausted",
  "stop",
] as const;

/** What is left to a node when a budget is used up. */
export const BUDGET_ENDINGS = ["continue", "degrade", "fallback", "terminate"] as const;
