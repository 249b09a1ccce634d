/** The timeline of a run: what the world did, and what the runtime answered. */
import type { TimelineRow } from "../../contracts/conformance/conformance-report.ts";
import type { Stimulus } from "../../contracts/conformance/stimulus.ts";
import type { Event } from "../../contracts/signals/event.ts";
import { describeValue } from "../../internal/describe-value.ts";
import type { Palette } from "../../internal/report-text/palette.ts";
import { timelineText } from "../../internal/report-text/timeline-text.ts";
import type { RunInstant } from "../driven-run.ts";

/** Members that stand in columns of their own, or that say nothing about what happened. */
const UNTOLD: ReadonlySet<string> = new Set([
  "kind",
  "session_id",
  "turn_id",
  "schema_version",
  "pipeline_version",
  "event_id",
  "event_scope",
  "lane",
  "signal",
  "emitted_by",
  "payload_class",
  "runtime_timestamp_ms",
  "wall_clock_timestamp_ms",
  "transport_sequence",
  "runtime_sequence",
  "causal_parent_id",
  "media_time",
  "plan",
]);

/** The rows of a run. The epoch is told where it is not that of the event before. */
export function runTimeline(instants: readonly RunInstant[]): TimelineRow[] {
  let epoch: number | undefined;
  const eventRow = (event: Event): TimelineRow => {
    const isNew = event.authority_epoch !== epoch;
    epoch = event.authority_epoch;
    const { authority_epoch: _, ...others } = event;
    const isSignal = "signal" in event && event.signal !== undefined;
    return {
      at_ms: event.runtime_timestamp_ms,
      from: "subject",
      name: isSignal ? event.signal : `${event.lane} ${event.payload_class}`,
      ...turnOf(event),
      detail: detailOf(isNew ? event : others),
      event_id: event.event_id,
    };
  };
  return instants.flatMap((instant) => [
    ...instant.due.map(eventRow),
    ...instant.stimuli.map((stimulus) => stimulusRow(stimulus, instant.at_ms)),
    ...verdictRow(instant),
    ...instant.events.map(eventRow),
  ]);
}

function stimulusRow(stimulus: Stimulus, at_ms: number): TimelineRow {
  const about = stimulus.kind === "ingress" ? stimulus.event : stimulus;
  const { payload_class } = about as { readonly payload_class?: unknown };
  const detail = payload_class === undefined ? detailOf(about) : `payload_class=${payload_class}`;
  return { at_ms, from: "world", name: stimulus.kind, ...turnOf(about), detail };
}

/** An answer that is no event: whether what arrived was taken. */
function verdictRow({ at_ms, verdict }: RunInstant): TimelineRow[] {
  if (verdict === undefined) return [];
  const name = verdict.accepted ? "(accepted)" : "(refused)";
  return [{ at_ms, from: "subject", name, detail: verdict.reason ?? "" }];
}

const turnOf = (thing: object): { turn_id?: string } =>
  "turn_id" in thing && typeof thing.turn_id === "string" ? { turn_id: thing.turn_id } : {};

function detailOf(thing: object): string {
  const members = Object.entries(thing).filter(([name]) => !UNTOLD.has(name));
  return members.map(([name, value]) => `${name}=${valueText(value)}`).join(" ");
}

function valueText(value: unknown): string {
  if (typeof value === "string") return /^[\w.-]+$/.test(value) ? value : JSON.stringify(value);
  if (typeof value === "object" && value !== null && "start" in value && "end" in value)
    return `${value.start}..${value.end}`;
  return describeValue(value);
}

/**
 * A timeline as text: a column for the time, a lane for the world and one for the runtime, with a line feed at
 * the end.
 *
 * @since 0.1.0
 */
export function formatTimeline(
  rows: readonly TimelineRow[],
  { palette }: { readonly palette?: Palette } = {},
): string {
  return `${timelineText(rows, palette === undefined ? {} : { palette }).join("\n")}\n`;
}
