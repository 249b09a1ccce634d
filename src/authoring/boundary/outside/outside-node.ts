/** Makes a definition of a node that runs outside, whatever the boundary is. */
import { quote } from "../../../internal/quote.ts";
import { type DefinedNode, defineNode, type NodeSource } from "../../node/define-node.ts";
import type { InstanceInit } from "../../node/node-definition.ts";
import type { InputPorts, OutputPorts } from "../../node/node-port.ts";
import type { StandardSchema } from "../../node/standard-schema.ts";
import { type BoundaryLimits, DEFAULT_MEMORY_MB, readBoundaryLimits } from "../boundary-limits.ts";
import type { BoundarySource, ClosableNode } from "../boundary-source.ts";
import { createConversationPool } from "./conversation-pool.ts";
import { introduceNode } from "./introduce-node.ts";
import { openConversation } from "./node-conversation.ts";
import type { OpenLink } from "./node-link.ts";
import { createOutsideHooks } from "./outside-hooks.ts";

/** What a link needs to know of the node that it leads to. */
export interface LinkTerms {
  readonly limits: BoundaryLimits;
  readonly memory_mb: number;
}

/** Where a node runs, and how one gets there. */
export interface OutsidePlace {
  /** Such as `in a process`. */
  readonly where: string;
  readonly open: (terms: LinkTerms) => OpenLink;
}

/** The definition. Throws as `defineNode` does, and for limits that cannot be. */
export function defineOutsideNode<
  const Inputs extends InputPorts,
  const Outputs extends OutputPorts,
  const Config extends StandardSchema | undefined,
>(
  source: BoundarySource<Inputs, Outputs, Config>,
  { where, open }: OutsidePlace,
): DefinedNode<Inputs, Outputs, Config> & ClosableNode {
  const limits = readBoundaryLimits(source.limits);
  const create = (init: InstanceInit<unknown>) => createOutsideHooks(terms, init);
  const node = defineNode({ ...source, execution_mode: "external", create } as unknown as NodeSource<
    Inputs,
    Outputs,
    Config
  >);
  const { descriptor } = node;
  const { memory_mb = DEFAULT_MEMORY_MB } = descriptor.resources;
  const label = `node ${quote(descriptor.node_id)} ${where}`;
  const connect = async () => {
    const conversation = await openConversation(open({ limits, memory_mb }), { label, limits, memory_mb });
    await introduceNode(conversation, { descriptor, label, within_ms: limits.start_ms });
    return conversation;
  };
  const pool = createConversationPool(connect);
  const terms = { descriptor, label, limits, memory_mb, pool, source };
  return { ...node, close: () => pool.close() };
}
