/** Judges a node by the rules: draws scripts, runs them, keeps the smallest failure of each rule and reduces it. */
import { decodePayload } from "../../authoring/boundary/wire/payload-text.ts";
import type { NodeDefinition } from "../../authoring/node/node-definition.ts";
import type { NodeRuleId } from "../../authoring/rules/node-rules.ts";
import { loadVirtualGlobals } from "../../authoring/virtual-globals/load-virtual-globals.ts";
import type { CheckResult } from "../../contracts/conformance/conformance-report.ts";
import { checkSeed } from "../runner/check-seed.ts";
import { DEFAULT_SEED } from "../runner/conformance-options.ts";
import { failedStart } from "./judge/failed-start.ts";
import { reasonNotToApply } from "./judge/inapplicable-rules.ts";
import {
  drawScripts,
  familyFor,
  homeOf,
  type JudgedFamily,
  judgedFamilies,
  RULES_OF_RUNS,
} from "./judge/judged-families.ts";
import {
  givesOutput,
  type Judged,
  MOST_REDUCTIONS,
  notRun,
  resultOf,
  resultOfStart,
} from "./judge/rule-result.ts";
import type { Tally } from "./judge/rule-tally.ts";
import type { NodeConformanceOptions } from "./node-conformance-options.ts";
import { findFacts, type NodeFacts } from "./run/node-facts.ts";
import type { NodeBench, NodeScript } from "./run/node-run.ts";
import { drawPools, type PayloadPools, smallPayloads } from "./scripts/payload-pools.ts";

/** The results of the rules, in order. Never rejects for what the node does. */
export async function judgeNode(
  node: NodeDefinition,
  rules: readonly NodeRuleId[],
  options: NodeConformanceOptions,
): Promise<readonly CheckResult[]> {
  const globals = await loadVirtualGlobals();
  // Putting the globals in place costs more than a run.
  const leave = globals.enter();
  try {
    const { seed = DEFAULT_SEED, config, inputs, inside } = options;
    const isOutside = node.descriptor.execution_mode === "external";
    const patience = { left: isOutside ? patienceFor(options) : Number.POSITIVE_INFINITY };
    const bench = { node, config, seed: checkSeed(seed, "harness"), patience };
    const start = await failedStart(bench);
    if (start !== undefined) return rules.map((rule) => resultOfStart(rule, start, options));
    const facts = await factsFor(bench, await drawPools(node, { inputs, seed }));
    if (facts.fault !== undefined && !isOfTimers(facts.fault))
      return rules.map((rule) => notRun(rule, facts.fault ?? ""));
    const on = { bench, facts, ...(inside !== undefined && { inside: { ...bench, node: inside } }) };
    const families = judgedFamilies(on);
    const tally: Tally = {
      exercised: new Map(),
      found: new Map(),
      incomparable: new Map(),
      runs: 0,
      reductions: MOST_REDUCTIONS.of_all,
      patience,
    };
    if (options.path === undefined) {
      await tryKnown(tally, { families, rules, options });
      await tryDrawn(tally, { families, rules, options });
      if (tally.fault === undefined) await tryMore(tally, { families, rules, options, node, facts });
    } else {
      const problem = await tryPath(tally, { families, rules, options });
      if (problem !== undefined) return rules.map((rule) => notRun(rule, problem));
    }
    tally.isCutShort = patience.left <= 0;
    if (isOutside) patience.left = patienceFor(options);
    const results: CheckResult[] = [];
    for (const rule of rules) {
      const result = await resultOf(rule, tally, { node, facts, options });
      results.push(result);
    }
    return results;
  } finally {
    leave();
  }
}

/** Ends by the boundary that are put up with while scripts are drawn, and once more while they are made smaller. */
const patienceFor = ({ profile = "quick" }: NodeConformanceOptions): number =>
  profile === "full" ? 120 : 12;

/** Entries of a transcript from which on a calm run is a long one. */
const LONG_RUN = 120;

/** The facts; a node that makes much of every payload gets small ones, as long scripts find no more than short ones. */
async function factsFor(judged: NodeBench, pools: PayloadPools): Promise<NodeFacts> {
  // One end by the boundary is enough: what is to be known of the node is what it does when all is well.
  const bench = { ...judged, patience: { left: 1 } };
  const facts = await findFacts(bench, pools);
  return facts.longest_run <= LONG_RUN ? facts : findFacts(bench, smallPayloads(pools));
}

