/**
 * NODE-DET-01 and NODE-BUD-04: the same script twice gives the same transcript, byte for byte; and the same exhaustion
 * of a budget gives the same answer. Virtual time, the seed and the numbers of the harness are the same in both runs,
 * so that nothing but the node can make a difference. Of nodes outside telemetry is left out: what it says of costs is
 * measured.
 */
import type { TranscriptEntry } from "../../../authoring/harness/transcript.ts";
import { type NodeFinding, runScript } from "../run/node-run.ts";
import { differenceFinding, firstDifference, happenedTexts } from "./compare-outputs.ts";
import type { Comparison } from "./comparisons.ts";

/** Runs the script twice. */
export const compareRepeats: Comparison = async (script, { bench }) => {
  const first = await runScript(bench, script);
  const second = await runScript(bench, script);
  const fault = first.fault ?? second.fault;
  if (fault !== undefined) return { findings: [], exercised: [], fault };
  const withTelemetry = bench.node.descriptor.execution_mode === "in_process";
  const findings: NodeFinding[] = [];
  const [one, other] = [first.transcript, second.transcript];
  const difference = firstDifference(
    happenedTexts(one, { withTelemetry }),
    happenedTexts(other, { withTelemetry }),
  );
  const asked = askedAt(other);
  if (difference !== undefined) {
    const said = other.filter(({ entry }) => entry !== "step" && (withTelemetry || entry !== "telemetry"));
    const at = other.indexOf(said[difference.place] ?? (other.at(-1) as TranscriptEntry));
    findings.push(
      differenceFinding({ ...difference, at }, second, {
        rule: "NODE-DET-01",
        message: "The same seed and script gave something else the second time",
        likely_cause:
          "Something outlives the session, such as a variable of the module, or a clock or chance that is not virtual",
      }),
    );
    if (asked !== undefined && at >= asked)
      findings.push(
        differenceFinding({ ...difference, at }, second, {
          rule: "NODE-BUD-04",
          message: "The same exhaustion of the budget gave another answer the second time",
          likely_cause: "The fallback depends on something besides the event, the state and the seed",
        }),
      );
  }
  return { findings, exercised: asked === undefined ? ["NODE-DET-01"] : ["NODE-DET-01", "NODE-BUD-04"] };
};

function askedAt(transcript: readonly TranscriptEntry[]): number | undefined {
  const at = transcript.findIndex((one) => one.entry === "hook" && one.hook === "onBudgetExhausted");
  return at < 0 ? undefined : at;
}
