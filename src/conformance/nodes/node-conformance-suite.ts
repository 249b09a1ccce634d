/**
 * The checks of a node as tests of the runner that a project already has. Light on purpose, as the run itself is: the
 * tests are registered from the table of rules, and everything else is loaded by the first of them.
 */
import type { NodeDefinition } from "../../authoring/node/node-definition.ts";
import { NODE_RULES } from "../../authoring/rules/node-rules.ts";
import type { CheckResult } from "../../contracts/conformance/conformance-report.ts";
import { asReplayVariable, replayed } from "../suite/replay-request.ts";
import { findTestRunner, skipTest, type TestRunner } from "../suite/test-runner.ts";
import { chooseNodeRules } from "./node-checks.ts";
import type { NodeConformanceOptions } from "./node-conformance-options.ts";

/** Time that a test may take, in ms: the first one waits for the whole run. */
const TIMEOUT_MS = 300_000;

/** Options of the suite. */
export interface NodeConformanceSuiteOptions extends Omit<NodeConformanceOptions, "onProgress"> {
  /** Name of the group of tests. */
  readonly title?: string;
  /** The functions of the test runner; found by themselves under jest, node:test, and vitest with globals. */
  readonly runner?: Partial<TestRunner>;
}

/**
 * Registers one test a rule. A failure prints its timeline and a line that runs it again; that line also works as the
 * value of the environment variable `RSPP_CONFORMANCE`.
 *
 * @example
 * import { describe, test } from "vitest";
 * nodeConformanceSuite(echo, { runner: { describe, test } });
 */
export function nodeConformanceSuite(node: NodeDefinition, options: NodeConformanceSuiteOptions = {}): void {
  const { title = `Node ${node.descriptor.node_id}`, runner: given, ...rest } = options;
  const runner = findTestRunner(given);
  const chosen = replayed({ ...rest, replayCommand: rest.replayCommand ?? asReplayVariable });
  const rules = chooseNodeRules(chosen);
  let run: Promise<ReadonlyMap<string, CheckResult>> | undefined;
  const register = () => {
    for (const rule of rules) {
      const body = async (...[context]: readonly unknown[]) => {
        run ??= resultsOf(node, chosen);
        const result = (await run).get(rule);
        if (result !== undefined) await settle(result, context);
      };
      runner.test(`${rule} ${NODE_RULES[rule].title}`, body, TIMEOUT_MS);
    }
  };
  if (runner.describe === undefined) register();
  else runner.describe(title, register);
}

async function resultsOf(
  node: NodeDefinition,
  options: NodeConformanceOptions,
): Promise<ReadonlyMap<string, CheckResult>> {
  const { reportOnNode } = await import("./report-on-node.ts");
  const { subjects } = await reportOnNode(node, options);
  return new Map(
    subjects.flatMap(({ results }) => results.map((result) => [result.check_id, result] as const)),
  );
}

/** Passes, skips or fails the test. */
async function settle(result: CheckResult, context: unknown): Promise<void> {
  const { check_id, verdict, reason, baseline } = result;
  if (baseline?.status === "known") {
    skipTest(context, `known failure: ${baseline.reason} (${baseline.issue})`);
    return;
  }
  if (baseline === undefined && verdict === "pass") return;
  if (baseline === undefined && verdict === "not_applicable") {
    skipTest(context, reason ?? "not applicable");
    return;
  }
  const { failureLines } = await import("../report/text/failure-lines.ts");
  throw new Error(`${check_id}: ${failureLines(result, { verbose: true }).join("\n")}`);
}
