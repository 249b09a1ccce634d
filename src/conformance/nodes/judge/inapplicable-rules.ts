/** Rules that do not apply to a node, with the reason. */
import type { NodeDefinition } from "../../../authoring/node/node-definition.ts";
import type { NodeRuleId } from "../../../authoring/rules/node-rules.ts";
import { RAW_CLASSES } from "../../../authoring/rules/raw-classes.ts";
import type { NodeFacts } from "../run/node-facts.ts";
import { hearsBargeIn } from "./missed-barge-in.ts";
import { guardedPorts } from "./raw-data.ts";

/** What is asked about. */
export interface Applicability {
  readonly node: NodeDefinition;
  readonly facts: NodeFacts;
  readonly hasInside: boolean;
}

/** Why the rule does not apply; undefined where it does. */
export function reasonNotToApply(
  rule: NodeRuleId,
  { node: { descriptor }, facts, hasInside }: Applicability,
): string | undefined {
  const { hooks, pools, longest_call, longest_tail } = facts;
  const noData = descriptor.outputs.some(({ lane }) => lane === "DataLane")
    ? undefined
    : "The node has no output on DataLane, and nothing else waits for the consumer";
  const noOutput = descriptor.outputs.length === 0 ? "The node has no outputs" : undefined;
  const noHook = (name: string) => (hooks.has(name) ? undefined : `The node has no ${name}`);
  const takesNoTime =
    longest_call === 0 && longest_tail === 0 ? "The node has no work that takes time" : undefined;
  const isInside = descriptor.execution_mode === "in_process" ? "The node runs in process" : undefined;
  if (rule.startsWith("NODE-ENV-") || rule === "NODE-DATA-01") {
    if (noOutput !== undefined) return noOutput;
  }
  if (rule.startsWith("NODE-BP-")) return noData;
  switch (rule) {
    case "NODE-LIFE-02":
      return hooks.size === 0 ? "The node has no hook but process" : undefined;
    case "NODE-LIFE-06":
      return noHook("stop");
    case "NODE-ENV-08":
      return descriptor.streaming === "final" ? undefined : "The node does not declare streaming final";
    case "NODE-SCOPE-01":
    case "NODE-SCOPE-02":
      return noOutput;
    case "NODE-SCOPE-05":
      return descriptor.state.includes("session_durable")
        ? undefined
        : "The node does not declare session_durable state";
    case "NODE-CXL-05":
      return hearsBargeIn(descriptor)
        ? takesNoTime
        : hooks.has("onBargeIn")
          ? undefined
          : "The node has neither onBargeIn nor a port for barge_in";
    case "NODE-BUD-01":
    case "NODE-BUD-04":
      return noHook("onBudgetExhausted");
    case "NODE-BUD-02":
      return takesNoTime;
    case "NODE-BUD-03":
      return noOutput;
    case "NODE-DET-02":
      if (descriptor.merge !== "order_free") return "The node declares merge arrival_order";
      return pools.length < 2 ? "The node has fewer than two inputs that can meet" : undefined;
    case "NODE-DET-03":
      return descriptor.execution_mode === "external"
        ? "The node runs outside, where nobody sees what it draws: NODE-DET-01 shows it where it has an effect"
        : undefined;
    case "NODE-ROB-02":
      return pools.every(({ malformed }) => malformed.length === 0)
        ? "The inputs of the node take every payload"
        : undefined;
    case "NODE-ROB-03":
    case "NODE-ROB-04":
    case "NODE-ROB-05":
      return pools.length === 0 ? "The node has no inputs with a payload" : undefined;
    case "NODE-BND-03":
      return isInside ?? takesNoTime;
    case "NODE-BND-06":
      return (
        isInside ?? (hasInside ? undefined : "There is no node inside to compare with: see option inside")
      );
    case "NODE-BND-01":
    case "NODE-BND-02":
    case "NODE-BND-04":
      return isInside;
    case "NODE-BND-05":
      return isInside ?? noOutput;
    case "NODE-DATA-02": {
      if (!descriptor.inputs.some(({ payload_class }) => RAW_CLASSES.has(payload_class)))
        return "The node has no input of a raw, personal or health class";
      return guardedPorts(descriptor).size === 0 ? "No output has to be free of raw data" : undefined;
    }
    case "NODE-DATA-03":
      return descriptor.inputs.some(({ payload_class }) => RAW_CLASSES.has(payload_class))
        ? undefined
        : "The node has no input of a raw, personal or health class";
    default:
      return undefined;
  }
}
