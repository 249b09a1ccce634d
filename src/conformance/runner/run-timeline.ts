/** The timeline of a run around what was wrong with it. */
import type { TimelineRow } from "../../contracts/conformance/conformance-report.ts";
import type { JsonObject, Stimulus } from "../../contracts/conformance/stimulus.ts";
import type { Run, RunPlace } from "../check/run.ts";

/** Rows that are shown before and after the marked one. */
const WINDOW = { before: 24, after: 6 } as const;

/** Members that say nothing about what happened, or stand in columns of their own. */
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
  "plan",
  "candidate_plan",
]);

/** The rows around the place, which is marked; an answer without an event at fault is a row of its own. */
export function runTimeline({ instants, outcomes, times }: Run, at: RunPlace | undefined): TimelineRow[] {
  const rows: TimelineRow[] = [];
  for (const [instant, stimuli] of instants.entries()) {
    const at_ms = times[instant] ?? 0;
    for (const stimulus of stimuli) rows.push(stimulusRow(stimulus, at_ms));
    const events = outcomes[instant]?.events ?? [];
    for (const [event, one] of events.entries()) {
      const isMarked = at?.instant === instant && at.event === event;
      rows.push({ ...eventRow(one, times[instant - 1] ?? 0), ...(isMarked && { marked: true as const }) });
    }
    if (at?.instant === instant && at.event === undefined) {
      const detail = outcomes[instant] === undefined ? "no answer" : "the answer as a whole";
      rows.push({ at_ms, from: "subject", name: "(nothing more)", detail, marked: true });
    }
  }
  return windowOf(rows);
}

function windowOf(rows: TimelineRow[]): TimelineRow[] {
  const marked = rows.findIndex((row) => row.marked);
  const middle = marked < 0 ? rows.length - 1 : marked;
  return rows.slice(Math.max(0, middle - WINDOW.before), middle + WINDOW.after + 1);
}

function stimulusRow(stimulus: Stimulus, at_ms: number): TimelineRow {
  return { at_ms, from: "world", name: stimulus.kind, ...turnOf(stimulus), detail: detailOf(stimulus) };
}

function eventRow(event: JsonObject, otherwise: number): TimelineRow {
  const { runtime_timestamp_ms: time, signal, lane, event_id } = event;
  return {
    at_ms: typeof time === "number" && Number.isSafeInteger(time) && time >= 0 ? time : otherwise,
    from: "subject",
    name: typeof signal === "string" ? signal : `${textOf(lane)} record`,
    ...turnOf(event),
    detail: detailOf(event),
    ...(typeof event_id === "string" && { event_id }),
  };
}

const turnOf = (thing: object): { turn_id?: string } =>
  "turn_id" in thing && typeof thing.turn_id === "string" ? { turn_id: thing.turn_id } : {};

function detailOf(thing: object): string {
  const members = Object.entries(thing).filter(([name]) => !UNTOLD.has(name));
  return members
    .map(([name, value]) => `${name}=${textOf(value)}`)
    .join(" ")
    .slice(0, 200);
}

const textOf = (value: unknown): string =>
  typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
