/** Runs a resolved scenario on the reference runtime, whole, without all that is optional, or broken. */
import type { JsonObject } from "../../contracts/conformance/stimulus.ts";
import type { StimulusOutcome } from "../../contracts/conformance/subject-message.ts";
import { createReferenceRuntime } from "../../reference/reference-runtime.ts";
import type { Run } from "../check/run.ts";
import { WALL_CLOCK_START } from "../judge/judge-run.ts";
import type { BrokenParts } from "./broken-parts.test-kit.ts";
import type { ResolvedScenario } from "./resolve-scenario.ts";

/** Whether signals and fields that a runtime may leave out are there. */
export type Lean = "whole" | "lean";

/** Signals that the subject protocol lets a runtime leave out. */
const OPTIONAL: readonly unknown[] = ["turn_open_proposed", "admit", "lease_issued", "session_handoff"];

/** The run of a scenario. */
export function runOnReference(
  { instants }: ResolvedScenario,
  { lean = "whole", broken }: { readonly lean?: Lean; readonly broken?: BrokenParts } = {},
): Run {
  const runtime = createReferenceRuntime({ parts: broken?.parts ?? {} });
  runtime.reset({ seed: 1, runtime_timestamp_ms: 0, wall_clock_timestamp_ms: WALL_CLOCK_START });
  const left = leavingOut();
  let now = 0;
  const times: number[] = [];
  const outcomes = instants.map((stimuli) => {
    for (const stimulus of stimuli) if (stimulus.kind === "advance") now += stimulus.ms;
    times.push(now);
    const heard = stimuli.filter((stimulus) => stimulus.kind !== broken?.deafTo);
    const outcome = runtime.apply(heard);
    const isIssue = stimuli.some((stimulus) => stimulus.kind === "lease" && stimulus.change === "issue");
    return lean === "whole" ? outcome : left(outcome, { keeps: isIssue ? ["lease_issued"] : [] });
  });
  return { instants, outcomes, times };
}

/** Leaves out what is optional and closes the gaps that this makes in the numbers. */
function leavingOut() {
  const gone = new Map<unknown, number>();
  const less = (session: unknown, number: unknown) => Number(number) - (gone.get(session) ?? 0);
  return (outcome: StimulusOutcome, { keeps }: { readonly keeps: readonly string[] }): StimulusOutcome => {
    const events = outcome.events.flatMap((event): JsonObject[] => {
      const { signal, session_id, causal_parent_id: _, ...rest } = event;
      if (OPTIONAL.includes(signal) && !keeps.includes(String(signal))) {
        gone.set(session_id, (gone.get(session_id) ?? 0) + 1);
        return [];
      }
      const range = rest["seq_range"] as { readonly start: number; readonly end: number } | undefined;
      const moved = range && { start: less(session_id, range.start), end: less(session_id, range.end) };
      return [
        {
          ...rest,
          session_id,
          ...(signal !== undefined && { signal }),
          runtime_sequence: less(session_id, rest["runtime_sequence"]),
          ...(moved && { seq_range: moved }),
        },
      ];
    });
    return { ...outcome, events };
  };
}
