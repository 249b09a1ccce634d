/**
 * NODE-SCOPE-05: what is durable goes on after a migration. The session moves at points where no turn is open and
 * nothing is pending, and has to give what it gives without the move: what a node keeps of its own may be lost there,
 * but between turns nothing is half done. Both runs are given the same time at the point, so that stop, init and start
 * may take theirs. Where more of that time alone changes the outputs, the node goes by the clock, and the runs are not
 * compared. A node that declares durable state, gives outputs and keeps nothing durable in all of the script takes
 * something else for durable: there the move loses its hot state. That of other nodes may be lost by right, with an
 * effect or without.
 */
import type { NodeStep } from "../../../authoring/harness/node-step.ts";
import type { StateKind } from "../../../authoring/node/node-descriptor.ts";
import { benchHarness, closeHarness, type NodeBench, type NodeScript, runScript } from "../run/node-run.ts";
import { outputDifference } from "./compare-outputs.ts";
import { type Comparison, comparedFor, NOT_COMPARED } from "./comparisons.ts";
import { pinned } from "./pinned-script.ts";

/** Longest time that the hooks of a move take, in ms. */
const MOVE_MS = 760;

const wait = (ms: number): NodeStep => ({ kind: "advance", ms });

/** Runs the script with and without a move, at one point after the other. */
export const compareMoves: Comparison = async (given, { bench }) => {
  const script = pinned(given);
  const { points, lose } = await quietPoints(bench, script);
  let isCompared = false;
  for (const point of points) {
    const at = (...steps: readonly NodeStep[]) => [
      ...script.slice(0, point),
      ...steps,
      ...script.slice(point),
    ];
    const stayed = await runScript(bench, at(wait(MOVE_MS)));
    const waited = await runScript(bench, at(wait(MOVE_MS + 541)));
    const moved = await runScript(bench, at({ kind: "migrate", lose }, wait(MOVE_MS)));
    const fault = stayed.fault ?? waited.fault ?? moved.fault;
    if (fault !== undefined) return { ...NOT_COMPARED, fault };
    const words = {
      rule: "NODE-SCOPE-05",
      message: "The session gave something else after it had moved",
      likely_cause:
        "Something that is not in ctx.state.session_durable was meant to be, or it is not read again",
    } as const;
    if (outputDifference(stayed, waited, words) !== undefined) continue;
    isCompared = true;
    const finding = outputDifference(stayed, moved, words);
    if (finding !== undefined) return comparedFor("NODE-SCOPE-05", finding);
  }
  return isCompared ? comparedFor("NODE-SCOPE-05", undefined) : NOT_COMPARED;
};

interface QuietPoints {
  /** Indexes of the steps before which the session moves. */
  readonly points: readonly number[];
  /** State that the move loses. */
  readonly lose: readonly StateKind[];
}

/** Points between two steps at which no turn is open and nothing is pending, after some input and before another. */
async function quietPoints(bench: NodeBench, script: NodeScript): Promise<QuietPoints> {
  const points: number[] = [];
  let isDurable = false;
  let hasOutputs = false;
  const last = script.findLastIndex(({ kind }) => kind === "input");
  try {
    const harness = await benchHarness(bench);
    let isOpen = false;
    let hasInput = false;
    for (const [index, step] of script.entries()) {
      await harness.run([step]);
      isDurable ||= Object.keys(harness.snapshot().session_durable).length > 0;
      if (step.kind === "open_turn") isOpen = true;
      if (step.kind === "commit_turn" || step.kind === "abort_turn") isOpen = false;
      if (step.kind === "input") hasInput = true;
      if (step.kind === "input" && bench.node.descriptor.execution_scope === "turn") isOpen = true;
      const isBetween = !isOpen && hasInput && index < last;
      if (isBetween && step.kind === "advance" && (await harness.runToIdle(0))) points.push(index + 1);
    }
    hasOutputs = harness.outputs().length > 0;
    await closeHarness(harness);
  } catch {
    return { points: [], lose: [] };
  }
  return { points: points.slice(0, 2), lose: isDurable || !hasOutputs ? [] : ["session_hot"] };
}
