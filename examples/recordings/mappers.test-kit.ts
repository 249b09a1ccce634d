/** The mappers and their check, typed for tests, and short names for what they give. */
import { expect } from "vitest";

import type { Event } from "../../src/contracts/signals/event.ts";
import type { TraceResult } from "../../src/trace/result/trace-result.ts";
import { validate } from "../../src/validators/validate.ts";

/** A native record. */
export type NativeRecord = Record<string, unknown>;

/** What a mapper gives. */
export interface Recording {
  readonly events: readonly Event[];
  readonly starts_midway: boolean;
  readonly unmapped: Readonly<Record<string, number>>;
  readonly unevidenced: Readonly<Record<string, string>>;
}

type Options = { readonly session_id?: string };

// The examples are JavaScript without declarations, and run against the built package.
const load = async (name: string) => (await import(new URL(name, import.meta.url).href)) as unknown;

export const { mapOpenAiRealtime } = (await load("openai-realtime.mjs")) as {
  mapOpenAiRealtime(records: readonly NativeRecord[], options?: Options): Recording;
};
export const { mapLiveKitAgents } = (await load("livekit-agents.mjs")) as {
  mapLiveKitAgents(records: readonly NativeRecord[], options?: Options): Recording;
};
export const { mapPipecat } = (await load("pipecat.mjs")) as {
  mapPipecat(logs: readonly (readonly NativeRecord[])[], options?: Options): Recording;
};
export const { checkRecording, parseRecords } = (await load("check-recording.mjs")) as {
  checkRecording(recording: Recording): TraceResult;
  parseRecords(text: string): { records: NativeRecord[]; unreadable: number };
};

/** Signals by name, with turn and reason; DataLane records as `data`. */
export function outline({ events }: Recording): string[] {
  return events.map((event) => {
    const name = "signal" in event && event.signal !== undefined ? event.signal : "data";
    const { turn_id, reason } = event as { turn_id?: string; reason?: string };
    return [name, turn_id, reason && `(${reason})`].filter(Boolean).join(" ");
  });
}

/** The verdict on events that are all valid. */
export function verdictOn(recording: Recording): TraceResult {
  for (const event of recording.events) expect(validate("event", event)).toMatchObject({ ok: true });
  return checkRecording(recording);
}

/** Ids of the violations, each with its turn. */
export const broken = ({ violations }: TraceResult): string[] =>
  violations.map(({ id, turn_id }) => `${id} ${turn_id ?? ""}`.trim());

/** Ids of the invariants that were put to the test. */
export const judged = ({ summary }: TraceResult): string[] =>
  summary.invariants.filter(({ checked }) => checked > 0).map(({ id }) => id);
