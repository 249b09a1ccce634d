/** The part of a transcript around a place, as a timeline. */
import { type DrawnRow, timelineText } from "../../internal/report-text/timeline-text.ts";
import { describePayload } from "./describe-payload.ts";
import type { TranscriptEntry } from "./transcript.ts";

/** Rows before and after the marked one. */
const WINDOW = { before: 12, after: 3 } as const;

/** The rows of a transcript; the entry at index `marked` is marked. */
export function transcriptRows(transcript: readonly TranscriptEntry[], marked?: number): DrawnRow[] {
  return transcript.map((entry, index) => ({ ...rowOf(entry), ...(index === marked && { marked: true }) }));
}

/** The window around an entry as lines of text. */
export function transcriptWindow(transcript: readonly TranscriptEntry[], marked: number): string[] {
  const rows = transcriptRows(transcript, marked);
  return timelineText(rows.slice(Math.max(0, marked - WINDOW.before), marked + WINDOW.after + 1), {
    subject: "node",
  });
}

function rowOf(entry: TranscriptEntry): DrawnRow {
  const { at_ms } = entry;
  switch (entry.entry) {
    case "step": {
      const { kind, ...rest } = entry.step;
      const isInput = entry.step.kind === "input";
      const detail = isInput ? describePayload(entry.step.payload) : membersText(rest);
      return { at_ms, from: "world", name: isInput ? entry.step.type : kind, detail };
    }
    case "hook": {
      const { hook, outcome = "running", took_ms = 0, turn_id, event_id, error } = entry;
      const took = took_ms > 0 ? ` after ${took_ms} ms` : "";
      const detail = `${event_id === undefined ? "" : `${event_id} `}${outcome}${took}${error === undefined ? "" : `: ${error}`}`;
      return { at_ms, from: "subject", name: `${hook}()`, turn_id, detail };
    }
    case "output": {
      const { type, payload, envelope, delivery } = entry;
      const state = delivery === "delivered" ? "" : `${delivery} `;
      return {
        at_ms,
        from: "subject",
        name: type,
        turn_id: envelope.turn_id,
        detail: `${state}${describePayload(payload)}`,
      };
    }
    case "telemetry":
      return { at_ms, from: "subject", name: `telemetry ${entry.name}`, detail: membersText(entry.fields) };
    case "dropped": {
      const { event_id, reason, detail } = entry;
      return {
        at_ms,
        from: "world",
        name: "(dropped)",
        detail: `${event_id} ${reason}${detail === undefined ? "" : `: ${detail}`}`,
      };
    }
    case "violation":
      return { at_ms, from: "subject", name: entry.rule, detail: entry.message };
  }
}

const membersText = (members: object): string =>
  Object.entries(members)
    .map(([name, value]) => `${name}=${describePayload(value)}`)
    .join(" ");
