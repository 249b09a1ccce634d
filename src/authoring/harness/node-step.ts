/** Steps: what happens to a node, as data. Scripts, fixtures, marbles and random schedules are lists of them. */
import type { JsonObject } from "../../contracts/conformance/stimulus.ts";
import type { BudgetOutcome } from "../node/node-context.ts";
import type { StateKind } from "../node/node-descriptor.ts";

/** Something that goes wrong on purpose. */
export const NODE_FAULTS = ["throw", "hang"] as const;

/** The hooks that a fault can strike. */
export const FAULTY_HOOKS = [
  "init",
  "start",
  "process",
  "onCancel",
  "onBargeIn",
  "onBudgetExhausted",
  "stop",
] as const;

/** The hooks that a fault can strike. */
export type HookName = (typeof FAULTY_HOOKS)[number];

/** One thing that happens to a node. Times in ms, virtual. */
export type NodeStep =
  /** An event arrives. It is of the open turn unless `turn_id` says otherwise; `null` is of no turn. */
  | {
      readonly kind: "input";
      readonly type: string;
      readonly payload?: unknown;
      readonly turn_id?: string | null;
      /** Parts of the envelope; the harness writes the rest. */
      readonly envelope?: JsonObject;
    }
  /** Time goes on; timers fire on the way. */
  | { readonly kind: "advance"; readonly ms: number }
  | { readonly kind: "open_turn"; readonly turn_id?: string }
  /** The turn ends well; what comes of it later is fenced. */
  | { readonly kind: "commit_turn"; readonly turn_id?: string }
  | { readonly kind: "abort_turn"; readonly turn_id?: string; readonly reason?: string }
  /** `turn` unless told. The scopes `node` and `provider_invocation` also stop what runs for the turn. */
  | {
      readonly kind: "cancel";
      readonly scope?: "session" | "turn" | "node" | "provider_invocation";
      readonly turn_id?: string;
      readonly reason?: string;
    }
  | { readonly kind: "barge_in" }
  /** The budget of the turn is used up; `degrade` unless told. */
  | { readonly kind: "exhaust_budget"; readonly outcome?: BudgetOutcome }
  /** The authority epoch goes up by one. */
  | { readonly kind: "rotate_lease" }
  /** The consumer takes nothing more (xoff); of one output type, or of all. */
  | { readonly kind: "pause_output"; readonly type?: string }
  /** The consumer goes on (xon). */
  | { readonly kind: "resume_output"; readonly type?: string }
  /** From now on the consumer takes as many outputs as it has granted. */
  | { readonly kind: "grant_credit"; readonly amount: number; readonly type?: string }
  /** The wall clock jumps; the monotonic one does not. */
  | { readonly kind: "skew_clock"; readonly ms: number }
  | { readonly kind: "disconnect" }
  | { readonly kind: "reconnect" }
  /** The session moves: what runs is stopped, a new instance goes on with the state that survived. */
  | { readonly kind: "migrate"; readonly lose?: readonly StateKind[] }
  /** The next call of the hook throws, or never ends. */
  | { readonly kind: "inject_fault"; readonly hook: HookName; readonly fault: (typeof NODE_FAULTS)[number] };

/** Kinds of steps. */
export const NODE_STEP_KINDS = [
  "input",
  "advance",
  "open_turn",
  "commit_turn",
  "abort_turn",
  "cancel",
  "barge_in",
  "exhaust_budget",
  "rotate_lease",
  "pause_output",
  "resume_output",
  "grant_credit",
  "skew_clock",
  "disconnect",
  "reconnect",
  "migrate",
  "inject_fault",
] as const satisfies readonly NodeStep["kind"][];
