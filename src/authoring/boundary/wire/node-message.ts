/** The messages between the kit and a node outside of it: one JSON object a line in each direction. */
import type { HookName } from "../../harness/node-step.ts";
import type { BudgetOutcome } from "../../node/node-context.ts";
import type { StateKind } from "../../node/node-descriptor.ts";

/** Version of the protocol; the major number must be equal on both sides. */
export const NODE_PROTOCOL = "rspp.node.v1";

/** Names of the state stores, as the context has them. */
export const STATE_STORES = ["turn", "session_hot", "session_durable"] as const;

/** Name of a state store. */
export type StateStoreName = (typeof STATE_STORES)[number];

/** The store of each kind of state. */
export const STORE_OF: { readonly [Kind in StateKind]: StateStoreName } = {
  turn_ephemeral: "turn",
  session_hot: "session_hot",
  session_durable: "session_durable",
};

/** Values by name, by store; only the stores that the node declares are there. */
export type StateSnapshot = { readonly [Store in StateStoreName]?: { readonly [name: string]: unknown } };

/** An event as it crosses; the payload has its typed arrays as text. */
export interface WireEvent {
  readonly type: string;
  readonly payload?: unknown;
  readonly envelope: { readonly [name: string]: unknown };
}

/** What the kit asks, without the members that every request has. */
export type NodeRequestBody =
  /** What are you? */
  | { readonly op: "hello"; readonly protocol: string }
  /** Forget everything and make a new instance. */
  | {
      readonly op: "create";
      readonly session_id: string;
      readonly turn_id?: string;
      readonly config?: unknown;
      readonly seed: number;
      readonly merge_rule_id: string;
    }
  /** Call a hook; the id of the request is the number of the call. */
  | NodeCallBody
  /** Everything that the call has given was taken: one more, please. */
  | { readonly op: "next"; readonly call: number }
  /** Nothing more of the call will be taken: end it. */
  | { readonly op: "leave"; readonly call: number }
  /** An output outside of a call was taken; or could not be, and why. */
  | { readonly op: "taken"; readonly output: number; readonly error?: string }
  /** What goes by the cancel token is not wanted any more. */
  | {
      readonly op: "cancel";
      readonly token: number;
      readonly reason: string;
      /** What the abort signal has as its reason, where that is an error. */
      readonly error?: WireError;
    }
  /** A timer is due. */
  | { readonly op: "wake"; readonly timer: number }
  /** Go. */
  | { readonly op: "bye" };

/** A call of a hook. */
export interface NodeCallBody {
  readonly op: "call";
  readonly hook: HookName;
  /** The cancel token of the call; tokens are numbered from 1. */
  readonly token: number;
  readonly turn_id?: string;
  /** What is left of the budget, in ms; absent where there is no limit. */
  readonly budget_ms?: number;
  readonly media_ms?: number;
  readonly ordering_markers?: readonly string[];
  /** All state, where it is not what the node has last seen and said. */
  readonly state?: StateSnapshot;
  /** For `process`. */
  readonly event?: WireEvent;
  /** For `onCancel`. */
  readonly reason?: string;
  /** For `onBudgetExhausted`. */
  readonly outcome?: BudgetOutcome;
}

/** The instant of a request, in ms. */
export interface RequestTimes {
  /** Monotonic, since the session began. */
  readonly now_ms: number;
  /** Since the Unix epoch. */
  readonly wall_ms: number;
}

/** A request of the kit, numbered from 1 in the order of sending. */
export type NodeRequest = NodeRequestBody &
  RequestTimes & {
    readonly id: number;
    /** The next request is of the same moment: nothing may come between the two. */
    readonly more?: true;
  };

/** An error in transit. */
export interface WireError {
  readonly name: string;
  readonly message: string;
}

/** What a node says. */
export type NodeReply =
  /** The answer to `hello`: the node by its id and version, and as much of its descriptor as it likes to tell. */
  | {
      readonly op: "hello";
      readonly protocol: string;
      readonly node: {
        readonly node_id: string;
        readonly version: string;
        readonly [member: string]: unknown;
      };
    }
  /** An event: of a call, or from outside of one with a number of its own and the token of its context. */
  | {
      readonly op: "output";
      readonly call?: number;
      readonly output?: number;
      readonly token?: number;
      readonly type: string;
      readonly payload?: unknown;
      readonly envelope?: { readonly [name: string]: unknown };
      /** The call that brought the event which this one comes from, or an event. */
      readonly cause?: number | WireEvent;
    }
  | {
      readonly op: "telemetry";
      readonly name: string;
      readonly fields?: { readonly [name: string]: string | number | boolean };
    }
  /** Wake me in so many ms, whole and not below 0. */
  | { readonly op: "wake_me"; readonly timer: number; readonly delay_ms: number }
  /** The timer is not needed any more. */
  | { readonly op: "forget"; readonly timer: number }
  /** A value of the state; deleted where the value is absent. */
  | { readonly op: "state"; readonly store: StateStoreName; readonly name: string; readonly value?: unknown }
  /** A call has ended. */
  | { readonly op: "done"; readonly call: number; readonly outcome?: BudgetOutcome }
  /** A call of `process` has refused its event. */
  | { readonly op: "refused"; readonly call: number; readonly message: string }
  /** A request has failed; without `call` the node as a whole has. */
  | { readonly op: "error"; readonly call?: number; readonly name?: string; readonly message: string }
  /** There is nothing more to do at this instant; all requests up to this one were taken in. */
  | { readonly op: "settled"; readonly id: number; readonly memory_mb?: number };
