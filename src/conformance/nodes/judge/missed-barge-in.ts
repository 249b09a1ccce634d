/**
 * NODE-CXL-05 of a node without onBargeIn that has a port for the signal `barge_in`: it says that it does something
 * about being spoken over, and has to, in `process`. A node with neither makes no promise.
 */
import type { TranscriptEntry } from "../../../authoring/harness/transcript.ts";
import type { NodeDefinition } from "../../../authoring/node/node-definition.ts";
import { quote } from "../../../internal/quote.ts";
import type { NodeFinding } from "../run/node-run.ts";

/** Whether the node has a port for the signal. */
export const hearsBargeIn = ({ inputs }: NodeDefinition["descriptor"]): boolean =>
  inputs.some(({ type, lane }) => type === "barge_in" && lane === "ControlLane");

/** The first output of what the node had begun before the user spoke, beyond the time that it may take to stop. */
export function findMissedBargeIn(
  { descriptor }: NodeDefinition,
  transcript: readonly TranscriptEntry[],
): readonly NodeFinding[] {
  // The harness judges the nodes that have the hook.
  const hasHook = transcript.some((entry) => entry.entry === "hook" && entry.hook === "onBargeIn");
  if (!hearsBargeIn(descriptor) || hasHook) return [];
  const { within_ms } = descriptor.cancel;
  const begun = new Set<string>();
  let buffered = new Set<string>();
  let isHeld = false;
  let stops_by = 0;
  for (const [marked, entry] of transcript.entries()) {
    if (entry.entry === "hook" && entry.hook === "process" && entry.event_id !== undefined)
      begun.add(entry.event_id);
    if (entry.entry === "step") {
      const { kind } = entry.step;
      if (kind === "pause_output" || kind === "grant_credit") isHeld = true;
      if (kind === "resume_output") isHeld = false;
      if (kind === "barge_in") {
        // What waits for the consumer has left the node.
        buffered = new Set(isHeld ? [] : begun);
        stops_by = entry.at_ms + within_ms;
      }
    }
    if (entry.entry !== "output" || entry.delivery !== "delivered" || entry.at_ms <= stops_by) continue;
    if (!buffered.has(entry.envelope.causal_parent_id ?? "")) continue;
    return [
      {
        rule: "NODE-CXL-05",
        message: `Output ${quote(entry.type)} came of what was buffered before the user spoke`,
        expected: `nothing of it later than ${stops_by} ms (within ${within_ms} ms of the barge-in)`,
        received: `output at ${entry.at_ms} ms`,
        likely_cause:
          "The node has a port for barge_in and no onBargeIn; process gets the signal after its work",
        transcript,
        marked,
      },
    ];
  }
  return [];
}
