/**
 * NODE-SCOPE-04: a session alone gives the same transcript as with another one beside it. The other session does the
 * same steps from the middle on, so that it says other things at other times; a step of each comes in turn.
 */
import type { NodeHarness } from "../../../authoring/harness/node-harness.ts";
import { benchHarness, closeHarness, type NodeBench, type NodeScript, runScript } from "../run/node-run.ts";
import { differenceFinding, firstDifference, happenedTexts } from "./compare-outputs.ts";
import { type Comparison, comparedFor, NOT_COMPARED } from "./comparisons.ts";

/** Runs the script alone, and beside another session. */
export const compareSessions: Comparison = async (script, { bench }) => {
  const alone = await runScript(bench, script);
  if (alone.fault !== undefined) return { ...NOT_COMPARED, fault: alone.fault };
  const withTelemetry = bench.node.descriptor.execution_mode === "in_process";
  try {
    const beside = await runBeside(bench, script);
    const texts = happenedTexts(beside.transcript, { withTelemetry });
    const difference = firstDifference(happenedTexts(alone.transcript, { withTelemetry }), texts);
    if (difference === undefined) return comparedFor("NODE-SCOPE-04", undefined);
    const said = beside.transcript.filter(
      ({ entry }) => entry !== "step" && (withTelemetry || entry !== "telemetry"),
    );
    const entry = said[difference.place];
    const at = entry === undefined ? beside.transcript.length - 1 : beside.transcript.indexOf(entry);
    return comparedFor(
      "NODE-SCOPE-04",
      differenceFinding(
        { ...difference, at },
        { script, transcript: beside.transcript },
        {
          rule: "NODE-SCOPE-04",
          message: "A session gave something else when another one ran beside it",
          likely_cause:
            "A variable of the module, or of what all instances share, holds what belongs to one session",
        },
      ),
    );
  } catch (error) {
    return { ...NOT_COMPARED, fault: String(error) };
  }
};

async function runBeside(bench: NodeBench, script: NodeScript): Promise<NodeHarness> {
  const middle = Math.floor(script.length / 2);
  const others = [...script.slice(middle), ...script.slice(0, middle)];
  const one = await benchHarness(bench);
  const other = await benchHarness(bench, { session_id: "session-2", seed: bench.seed ^ 1 });
  for (const [index, step] of script.entries()) {
    await other.run(others.slice(index, index + 1));
    await one.run([step]);
  }
  await closeHarness(one);
  await closeHarness(other);
  return one;
}
