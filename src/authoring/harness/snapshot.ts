/** A snapshot: what a new instance needs to go on where another one stopped. */
import { type StateValue, textOfState } from "./instance/state-store.ts";
import type { HarnessWorld } from "./world/harness-world.ts";

/** Version of snapshots. */
export const NODE_SNAPSHOT_VERSION = "rspp.node.snapshot.v1";

/** State of a node, as JSON. */
export interface NodeSnapshot {
  readonly schema_version: typeof NODE_SNAPSHOT_VERSION;
  readonly node_id: string;
  readonly version: string;
  readonly session_hot: { readonly [name: string]: unknown };
  readonly session_durable: { readonly [name: string]: unknown };
}

const asObject = (values: ReadonlyMap<string, StateValue>): { readonly [name: string]: unknown } =>
  Object.fromEntries(
    [...values]
      .map(([name, value]): [name: string, text: string] => [name, textOfState(value)])
      .sort()
      .map(([name, text]) => [name, JSON.parse(text) as unknown]),
  );

/** The state of the node at present. */
export function takeSnapshot({ node, hot, durable }: HarnessWorld): NodeSnapshot {
  const { node_id, version } = node.descriptor;
  return {
    schema_version: NODE_SNAPSHOT_VERSION,
    node_id,
    version,
    session_hot: asObject(hot),
    session_durable: asObject(durable),
  };
}
