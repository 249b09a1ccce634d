/** The checks of a node: one for each rule, with the id of the rule. */
import {
  NODE_FAMILIES,
  NODE_RULE_IDS,
  NODE_RULES,
  type NodeRuleId,
} from "../../authoring/rules/node-rules.ts";
import type { CheckResult } from "../../contracts/conformance/conformance-report.ts";
import { nearest } from "../../internal/edit-distance.ts";
import type { NodeConformanceOptions } from "./node-conformance-options.ts";

/** What a result says of its rule. */
export const nodeCheckHead = (rule: NodeRuleId) =>
  ({
    check_id: rule,
    level: "MUST",
    title: NODE_RULES[rule].title,
    requirement: NODE_RULES[rule].text,
    source: `authoring section 3, ${NODE_RULES[rule].family.replace("_", " ")}`,
  }) satisfies Partial<CheckResult>;

/** The rules that a run is about, in order. Throws a RangeError for a name that there is not. */
export function chooseNodeRules({
  checks: wanted,
  path,
}: Pick<NodeConformanceOptions, "checks" | "path">): readonly NodeRuleId[] {
  for (const name of wanted ?? []) demandName(name);
  const chosen = NODE_RULE_IDS.filter(
    (rule) => wanted === undefined || wanted.includes(rule) || wanted.includes(NODE_RULES[rule].family),
  );
  if (chosen.length === 0)
    throw new RangeError("Cannot run conformance: expected at least one check but received none");
  if (path !== undefined && chosen.length !== 1)
    throw new RangeError(
      `Cannot replay a path: expected exactly one check, as in checks: ["NODE-CXL-01"], but received ${chosen.length}`,
    );
  return chosen;
}

function demandName(name: string): void {
  const names: readonly string[] = [...NODE_RULE_IDS, ...NODE_FAMILIES];
  if (names.includes(name)) return;
  const near = nearest(name, names);
  throw new RangeError(
    `Cannot choose check "${name}": expected the id of a rule or the name of a family${
      near === undefined ? "" : `; did you mean "${near}"?`
    }`,
  );
}
