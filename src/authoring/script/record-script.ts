/** Makes a script out of a run, to be saved and run again. */
import type { NodeStep } from "../harness/node-step.ts";
import type { OutputEntry } from "../harness/transcript.ts";
import type { NodeScript, NodeScriptHead } from "./node-script.ts";
import type { Transcribed } from "./output-marbles.ts";

/** The steps and outputs of a run; `head` says what it was run under, where that is not the default. */
export function recordScript({ transcript }: Transcribed, head: NodeScriptHead = {}): NodeScript {
  const steps: NodeStep[] = [];
  const outputs: OutputEntry[] = [];
  let now = 0;
  for (const entry of transcript) {
    if (entry.entry === "output") outputs.push(entry);
    if (entry.entry !== "step") continue;
    // Time also passes without a step, while a harness runs to idle.
    if (entry.at_ms > now) steps.push({ kind: "advance", ms: entry.at_ms - now });
    now = entry.at_ms;
    steps.push(entry.step);
    if (entry.step.kind === "advance") now += entry.step.ms;
  }
  return { ...head, steps, outputs };
}
