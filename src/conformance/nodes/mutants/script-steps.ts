/** Steps in a few words, for the scripts of mutants. */
import type { NodeStep } from "../../../authoring/harness/node-step.ts";

type Input = Extract<NodeStep, { readonly kind: "input" }>;

/** An input of any type. */
export const feed = (type: string, payload?: unknown, more: Partial<Input> = {}): NodeStep => ({
  kind: "input",
  type,
  payload,
  ...more,
});

/** A final text. */
export const say = (text: string, more: Partial<Input> = {}): NodeStep => feed("text.final", text, more);

/** A frame or chunk of samples that are all the same. */
export const sound = (type: string, level: number, more: Partial<Input> = {}): NodeStep =>
  feed(type, new Int16Array(8).fill(level), more);

/** Time goes on, in ms. */
export const wait = (ms: number): NodeStep => ({ kind: "advance", ms });

/** A turn begins. */
export const open = (turn_id: string): NodeStep => ({ kind: "open_turn", turn_id });

/** The open turn ends well. */
export const commit: NodeStep = { kind: "commit_turn" };

/** The open turn is cancelled. */
export const cancel: NodeStep = { kind: "cancel" };

/** The user speaks. */
export const bargeIn: NodeStep = { kind: "barge_in" };

/** The consumer takes nothing more. */
export const pause: NodeStep = { kind: "pause_output" };

/** The consumer goes on. */
export const resume: NodeStep = { kind: "resume_output" };

/** The session moves. */
export const migrate: NodeStep = { kind: "migrate" };

/** The budget is used up. */
export const exhaust: NodeStep = { kind: "exhaust_budget" };
