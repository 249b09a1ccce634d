/** Families of scripts with what judges them: one run and all rules, or a comparison of runs. */
import fc from "fast-check";

import {
  NODE_RULE_IDS,
  NODE_RULES,
  type NodeFamily,
  type NodeRuleId,
} from "../../../authoring/rules/node-rules.ts";
import { compareCancels } from "../compare/compare-cancels.ts";
import { compareInside } from "../compare/compare-inside.ts";
import { compareMerges } from "../compare/compare-merges.ts";
import { compareMoves } from "../compare/compare-moves.ts";
import { comparePressure } from "../compare/compare-pressure.ts";
import { compareRepeats } from "../compare/compare-repeats.ts";
import { compareSessions } from "../compare/compare-sessions.ts";
import { compareStops } from "../compare/compare-stops.ts";
import { comparisonScripts } from "../compare/comparison-scripts.ts";
import type { Compared, Comparison } from "../compare/comparisons.ts";
import { type LastSteps, steppedNode } from "../run/late-steps.ts";
import type { NodeFacts } from "../run/node-facts.ts";
import { type NodeBench, type NodeScript, runScript } from "../run/node-run.ts";
import { type ScriptFamily, scriptFamilies } from "../scripts/script-families.ts";
import { attributeViolations } from "./attribute-violations.ts";
import { findMissingMarks } from "./boundary-marks.ts";
import { exercisedRules } from "./exercised-rules.ts";
import { findLateOutputs } from "./late-outputs.ts";
import { findMissedBargeIn } from "./missed-barge-in.ts";
import { findLeaks } from "./raw-data.ts";
import { findTurnLeaks } from "./turn-leaks.ts";

/** A family with what judges it. */
export interface JudgedFamily extends ScriptFamily {
  /** The rules that only this family is there for; undefined where all rules are judged. */
  readonly rules?: readonly NodeRuleId[];
  judge(script: NodeScript): Promise<Compared>;
}

/** What families are made for. */
export interface JudgedOn {
  readonly bench: NodeBench;
  readonly facts: NodeFacts;
  readonly inside?: NodeBench;
}

const COMPARISONS: readonly (readonly [
  name: keyof ReturnType<typeof comparisonScripts>,
  compare: Comparison,
  rules: readonly NodeRuleId[],
])[] = [
  ["repeats", compareRepeats, ["NODE-DET-01", "NODE-BUD-04"]],
  ["stops", compareStops, ["NODE-LIFE-06"]],
  ["sessions", compareSessions, ["NODE-SCOPE-04"]],
  ["moves", compareMoves, ["NODE-SCOPE-05"]],
  ["cancels", compareCancels, ["NODE-CXL-04"]],
  ["pressure", comparePressure, ["NODE-BP-02", "NODE-BP-03"]],
  ["merges", compareMerges, ["NODE-DET-02"]],
  ["inside", compareInside, ["NODE-BND-06"]],
];

/** The families for a node. */
export function judgedFamilies(on: JudgedOn): readonly JudgedFamily[] {
  const { bench, facts } = on;
  const terms = { descriptor: bench.node.descriptor, facts };
  const scripts = comparisonScripts(terms);
  const families: readonly JudgedFamily[] = [
    ...scriptFamilies(terms).map((family) => ({
      ...family,
      judge: (script: NodeScript) => judgeRun(script, on, { isAnyOrder: family.name === "any" }),
    })),
    ...COMPARISONS.map(([name, compare, rules]) => ({
      name,
      rules,
      ...scripts[name],
      judge: (script: NodeScript) => compare(script, on),
    })),
  ];
  // Every run of a node outside takes real time.
  const isOutside = bench.node.descriptor.execution_mode === "external";
  return isOutside ? families.map((family) => ({ ...family, runs: Math.ceil(family.runs / 4) })) : families;
}

/** The family that judges a script for the rule. */
export function familyFor(rule: NodeRuleId, families: readonly JudgedFamily[]): JudgedFamily | undefined {
  const own = families.find(({ rules }) => rules?.includes(rule) && rule !== "NODE-BUD-04");
  return own ?? families.find(({ name }) => name === "any");
}

const HOMES: { readonly [family in NodeFamily]: string } = {
  lifecycle: "lifecycle",
  envelope: "envelope",
  scope: "scope",
  cancel: "cancel",
  budget: "budget",
  backpressure: "backpressure",
  determinism: "any",
  robustness: "robustness",
  boundary: "cancel",
  data_class: "envelope",
};

/** The family that is most likely to put the rule to the test. */
export function homeOf(rule: NodeRuleId, families: readonly JudgedFamily[]): JudgedFamily | undefined {
  const own = families.find(({ rules }) => rules?.includes(rule));
  return own ?? families.find(({ name }) => name === HOMES[NODE_RULES[rule].family]);
}

async function judgeRun(
  script: NodeScript,
  { bench, facts }: JudgedOn,
  { isAnyOrder }: { readonly isAnyOrder: boolean },
): Promise<Compared> {
  const { node } = bench;
  const last: LastSteps = new Map();
  const isInside = node.descriptor.execution_mode === "in_process";
  const run = await runScript(isInside ? { ...bench, node: steppedNode(node, last) } : bench, script);
  const { fault, transcript } = run;
  const findings = [
    ...attributeViolations(run, { node, isAnyOrder }),
    ...findLeaks(node, transcript),
    ...findMissingMarks(node, transcript),
    ...findTurnLeaks(node, transcript),
    ...findMissedBargeIn(node, transcript),
    ...findLateOutputs(transcript, last),
  ];
  const known = new Set<NodeRuleId>();
  const first = findings.filter(({ rule }) => !known.has(rule) && known.add(rule));
  const exercised = [...exercisedRules(transcript, { node, facts, isAnyOrder })];
  return { findings: first, exercised, ...(fault !== undefined && { fault }) };
}

/** The scripts of a family that a run has, the first ones first; the same ones for the same seed. */
export const drawScripts = (
  { scripts }: ScriptFamily,
  { seed, count }: { readonly seed: number; readonly count: number },
): readonly NodeScript[] => (count === 0 ? [] : fc.sample(scripts, { seed, numRuns: count }));

/** Rules that need nothing but single runs. */
export const RULES_OF_RUNS: ReadonlySet<NodeRuleId> = new Set(
  NODE_RULE_IDS.filter(
    (rule) => rule === "NODE-BUD-04" || !COMPARISONS.some(([, , rules]) => rules.includes(rule)),
  ),
);
