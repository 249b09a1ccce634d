/** What a call of a node outside fails with when the boundary, not the node, ends it. */
import type { OutcomeClass } from "../node/node-definition.ts";

/** The node outside was ended, is gone, or never was there. */
export class NodeBoundaryError extends Error {
  override readonly name = "NodeBoundaryError";
  /** What kind of end it is. */
  readonly outcome: OutcomeClass;

  constructor(message: string, outcome: OutcomeClass) {
    super(message);
    this.outcome = outcome;
  }
}
