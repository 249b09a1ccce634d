/** Comparisons of several runs: what no single run can show. Each makes its variants from the script alone. */
import type { NodeRuleId } from "../../../authoring/rules/node-rules.ts";
import type { NodeFacts } from "../run/node-facts.ts";
import type { NodeBench, NodeFinding, NodeScript } from "../run/node-run.ts";

/** What a comparison found about a script. */
export interface Compared {
  readonly findings: readonly NodeFinding[];
  /** Rules that were put to the test. */
  readonly exercised: readonly NodeRuleId[];
  /** Why runs could not be compared: the harness gave up. */
  readonly fault?: string;
  /** Why the rules cannot be put to the test by this script, whatever the node does. */
  readonly incomparable?: { readonly rules: readonly NodeRuleId[]; readonly reason: string };
}

/** Compares runs of a script. */
export type Comparison = (
  script: NodeScript,
  on: { readonly bench: NodeBench; readonly facts: NodeFacts; readonly inside?: NodeBench },
) => Promise<Compared>;

/** Nothing was put to the test. */
export const NOT_COMPARED: Compared = { findings: [], exercised: [] };

/** What one rule was found to be. */
export const comparedFor = (rule: NodeRuleId, finding: NodeFinding | undefined): Compared => ({
  findings: finding === undefined ? [] : [finding],
  exercised: [rule],
});
