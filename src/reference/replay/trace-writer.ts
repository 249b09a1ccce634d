/** Writes the replay trace of a run while it goes on: one entry for each event. */
import type { Output, Stimulus } from "../../contracts/conformance/stimulus.ts";
import type { ReplayLineage, ReplayTraceEntry } from "../../contracts/observability/replay-trace.ts";
import type { Event } from "../../contracts/signals/event.ts";
import type { ResolvedTurnPlan } from "../../contracts/turn/resolved-turn-plan.ts";
import { sha256Hex } from "../../internal/sha256.ts";
import type { DrivenRun, RunInstant } from "../driven-run.ts";

/** Turns the instants of one run into entries, in their order. */
export interface TraceWriter {
  /** The entries of the next instant. */
  write(instant: RunInstant): ReplayTraceEntry[];
  /** What became of events that were dropped or merged so far, in the order in which it was told. */
  lineage(): ReplayLineage[];
}

/** A writer for a run that just begins. */
export function createTraceWriter({ result }: Pick<DrivenRun, "result">): TraceWriter {
  const plans = new Map<string, ResolvedTurnPlan>();
  const modalities = new Map<string, string>();
  const lineage = new Map<string, ReplayLineage>();
  let plansRead = 0;

  const entryOf = (event: Event, text: string | undefined): ReplayTraceEntry => {
    const { turn_id, provider_invocation_id } = event;
    const plan = turn_id === undefined ? undefined : plans.get(turn_id);
    const modality =
      provider_invocation_id === undefined ? "" : (modalities.get(provider_invocation_id) ?? "");
    const provider_id = plan?.provider_bindings[modality];
    return {
      event_id: event.event_id,
      session_id: event.session_id,
      ...(turn_id !== undefined && { turn_id }),
      lane: event.lane,
      runtime_sequence: event.runtime_sequence,
      plan_hash: plan?.plan_hash ?? "",
      snapshot_provenance: plan?.snapshot_provenance ?? {},
      ...("signal" in event && { signal: event.signal }),
      ...("reason" in event && event.reason !== undefined && { reason: event.reason }),
      ...(text !== undefined && { output_digest: `sha256:${sha256Hex(text)}` }),
      ordering_marker: `runtime_sequence:${event.runtime_sequence}`,
      ...(provider_id !== undefined && { provider_id }),
      authority_epoch: event.authority_epoch ?? 0,
      runtime_timestamp_ms: event.runtime_timestamp_ms,
    };
  };

  return {
    write({ due, stimuli, events }) {
      for (const plan of result.plans.slice(plansRead)) plans.set(plan.turn_id, plan);
      plansRead = result.plans.length;
      for (const stimulus of stimuli) {
        if (stimulus.kind === "provider_start")
          modalities.set(stimulus.provider_invocation_id, stimulus.modality);
      }
      const outputs = stimuli.filter((stimulus) => stimulus.kind === "output");
      for (const event of [...due, ...events]) noteLineage(lineage, event);
      return [
        ...due.map((event) => entryOf(event, undefined)),
        ...events.map((event) => entryOf(event, takeText(outputs, event))),
      ];
    },
    lineage: () => [...lineage.values()],
  };
}

/** The text of the output that became this event: outputs come out in the order in which they went in. */
function takeText(outputs: Stimulus[], event: Event): string | undefined {
  if ("signal" in event || event.payload_class !== "text_raw") return undefined;
  const index = outputs.findIndex((stimulus) => {
    const { turn_id, node_id, provider_invocation_id } = stimulus as Output;
    return (
      turn_id === event.turn_id &&
      node_id === event.node_id &&
      provider_invocation_id === event.provider_invocation_id
    );
  });
  if (index < 0) return undefined;
  const [taken] = outputs.splice(index, 1);
  return (taken as Output).text;
}

/** Dropped items are told by their numbers, merged ones by their ids. */
function noteLineage(lineage: Map<string, ReplayLineage>, event: Event): void {
  const note = (record: ReplayLineage) => lineage.set(record.event_id, record);
  if ("signal" in event) {
    if (event.signal !== "drop_notice" || event.seq_range === undefined) return;
    for (let number = event.seq_range.start; number <= event.seq_range.end; number += 1)
      note({ event_id: `${event.session_id}-e${number}`, dropped: true });
    return;
  }
  const { merge_group_id, merged_from_event_ids = [] } = event;
  if (merge_group_id === undefined) return;
  for (const event_id of merged_from_event_ids) note({ event_id, dropped: false, merge_group_id });
  note({ event_id: event.event_id, dropped: false, merge_group_id });
}
