/** What holds for every instance of a node outside. */
import type { NodeDescriptor } from "../../node/node-descriptor.ts";
import type { BoundaryLimits } from "../boundary-limits.ts";
import type { BoundarySource } from "../boundary-source.ts";
import type { ConversationPool } from "./conversation-pool.ts";

/** What holds for every instance of a node outside. */
export interface OutsideTerms {
  readonly descriptor: NodeDescriptor;
  /** As messages call the node. */
  readonly label: string;
  readonly limits: BoundaryLimits;
  /** The most that it may use, in MiB. */
  readonly memory_mb: number;
  readonly pool: ConversationPool;
  readonly source: Pick<BoundarySource, "marks" | "on_usage">;
}
