/** What goes over a boundary, made of what is inside, and the other way round. */
import type { NodeContext } from "../../node/node-context.ts";
import type { NodeEvent, NodeOutput, OutputEnvelope } from "../../node/node-event.ts";
import type { NodeCallBody, NodeReply, NodeRequestBody, WireEvent } from "./node-message.ts";
import { decodePayload, encodePayload } from "./payload-text.ts";

/** The event as it crosses. */
export const wireEvent = ({ type, payload, envelope }: NodeEvent): WireEvent => ({
  type,
  ...(payload !== undefined && { payload: encodePayload(payload) }),
  envelope: envelope as unknown as WireEvent["envelope"],
});

/** The event that crossed. */
export const eventOf = ({ type, payload, envelope }: WireEvent): NodeEvent => ({
  type,
  payload: decodePayload(payload),
  envelope: envelope as unknown as NodeEvent["envelope"],
});

/** An output that crossed; `events` are those that it may name as its cause, by the numbers of their calls. */
export function outputOf(
  { type, payload, envelope, cause }: NodeReply & { readonly op: "output" },
  events: ReadonlyMap<number, NodeEvent>,
): NodeOutput {
  const known = typeof cause === "number" ? events.get(cause) : cause && eventOf(cause);
  if (typeof cause === "number" && known === undefined)
    throw new TypeError(
      `Cannot take an output: expected a call that brought an event as its cause but received ${cause}`,
    );
  return {
    type,
    payload: decodePayload(payload),
    ...(envelope !== undefined && { envelope: envelope as OutputEnvelope }),
    ...(known !== undefined && { cause: known }),
  };
}

/** The request that makes an instance. */
export function createBody(
  { session_id, turn_id, determinism }: NodeContext,
  config: unknown,
): NodeRequestBody & { readonly op: "create" } {
  return {
    op: "create",
    session_id,
    ...(turn_id !== undefined && { turn_id }),
    ...(config !== undefined && { config }),
    seed: determinism.seed,
    merge_rule_id: determinism.merge_rule_id,
  };
}

/** The part of a call that its context determines. */
export function callBody(
  hook: NodeCallBody["hook"],
  { turn_id, budget, time, determinism }: NodeContext,
): Omit<NodeCallBody, "token"> {
  const media_ms = time.media_ms();
  const { remaining_ms } = budget;
  const { ordering_markers } = determinism;
  return {
    op: "call",
    hook,
    ...(turn_id !== undefined && { turn_id }),
    ...(Number.isFinite(remaining_ms) && { budget_ms: remaining_ms }),
    ...(media_ms !== undefined && { media_ms }),
    ...(ordering_markers.length > 0 && { ordering_markers }),
  };
}
