/**
 * NODE-CXL-04: cancels that have nothing to stop change nothing. There are three of them, each where a correct node
 * cannot tell it from nothing: one before the first event; a second one right after the first, of the same turn; and one
 * after the turn has stopped and before the next one opens. In session scope a node cannot know which turn a cancel is
 * of, and what it keeps between turns may be what a cancel is there to drop: so the late one only comes after a turn that
 * was cancelled before. Compared are delivered outputs, and rules that are broken with the extra cancels only.
 */
import type { NodeStep } from "../../../authoring/harness/node-step.ts";
import { type NodeFinding, type NodeScript, runScript } from "../run/node-run.ts";
import { newBreach, outputDifference } from "./compare-outputs.ts";
import { type Comparison, comparedFor, NOT_COMPARED } from "./comparisons.ts";
import { pinned } from "./pinned-script.ts";

/** A cancelled turn has stopped when this time has gone by twice, in ms; onCancel may take 250. */
const STOPPED_MS = 260;

const WORDS = {
  rule: "NODE-CXL-04",
  likely_cause: "onCancel expects that something runs, or leaves a mark that the next turn runs into",
} as const;

/** Runs the script without extra cancels, and with each kind of them. */
export const compareCancels: Comparison = async (given, { bench }) => {
  const script = pinned(given);
  const base = await runScript(bench, script);
  if (base.fault !== undefined) return { ...NOT_COMPARED, fault: base.fault };
  for (const [name, variant] of variantsOf(script, {
    isTurnScope: bench.node.descriptor.execution_scope === "turn",
  })) {
    const varied = await runScript(bench, variant);
    if (varied.fault !== undefined) return { ...NOT_COMPARED, fault: varied.fault };
    const message = `Something else came of the session with a cancel ${name}`;
    const finding =
      outputDifference(base, varied, { ...WORDS, message }) ??
      breachFinding(newBreach(base, varied), { message, varied });
    if (finding !== undefined) return comparedFor("NODE-CXL-04", finding);
  }
  return comparedFor("NODE-CXL-04", undefined);
};

function breachFinding(
  at: number | undefined,
  { message, varied }: { readonly message: string; readonly varied: Awaited<ReturnType<typeof runScript>> },
): NodeFinding | undefined {
  const entry = at === undefined ? undefined : varied.transcript[at];
  if (at === undefined || entry?.entry !== "violation") return undefined;
  return {
    ...WORDS,
    message: `${message}: ${entry.message}`,
    expected: entry.expected,
    received: entry.received,
    transcript: varied.transcript,
    marked: at,
  };
}

function variantsOf(
  script: NodeScript,
  { isTurnScope }: { readonly isTurnScope: boolean },
): readonly (readonly [name: string, script: NodeScript])[] {
  const variants: (readonly [string, NodeScript])[] = [
    ["before the first event", [{ kind: "cancel" }, ...script]],
  ];
  const twice: NodeStep[] = [];
  const after: NodeStep[] = [];
  let turn_id: string | undefined;
  let stopped: string | undefined;
  let waited = 0;
  for (const step of script) {
    if (step.kind === "open_turn") {
      turn_id = step.turn_id;
      stopped = undefined;
    }
    twice.push(step);
    after.push(step);
    const isCancel =
      step.kind === "cancel" && (step.scope ?? "turn") === "turn" && step.turn_id === undefined;
    if (isCancel && turn_id !== undefined) twice.push({ ...step, turn_id });
    if (isCancel || (isTurnScope && step.kind === "commit_turn")) {
      stopped = turn_id;
      turn_id = undefined;
      waited = 0;
    }
    if (step.kind === "input") stopped = undefined;
    if (step.kind !== "advance" || stopped === undefined) continue;
    waited += step.ms >= STOPPED_MS ? 1 : 0;
    if (waited !== 1) continue;
    after.push({ kind: "cancel", turn_id: stopped }, { kind: "advance", ms: 0 });
    waited = 2;
  }
  if (twice.length > script.length) variants.push(["that came twice", twice]);
  if (after.length > script.length) variants.push(["after the end", after]);
  return variants;
}
