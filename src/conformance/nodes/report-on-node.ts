/** The report on a node: everything that is heavy about a run is loaded with this file. */
import type { NodeDefinition } from "../../authoring/node/node-definition.ts";
import { NODE_RULE_IDS, NODE_RULES } from "../../authoring/rules/node-rules.ts";
import type { CheckResult, ConformanceReport } from "../../contracts/conformance/conformance-report.ts";
import type { Check, Pack } from "../check/check.ts";
import { KIT_VERSION } from "../kit-version.ts";
import { DEFAULT_SEED } from "../runner/conformance-options.ts";
import { demandOptions } from "../runner/run-conformance.ts";
import { subjectReport } from "../runner/subject-report.ts";
import { judgeNode } from "./judge-node.ts";
import { chooseNodeRules, nodeCheckHead } from "./node-checks.ts";
import type { NodeConformanceOptions } from "./node-conformance-options.ts";

/** The rules as checks that a baseline may name; they are never run as such. */
const RULES_AS_PACK: Pack = {
  name: "node",
  title: "Rules of nodes",
  checks: NODE_RULE_IDS.map((id): Check => {
    const { title, text } = NODE_RULES[id];
    const { level, source } = nodeCheckHead(id);
    const head = { id, level, title, text, source, requirements: [id] as const };
    return { ...head, needs: [], profiles: ["quick", "full"], rounds: () => Promise.resolve(undefined) };
  }),
};

/** Runs the checks and reports. Rejects with a RangeError for options that cannot be. */
export async function reportOnNode(
  node: NodeDefinition,
  options: NodeConformanceOptions,
): Promise<ConformanceReport> {
  const { profile = "quick", seed = DEFAULT_SEED, baseline, today, onProgress } = options;
  const results = await nodeResults(node, options);
  const { node_id, version } = node.descriptor;
  for (const [index, { check_id, verdict }] of results.entries())
    onProgress?.({ subject: node_id, check_id, verdict, done: index + 1, of: results.length });
  const known = { ...(baseline !== undefined && { baseline }), ...(today !== undefined && { today }) };
  const report = subjectReport({ name: node_id, version, capabilities: [] }, results, known);
  return {
    schema_version: "rspp.conformance.report.v1",
    kit_version: KIT_VERSION,
    profile,
    seed,
    passed: report.passed,
    subjects: [report],
  };
}

/** The results of the checks without what the baseline says. */
export async function nodeResults(
  node: NodeDefinition,
  options: NodeConformanceOptions,
): Promise<readonly CheckResult[]> {
  demandNodeOptions(node, options);
  return judgeNode(node, chooseNodeRules(options), options);
}

/** Throws a RangeError for options that cannot be. */
function demandNodeOptions(
  { descriptor, inputs: ports }: NodeDefinition,
  options: NodeConformanceOptions,
): void {
  const { profile, seed, baseline, today, inputs = {} } = options;
  demandOptions({
    packs: [RULES_AS_PACK],
    ...(profile !== undefined && { profile }),
    ...(seed !== undefined && { seed }),
    ...(baseline !== undefined && { baseline }),
    ...(today !== undefined && { today }),
  });
  for (const type of Object.keys(inputs))
    if (!(type in ports))
      throw new RangeError(
        `Cannot run conformance: expected option "inputs" by input type (${Object.keys(ports).join(", ")}) but received "${type}"`,
      );
  if (baseline !== undefined && baseline.subject !== descriptor.node_id)
    throw new RangeError(
      `Cannot apply the baseline of "${baseline.subject}": expected a subject of that name but received "${descriptor.node_id}"`,
    );
}
