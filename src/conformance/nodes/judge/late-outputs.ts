/** NODE-CXL-01 of what nobody takes any more: a call that was ended after a cancel steps to an output all the same. */
import type { TranscriptEntry } from "../../../authoring/harness/transcript.ts";
import { quote } from "../../../internal/quote.ts";
import type { LastSteps } from "../run/late-steps.ts";
import type { NodeFinding } from "../run/node-run.ts";

/** The first output that came of a call after it had been ended for not stopping in time. */
export function findLateOutputs(
  transcript: readonly TranscriptEntry[],
  last: LastSteps,
): readonly NodeFinding[] {
  for (const [marked, entry] of transcript.entries()) {
    if (entry.entry !== "violation" || entry.rule !== "NODE-CXL-02") continue;
    const call = transcript
      .slice(0, marked)
      .find(
        (one) =>
          one.entry === "hook" && one.hook === "process" && one.at_ms + (one.took_ms ?? 0) === entry.at_ms,
      );
    const step = call?.entry === "hook" ? last.get(call.event_id ?? "") : undefined;
    if (step === undefined || step.at_ms < entry.at_ms) continue;
    return [
      {
        rule: "NODE-CXL-01",
        message: `Output ${quote(step.type)} came of a call that had to be ended after the cancel`,
        expected: entry.expected.replace("an end", "no output"),
        received: `output at ${step.at_ms} ms`,
        likely_cause: "What the cancel makes a wait throw is caught, and the loop goes on",
        transcript,
        marked,
      },
    ];
  }
  return [];
}