interface Trial {
  readonly families: readonly JudgedFamily[];
  readonly rules: readonly NodeRuleId[];
  readonly options: NodeConformanceOptions;
}

async function tryDrawn(tally: Tally, { families, rules, options }: Trial): Promise<void> {
  const { profile = "quick", seed = DEFAULT_SEED } = options;
  const needsRuns = rules.some((rule) => RULES_OF_RUNS.has(rule));
  for (const family of families) {
    if (family.rules === undefined ? !needsRuns : !family.rules.some((rule) => rules.includes(rule)))
      continue;
    const count = runsOf(family, profile);
    for (const [index, script] of drawScripts(family, {
      seed: checkSeed(seed, family.name),
      count,
    }).entries())
      if (tally.patience.left > 0)
        await trial(tally, { family, script, path: `${family.name}:${index}`, seed });
  }
}

const runsOf = ({ runs }: JudgedFamily, profile: "quick" | "full"): number =>
  profile === "full" ? 10 * runs : runs;

const NEEDS_OUTPUT = /ENV|BP|DATA-0[12]|SCOPE-01|BND-05/;

/** How many times as many scripts are drawn at most for a rule that none has put to the test. */
const MOST_MORE = 6;

/** Goes on with the family of each rule that no script has put to the test, until one has. */
async function tryMore(
  tally: Tally,
  { families, rules, options, node, facts }: Trial & Judged,
): Promise<void> {
  const { seed = DEFAULT_SEED, profile = "quick", inside } = options;
  for (const rule of rules) {
    const isOpen = () => !tally.exercised.has(rule) && !tally.found.has(rule);
    if (!isOpen() || reasonNotToApply(rule, { node, facts, hasInside: inside !== undefined }) !== undefined)
      continue;
    if (!givesOutput(tally, facts) && NEEDS_OUTPUT.test(rule)) continue;
    const family = homeOf(rule, families);
    if (family === undefined) continue;
    const done = runsOf(family, profile);
    const scripts = drawScripts(family, {
      seed: checkSeed(seed, family.name),
      count: done + MOST_MORE * family.runs,
    });
    for (const [index, script] of scripts.entries())
      if (index >= done && isOpen() && tally.patience.left > 0)
        await trial(tally, { family, script, path: `${family.name}:${index}`, seed });
  }
}

/** Counterexamples of earlier runs. */
async function tryKnown(tally: Tally, { families, rules, options: { corpus } }: Trial): Promise<void> {
  for (const { check_id, instants, path, seed } of corpus?.entries() ?? []) {
    const rule = rules.find((one) => one === check_id);
    if (rule === undefined || instants === undefined) continue;
    const script = instants
      .flat()
      .map((step) =>
        "payload" in step ? { ...step, payload: decodePayload(step["payload"]) } : step,
      ) as unknown as NodeScript;
    const family = familyFor(rule, families);
    if (family !== undefined)
      await trial(tally, { family, script, seed, ...(path !== undefined && { path }) });
  }
}

/** The one script of a path, such as `cancel:7`. */
async function tryPath(tally: Tally, { families, options }: Trial): Promise<string | undefined> {
  const { path = "", seed = DEFAULT_SEED } = options;
  const [name, index = ""] = path.split(":");
  const family = families.find((one) => one.name === name);
  if (family === undefined || !/^\d{1,5}$/.test(index))
    return `Cannot replay path "${path}": it leads to no script`;
  const script = drawScripts(family, { seed: checkSeed(seed, family.name), count: Number(index) + 1 }).at(-1);
  if (script !== undefined) await trial(tally, { family, script, path, seed });
  return undefined;
}

interface Tried {
  readonly family: JudgedFamily;
  readonly script: NodeScript;
  readonly seed: number;
  readonly path?: string;
}

async function trial(tally: Tally, tried: Tried): Promise<void> {
  const { findings, exercised, fault, incomparable } = await tried.family.judge(tried.script);
  for (const rule of incomparable?.rules ?? []) tally.incomparable.set(rule, incomparable?.reason ?? "");
  tally.runs += 1;
  for (const rule of exercised) tally.exercised.set(rule, (tally.exercised.get(rule) ?? 0) + 1);
  if (fault !== undefined) tally.fault ??= fault;
  for (const finding of findings) {
    const known = tally.found.get(finding.rule);
    if (known === undefined || tried.script.length < known.script.length)
      tally.found.set(finding.rule, { ...tried, finding });
  }
}

const isOfTimers = (fault: string): boolean => fault.includes("Cannot let time go on");
