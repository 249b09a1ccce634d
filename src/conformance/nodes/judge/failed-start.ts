/**
 * Whether a node outside starts at all. Every attempt takes real time, and what a node does that never starts says
 * nothing of the other rules: they could not be run.
 */
import { type NodeBench, type NodeFinding, runScript } from "../run/node-run.ts";
import { attributeViolations } from "./attribute-violations.ts";

/** What kept the node from starting; undefined where it starts. */
export async function failedStart(bench: NodeBench): Promise<NodeFinding | undefined> {
  if (bench.node.descriptor.execution_mode !== "external") return undefined;
  const run = await runScript(bench, [{ kind: "open_turn" }]);
  const hasFailed = run.transcript.some(
    (entry) =>
      entry.entry === "hook" &&
      (entry.hook === "init" || entry.hook === "start") &&
      entry.outcome !== "success",
  );
  if (!hasFailed) return undefined;
  return attributeViolations(run, { node: bench.node })[0];
}
