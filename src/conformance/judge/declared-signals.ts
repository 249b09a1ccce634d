/** Signals that tell of a capability: a subject that shows one has to declare it, or its checks would be left out. */
import type { SubjectCapability } from "../../contracts/conformance/capability.ts";
import type { SignalName } from "../../contracts/signals/signal-table.ts";
import type { Finding } from "../check/finding.ts";
import type { Run } from "../check/run.ts";

/** The capabilities of which one has to be declared by a subject that emits the signal. */
export const SIGNAL_CAPABILITIES: Partial<Record<SignalName, readonly SubjectCapability[]>> = {
  cancel: ["cancel"],
  barge_in: ["cancel"],
  lease_rotated: ["authority", "migration"],
  migration_start: ["migration"],
  migration_finish: ["migration"],
  session_handoff: ["migration"],
  shed: ["admission", "edges"],
  budget_warning: ["budgets"],
  budget_exhausted: ["budgets"],
  degrade: ["budgets"],
  fallback: ["budgets", "providers"],
  provider_error: ["providers"],
  circuit_event: ["providers"],
  provider_switch: ["providers"],
  playback_started: ["playback"],
  playback_completed: ["playback"],
  playback_cancelled: ["playback", "cancel"],
  watermark: ["edges"],
  flow_xoff: ["edges"],
  flow_xon: ["edges"],
  credit_grant: ["edges"],
  drop_notice: ["edges", "sync"],
  discontinuity: ["sync"],
  recording_level_downgraded: ["recording"],
  disconnected: ["connection"],
  reconnecting: ["connection"],
  stall: ["connection"],
  silence: ["connection"],
  ended: ["connection"],
};

/** The first signal of a capability that the subject does not declare. What came in at ingress is not its own. */
export function undeclaredCapability(
  run: Run,
  { capabilities }: { readonly capabilities: readonly SubjectCapability[] },
): Finding | undefined {
  for (const [instant, { events }] of run.outcomes.entries()) {
    if (run.instants[instant]?.some(({ kind }) => kind === "ingress")) continue;
    for (const [event, { signal, event_id }] of events.entries()) {
      const needed = SIGNAL_CAPABILITIES[signal as SignalName];
      if (needed === undefined || needed.some((capability) => capabilities.includes(capability))) continue;
      return {
        code: "undeclared_capability",
        message: `Event "${event_id}" is of a capability that the subject does not declare`,
        expected: `capability ${needed.join(" or ")} declared, or no ${signal}`,
        received: `${signal} from a subject with ${capabilities.join(", ")}`,
        likely_cause: "A capability was left out of the declaration, so that its checks would not run",
        at: { instant, event },
      };
    }
  }
  return undefined;
}
