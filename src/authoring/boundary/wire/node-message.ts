/**
 * The messages between the kit and a node outside of it: one JSON object a line in each direction. What they look like
 * is said by the contracts `node_request` and `node_reply`.
 */
import { NODE_PROTOCOL, STATE_STORES } from "../../../contracts/extension/node-protocol.ts";
import type { NodeReply } from "../../../contracts/extension/node-reply.ts";
import type { NodeRequest } from "../../../contracts/extension/node-request.ts";
import type { StateKind } from "../../node/node-descriptor.ts";

export type { NodeReply, NodeRequest };
export { NODE_PROTOCOL, STATE_STORES };

/** Name of a state store. */
export type StateStoreName = (typeof STATE_STORES)[number];

/** The store of each kind of state. */
export const STORE_OF: { readonly [Kind in StateKind]: StateStoreName } = {
  turn_ephemeral: "turn",
  session_hot: "session_hot",
  session_durable: "session_durable",
};

/** The instant of a request, in ms: monotonic, since the session began, and since the Unix epoch. */
export type RequestTimes = Pick<NodeRequest, "now_ms" | "wall_ms">;

/** What the kit asks, without the members that every request has. */
export type NodeRequestBody = WithoutHead<NodeRequest>;

type WithoutHead<Request> = Request extends unknown ? Omit<Request, keyof RequestHead> : never;
type RequestHead = Pick<NodeRequest, "id" | "now_ms" | "wall_ms" | "more">;

/** A call of a hook. */
export type NodeCallBody = NodeRequestBody & { readonly op: "call" };

/** Values by name, by store; only the stores that the node declares are there. */
export type StateSnapshot = NonNullable<NodeCallBody["state"]>;

/** An event as it crosses; the payload has its typed arrays as text. */
export type WireEvent = NonNullable<NodeCallBody["event"]>;
