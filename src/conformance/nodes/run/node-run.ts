/** Runs a script on a fresh harness. */
import { createNodeHarness, type NodeHarness } from "../../../authoring/harness/node-harness.ts";
import type { NodeStep } from "../../../authoring/harness/node-step.ts";
import type { TranscriptEntry } from "../../../authoring/harness/transcript.ts";
import type { NodeDefinition } from "../../../authoring/node/node-definition.ts";
import { NODE_RULE_IDS, type NodeRuleId } from "../../../authoring/rules/node-rules.ts";

/** A list of steps. */
export type NodeScript = readonly NodeStep[];

/** A script, done. */
export interface NodeRun {
  readonly script: NodeScript;
  readonly transcript: readonly TranscriptEntry[];
  /** Why the run could not go on, where it could not. */
  readonly fault?: string;
}

/** A rule that was broken, with the run that shows it. */
export interface NodeFinding {
  readonly rule: NodeRuleId;
  readonly message: string;
  readonly expected: string;
  readonly received: string;
  readonly likely_cause?: string;
  readonly transcript: readonly TranscriptEntry[];
  /** Index of the entry that proves it. */
  readonly marked: number;
}

/** Where scripts are run. */
export interface NodeBench {
  readonly node: NodeDefinition;
  readonly config: unknown;
  /** Seed of the harness. */
  readonly seed: number;
  /** How much more a node outside may be ended by its boundary: that takes real time, and teaches little the next time. */
  readonly patience?: Patience;
}

/** What is left of it; a hang takes more than another end. */
export interface Patience {
  left: number;
}

const COST = { hang: 6, end: 1 } as const;

/** A harness of the bench; the session is `session-1` unless told. */
export const benchHarness = (
  { node, config, seed }: NodeBench,
  more: { readonly session_id?: string; readonly seed?: number } = {},
): Promise<NodeHarness> =>
  createNodeHarness(node, { seed, ...(config !== undefined && { config }), ...more });

/** Lets the work of a harness end; breaches are in its transcript. */
export const closeHarness = (harness: NodeHarness): Promise<void> => harness.close({ allow: NODE_RULE_IDS });

/** Runs a script. Never rejects: what keeps it from going on is its fault. */
export async function runScript(bench: NodeBench, script: NodeScript): Promise<NodeRun> {
  let harness: NodeHarness | undefined;
  try {
    harness = await benchHarness(bench);
    await harness.run(script);
    await closeHarness(harness);
    if (bench.patience !== undefined) bench.patience.left -= costOf(harness.transcript);
    return { script, transcript: harness.transcript };
  } catch (error) {
    const fault = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return { script, transcript: harness?.transcript ?? [], fault };
  }
}

/** What the ends of a node outside cost; its errors are the words of the boundary. */
function costOf(transcript: readonly TranscriptEntry[]): number {
  let cost = 0;
  for (const entry of transcript) {
    if (entry.entry !== "hook" || entry.error?.startsWith("NodeBoundaryError: Cannot go on") !== true)
      continue;
    cost += entry.error.includes("to settle within") ? COST.hang : COST.end;
  }
  return cost;
}
