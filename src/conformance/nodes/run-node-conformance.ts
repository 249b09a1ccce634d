/**
 * Runs the checks against a node and reports what they found.
 *
 * This file is light on purpose: what draws, runs and judges scripts is loaded with the first run, so that a program
 * that only defines nodes does not pay for it.
 */
import type { NodeDefinition } from "../../authoring/node/node-definition.ts";
import type { ConformanceReport } from "../../contracts/conformance/conformance-report.ts";
import type { NodeConformanceOptions } from "./node-conformance-options.ts";

/**
 * Judges a node by every rule of nodes: random scripts, drawn from the seed, are run in virtual time; what breaks a
 * rule is reduced to a minimal script. Rejects with a RangeError for options that cannot be; what the node does is in
 * the report. A node that is behind a boundary stays open: close it afterwards.
 *
 * @example
 * const report = await runNodeConformance(echo, { profile: "full", seed: 42 });
 * if (!report.passed) process.exitCode = 1;
 */
export async function runNodeConformance(
  node: NodeDefinition,
  options: NodeConformanceOptions = {},
): Promise<ConformanceReport> {
  const { reportOnNode } = await import("./report-on-node.ts");
  return reportOnNode(node, options);
}
