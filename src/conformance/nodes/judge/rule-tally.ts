/** What the trials of a run have found out about each rule. */
import type { NodeRuleId } from "../../../authoring/rules/node-rules.ts";
import type { NodeFinding, NodeScript, Patience } from "../run/node-run.ts";
import type { JudgedFamily } from "./judged-families.ts";

/** A failure that was found. */
export interface Found {
  readonly family: JudgedFamily;
  readonly script: NodeScript;
  readonly finding: NodeFinding;
  readonly path?: string;
  /** Seed that the path belongs to. */
  readonly seed: number;
}

/** What was found out about each rule. */
export interface Tally {
  readonly exercised: Map<NodeRuleId, number>;
  readonly found: Map<NodeRuleId, Found>;
  /** Rules that some script could not put to the test by right, with the reason. */
  readonly incomparable: Map<NodeRuleId, string>;
  runs: number;
  /** What is left for ends by the boundary. */
  readonly patience: Patience;
  /** No more scripts were drawn, as the boundary had ended the node too often. */
  isCutShort?: boolean;
  /** Scripts that may still be tried to make others smaller. */
  reductions: number;
  fault?: string;
}
