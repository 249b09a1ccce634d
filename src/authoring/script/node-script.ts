/** A script: steps with what they are run under, and the outputs of the run that it was recorded from. */
import type { HarnessOptions } from "../harness/node-harness.ts";
import type { NodeStep } from "../harness/node-step.ts";
import type { OutputEntry } from "../harness/transcript.ts";

/** The schema version of script files. */
export const NODE_SCRIPT_VERSION = "rspp.node.script.v1";

/** What a script is run under; everything may be left out. */
export interface NodeScriptHead
  extends Pick<HarnessOptions, "seed" | "session_id" | "wall_start_ms" | "config"> {
  /** The node that it was recorded from. */
  readonly node_id?: string;
}

/** A script. */
export interface NodeScript extends NodeScriptHead {
  readonly steps: readonly NodeStep[];
  /** What the node gave when the script was recorded. */
  readonly outputs?: readonly OutputEntry[];
}

/** The members of the head, in the order in which they are written. */
export const SCRIPT_HEAD_MEMBERS = ["node_id", "seed", "session_id", "wall_start_ms", "config"] as const;

/** The head of a script, without members that are undefined. */
export const headOf = (script: NodeScriptHead): NodeScriptHead =>
  Object.fromEntries(
    SCRIPT_HEAD_MEMBERS.flatMap((name) => (script[name] === undefined ? [] : [[name, script[name]]])),
  );
