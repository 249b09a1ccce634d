/** The result of a rule: what the trials found, with the failure made as small as it can be. */
import type { NodeStep } from "../../../authoring/harness/node-step.ts";
import type { NodeDefinition } from "../../../authoring/node/node-definition.ts";
import type { NodeRuleId } from "../../../authoring/rules/node-rules.ts";
import type { CheckResult } from "../../../contracts/conformance/conformance-report.ts";
import { CORPUS_VERSION } from "../../corpus/corpus.ts";
import { DEFAULT_SEED } from "../../runner/conformance-options.ts";
import { nodeCheckHead } from "../node-checks.ts";
import type { NodeConformanceOptions } from "../node-conformance-options.ts";
import type { NodeFacts } from "../run/node-facts.ts";
import type { NodeFinding } from "../run/node-run.ts";
import { reduceNodeScript } from "../scripts/reduce-node-script.ts";
import { reasonNotToApply } from "./inapplicable-rules.ts";
import { nodeFailure, stepAsJson } from "./node-failure.ts";
import type { Found, Tally } from "./rule-tally.ts";

/** Scripts that are tried at most to make one smaller, for one rule and for all of them. */
export const MOST_REDUCTIONS = { of_rule: 300, of_all: 1200 } as const;

/** What a result is about. */
export interface Judged {
  readonly node: NodeDefinition;
  readonly facts: NodeFacts;
  readonly options: NodeConformanceOptions;
}

/** The result of a rule that could not be run. */
export const notRun = (rule: NodeRuleId, reason: string): CheckResult => ({
  ...nodeCheckHead(rule),
  verdict: "could_not_run",
  runs: 0,
  reason,
});

/** The result of the rule for a node that does not start. */
export function resultOfStart(
  rule: NodeRuleId,
  finding: NodeFinding,
  { seed = DEFAULT_SEED, replayCommand = (line: string) => line }: NodeConformanceOptions,
): CheckResult {
  if (rule !== finding.rule) return notRun(rule, `The node does not start: ${finding.received}`);
  const command = (line: string) => replayCommand(line, finding.rule);
  const failure = nodeFailure(finding, { script: [{ kind: "open_turn" }], seed, command });
  return { ...nodeCheckHead(rule), verdict: "fail", runs: 1, failure };
}

/** The result of the rule. */
export async function resultOf(
  rule: NodeRuleId,
  tally: Tally,
  { node, facts, options }: Judged,
): Promise<CheckResult> {
  const head = nodeCheckHead(rule);
  const runs = tally.exercised.get(rule) ?? 0;
  const found = tally.found.get(rule);
  if (found !== undefined) {
    const smallest = await reduced(rule, found, tally);
    remember(rule, smallest, options);
    const { replayCommand = (line: string) => line } = options;
    const command = (line: string) => replayCommand(line, node.descriptor.node_id);
    return {
      ...head,
      verdict: "fail",
      runs: Math.max(1, runs),
      failure: nodeFailure(smallest.finding, { ...smallest, command }),
    };
  }
  const reason = reasonNotToApply(rule, { node, facts, hasInside: options.inside !== undefined });
  if (reason !== undefined) return { ...head, verdict: "not_applicable", runs: 0, reason };
  if (tally.fault !== undefined) return notRun(rule, tally.fault);
  if (facts.unfed.length > 0)
    return notRun(
      rule,
      `No payload was found for input ${facts.unfed.join(", ")}: give some by option inputs`,
    );
  if (runs > 0) return { ...head, verdict: "pass", runs };
  if (options.path !== undefined) return { ...head, verdict: "pass", runs: tally.runs };
  const incomparable = tally.incomparable.get(rule);
  if (incomparable !== undefined)
    return { ...head, verdict: "not_applicable", runs: 0, reason: incomparable };
  return notRun(rule, unexercised(tally, facts));
}

/** Whether any output of the node was seen. */
export const givesOutput = ({ exercised }: Tally, { gives_output }: NodeFacts): boolean =>
  gives_output || exercised.has("NODE-ENV-01");

function unexercised(tally: Tally, facts: NodeFacts): string {
  const { runs } = tally;
  if (tally.isCutShort === true)
    return `None of ${runs} scripts put the rule to the test, and no more were run: the boundary ended the node too often`;
  const hint = givesOutput(tally, facts)
    ? ""
    : "; the node gave no output: give it payloads that it answers to by option inputs";
  return `None of ${runs} scripts put the rule to the test${hint}`;
}

/** The smallest script that breaks the rule in the same family. */
async function reduced(rule: NodeRuleId, found: Found, tally: Tally): Promise<Found> {
  let smallest = found;
  await reduceNodeScript(found.script, {
    most: Math.min(MOST_REDUCTIONS.of_rule, Math.max(0, tally.reductions)),
    async fails(script) {
      if (tally.patience.left <= 0) return false;
      tally.reductions -= found.family.rules === undefined ? 1 : 4;
      const { findings } = await found.family.judge(script);
      const finding = findings.find((one) => one.rule === rule);
      if (finding === undefined) return false;
      smallest = { ...found, script, finding };
      return true;
    },
  });
  return smallest;
}

function remember(rule: NodeRuleId, { script, seed, path }: Found, { corpus }: NodeConformanceOptions): void {
  corpus?.add({
    schema_version: CORPUS_VERSION,
    check_id: rule,
    code: rule,
    seed,
    ...(path !== undefined && { path }),
    instants: script.map((step: NodeStep) => [stepAsJson(step)]),
  });
}
