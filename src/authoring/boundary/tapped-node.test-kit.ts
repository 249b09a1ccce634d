/** A node outside whose conversation is listened to. */
import type { NodeSource } from "../node/define-node.ts";
import type { NodeDefinition } from "../node/node-definition.ts";
import type { ClosableNode } from "./boundary-source.ts";
import type { NodeLink, OpenLink } from "./outside/node-link.ts";
import { defineOutsideNode } from "./outside/outside-node.ts";

/** A node and the lines that went over its boundary so far. */
export interface TappedNode {
  readonly node: NodeDefinition & ClosableNode;
  readonly requests: string[];
  readonly replies: string[];
}

/** The node of these ports behind the link that `open` makes, with lines of up to `max_bytes`. */
export function tapNode(
  ports: Omit<NodeSource, "create" | "execution_mode">,
  open: (events: Parameters<OpenLink>[0], max_bytes: number) => NodeLink,
): TappedNode {
  const requests: string[] = [];
  const replies: string[] = [];
  const tapped =
    (max_bytes: number): OpenLink =>
    async (events) => {
      const onLine: typeof events.onLine = (line) => {
        replies.push(typeof line.text === "string" ? line.text : new TextDecoder().decode(line.text));
        events.onLine(line);
      };
      const link = open({ ...events, onLine }, max_bytes);
      const send = (line: string) => {
        requests.push(line);
        link.send(line);
      };
      return { ...link, send };
    };
  const node = defineOutsideNode(
    { ...ports, limits: { answer_ms: 30_000, start_ms: 30_000 } },
    { where: "behind a tap", open: ({ limits }) => tapped(limits.max_bytes) },
  ) as NodeDefinition & ClosableNode;
  return { node, requests, replies };
}
