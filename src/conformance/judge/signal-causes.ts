/** What each signal answers: one that comes although nothing of the kind happened was not asked for. */
import type { JsonObject, Stimulus, StimulusKind } from "../../contracts/conformance/stimulus.ts";
import type { SignalName } from "../../contracts/signals/signal-table.ts";
import type { Finding } from "../check/finding.ts";
import type { Run } from "../check/run.ts";

/** What may end a turn before it is complete. */
const FAILS = [
  "cancel",
  "barge_in",
  "lease",
  "migrate",
  "node_fault",
  "provider_fault",
  "connection",
  "advance",
] as const;
const ENDS = ["complete_turn", ...FAILS] as const;
const MOVES_ITEMS = ["edge_offer", "edge_take", "edge_credit", "sync_loss"] as const;

/** The stimuli of which one has to be in the instant; `advance` brings what falls due. */
const SIGNAL_CAUSES: Readonly<Record<SignalName, readonly StimulusKind[]>> = {
  turn_open_proposed: ["propose_turn"],
  turn_open: ["propose_turn"],
  commit: ["complete_turn"],
  abort: ENDS,
  close: ENDS,
  barge_in: ["barge_in"],
  stop: [],
  cancel: ["cancel", "barge_in"],
  budget_warning: ["node_fault", "advance"],
  budget_exhausted: ["node_fault", "advance"],
  degrade: ["node_fault", "advance"],
  fallback: ["node_fault", "provider_fault", "advance"],
  watermark: [...MOVES_ITEMS, "advance"],
  flow_xoff: [...MOVES_ITEMS, "advance"],
  flow_xon: [...MOVES_ITEMS, ...ENDS],
  credit_grant: ["edge_credit"],
  drop_notice: [...MOVES_ITEMS, ...ENDS],
  discontinuity: [...MOVES_ITEMS, ...ENDS],
  provider_error: ["provider_fault"],
  circuit_event: ["provider_fault"],
  provider_switch: ["provider_fault"],
  lease_issued: ["open_session", "lease"],
  lease_rotated: ["lease", "migrate"],
  migration_start: ["migrate"],
  migration_finish: ["migrate"],
  session_handoff: ["migrate"],
  admit: ["propose_turn"],
  reject: ["propose_turn"],
  defer: ["propose_turn"],
  shed: ["output", "edge_offer", "edge_take", "edge_credit", "advance"],
  stale_epoch_reject: ["propose_turn", "output", "ingress"],
  deauthorized_drain: ["propose_turn", "lease", "migrate"],
  connected: ["open_session", "connection"],
  reconnecting: ["connection"],
  disconnected: ["connection"],
  ended: ["connection"],
  silence: ["connection"],
  stall: ["connection"],
  output_accepted: ["output"],
  playback_started: ["playback"],
  playback_completed: ["playback"],
  playback_cancelled: FAILS,
  recording_level_downgraded: ["recorder", "propose_turn"],
};

/** Data that is of no edge is output; what is of an edge was offered on it. Own telemetry is free. */
const RECORD_CAUSES = { output: ["output"], edge: [...MOVES_ITEMS, "advance"] } as const;

/** The first event that answers nothing that happened to its session. */
export function uncausedEvent(run: Run): Finding | undefined {
  for (const [instant, { events }] of run.outcomes.entries()) {
    const stimuli = run.instants[instant] ?? [];
    for (const [place, event] of events.entries()) {
      const causes = causesOf(event);
      if (causes === undefined || isCaused(event, { causes, stimuli })) continue;
      const name = String(event["signal"] ?? `${event["lane"]} record`);
      const happened = stimuli.map(({ kind }) => kind).join(", ") || "nothing";
      return {
        code: "uncaused_event",
        message: `Event "${event["event_id"]}" answers nothing that happened to session "${event["session_id"]}"`,
        expected: `no ${name} without ${causes.join(" or ") || "it having come in"}`,
        received: `${name} in the answer to ${happened}`,
        likely_cause: `${name} is emitted for something else, twice, too late, or in another session`,
        at: { instant, event: place },
      };
    }
  }
  return undefined;
}

/** What may cause the event; undefined where a runtime is free. */
function causesOf({ signal, lane, edge_id }: JsonObject): readonly StimulusKind[] | undefined {
  if (signal !== undefined) return SIGNAL_CAUSES[signal as SignalName];
  if (edge_id !== undefined) return RECORD_CAUSES.edge;
  return lane === "DataLane" ? RECORD_CAUSES.output : undefined;
}

function isCaused(
  { session_id, event_id }: JsonObject,
  { causes, stimuli }: { readonly causes: readonly StimulusKind[]; readonly stimuli: readonly Stimulus[] },
): boolean {
  return stimuli.some((stimulus) => {
    if (stimulus.kind === "advance") return causes.includes("advance");
    if (!("session_id" in stimulus) || stimulus.session_id !== session_id) return false;
    const isItself = stimulus.kind === "ingress" && stimulus.event["event_id"] === event_id;
    return isItself || causes.includes(stimulus.kind);
  });
}
