/** Where in the work of a node a step came. */
import type { HookEntry, StepEntry, TranscriptEntry } from "../../../authoring/harness/transcript.ts";
import type { NodeFacts } from "../run/node-facts.ts";

/** A step of a run, with what it met. */
export interface PlacedStep {
  readonly entry: StepEntry;
  readonly index: number;
  /** Whether a call ran, or an output was on its way by itself. */
  readonly isBusy: boolean;
  /** Whether the open turn had an input before. */
  readonly hasInput: boolean;
}

/** The steps of a run in order. */
export function placedSteps(
  transcript: readonly TranscriptEntry[],
  { longest_tail }: Pick<NodeFacts, "longest_tail">,
): readonly PlacedStep[] {
  const calls: HookEntry[] = [];
  const placed: PlacedStep[] = [];
  let hasInput = false;
  for (const [index, entry] of transcript.entries()) {
    if (entry.entry === "hook" && entry.hook === "process") calls.push(entry);
    if (entry.entry !== "step") continue;
    const { at_ms, step } = entry;
    const isBusy = calls.some((call) => {
      const ends = call.at_ms + (call.took_ms ?? Number.POSITIVE_INFINITY);
      // A call that the step itself ends took until then.
      const isRunning = ends > at_ms || (ends === at_ms && call.at_ms < at_ms);
      return isRunning || (longest_tail > 0 && ends + longest_tail > at_ms);
    });
    if (step.kind === "open_turn") hasInput = false;
    placed.push({ entry, index, isBusy, hasInput });
    if (step.kind === "input") hasInput = true;
  }
  return placed;
}
