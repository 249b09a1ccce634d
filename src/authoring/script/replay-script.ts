/** Runs a recorded script against a node and compares what it gives with what was recorded. */
import { quote } from "../../internal/quote.ts";
import { createNodeHarness, type HarnessOptions } from "../harness/node-harness.ts";
import type { NodeViolation, TranscriptEntry } from "../harness/transcript.ts";
import type { NodeDefinition } from "../node/node-definition.ts";
import { NODE_RULE_IDS } from "../rules/node-rules.ts";
import { compareTranscripts, type TranscriptDifference } from "./compare-transcripts.ts";
import { headOf, type NodeScript } from "./node-script.ts";

/** How a replay went. */
export interface ReplayResult {
  /** Whether the outputs are those that were recorded and no rule was broken. */
  readonly ok: boolean;
  /** Undefined where all outputs are the same, or none were recorded. */
  readonly difference: TranscriptDifference | undefined;
  readonly violations: readonly NodeViolation[];
  readonly transcript: readonly TranscriptEntry[];
}

/**
 * Runs a script against a node under the seed, session and config that it names; `options` go before them. Outputs are
 * compared only if the script has some. Throws a TypeError for a script of another node.
 */
export async function replayScript(
  node: NodeDefinition,
  script: NodeScript,
  options: HarnessOptions = {},
): Promise<ReplayResult> {
  const { node_id, ...head } = headOf(script);
  const { node_id: own } = node.descriptor;
  if (node_id !== undefined && node_id !== own)
    throw new TypeError(
      `Cannot replay the script: expected one of node ${quote(own)} but received one of ${quote(node_id)}`,
    );
  const harness = await createNodeHarness(node, { ...head, ...options });
  await harness.run(script.steps);
  const isOutput = ({ entry }: TranscriptEntry) => entry === "output";
  const { length } = harness.transcript;
  const given = harness.transcript.filter(isOutput).length;
  await harness.close({ allow: NODE_RULE_IDS });
  const { outputs } = script;
  // A run that was recorded before it was closed lacks what a node gives while it comes to its end.
  const isOpenEnded = outputs !== undefined && outputs.length <= given;
  const transcript = isOpenEnded ? harness.transcript.slice(0, length) : harness.transcript;
  const difference =
    outputs === undefined ? undefined : compareTranscripts({ transcript: outputs }, { transcript });
  const { violations } = harness;
  return {
    ok: difference === undefined && violations.length === 0,
    difference,
    violations,
    transcript: harness.transcript,
  };
}
