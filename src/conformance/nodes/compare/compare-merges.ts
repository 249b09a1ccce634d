/**
 * NODE-DET-02: inputs of one instant on different ports come in another order, the outputs are the same. Only the order
 * between ports is changed, that of one port is kept. Outputs are compared as a whole, whatever their order: a node that
 * hands on what it gets gives the same ones in the order in which it got them. All inputs of an instant have the same
 * number, so that none of them is out of order.
 */
import type { NodeStep } from "../../../authoring/harness/node-step.ts";
import { type NodeScript, runScript } from "../run/node-run.ts";
import { comparedOutputs, differenceFinding, firstDifference } from "./compare-outputs.ts";
import { type Comparison, comparedFor, NOT_COMPARED } from "./comparisons.ts";
import { pinned } from "./pinned-script.ts";

/** Runs the script with the ports of each instant in order of arrival, and in the opposite order. */
export const compareMerges: Comparison = async (script, { bench }) => {
  const base = pinned(script);
  const turned = portsTurned(base);
  if (turned === undefined) return NOT_COMPARED;
  const first = await runScript(bench, base);
  const second = await runScript(bench, turned);
  const fault = first.fault ?? second.fault;
  if (fault !== undefined) return { ...NOT_COMPARED, fault };
  const [one, other] = [comparedOutputs(first.transcript), comparedOutputs(second.transcript)];
  const difference = firstDifference(
    one.map(({ text }) => text).sort(),
    other.map(({ text }) => text).sort(),
  );
  if (difference === undefined) return comparedFor("NODE-DET-02", undefined);
  const known = new Set(one.map(({ text }) => text));
  const at = other.find(({ text }) => !known.has(text))?.index ?? second.transcript.length - 1;
  return comparedFor(
    "NODE-DET-02",
    differenceFinding({ ...difference, at }, second, {
      rule: "NODE-DET-02",
      message: "Inputs of one instant gave something else when they came in another order",
      likely_cause:
        'The node depends on the order of its ports: merge is "arrival_order", or it has to sort them',
    }),
  );
};

/** The script with the ports of each instant in the opposite order; undefined where that changes nothing. */
function portsTurned(script: NodeScript): NodeScript | undefined {
  const turned: NodeStep[] = [];
  let group: Extract<NodeStep, { readonly kind: "input" }>[] = [];
  let isTurned = false;
  const flush = () => {
    const types = [...new Set(group.map(({ type }) => type))].reverse();
    if (types.length > 1) isTurned = true;
    turned.push(...types.flatMap((type) => group.filter((step) => step.type === type)));
    group = [];
  };
  for (const step of script) {
    if (step.kind === "input") group.push(step);
    else {
      flush();
      turned.push(step);
    }
  }
  flush();
  return isTurned ? turned : undefined;
}
