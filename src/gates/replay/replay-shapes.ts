/** What replay traces and recorded evidence must look like to be compared: only what a verdict depends on. */
import type { ReplayLineage, ReplayTraceEntry } from "../../contracts/observability/replay-trace.ts";
import {
  BOOLEAN,
  INTEGER,
  type InputShape,
  integerFrom,
  listOf,
  mapOf,
  objectWith,
  optional,
  TEXT,
} from "../../internal/input-shape.ts";

const ANY_INTEGER = integerFrom(Number.MIN_SAFE_INTEGER);

/** A string that may be empty: recordings are compared before they are complete. */
export const LOOSE_TEXT: InputShape<string> = (received) =>
  typeof received === "string" ? undefined : { path: "", expected: "a string", received };

/** Any JSON object. */
export const OBJECT: InputShape<Readonly<Record<string, unknown>>> = mapOf((): undefined => undefined);

/** The entries of a trace. */
export const TRACE_ENTRIES = listOf(
  objectWith<ReplayTraceEntry>({
    event_id: TEXT,
    session_id: TEXT,
    turn_id: optional(TEXT),
    lane: optional(TEXT) as InputShape<ReplayTraceEntry["lane"]>,
    runtime_sequence: optional(INTEGER),
    plan_hash: LOOSE_TEXT,
    snapshot_provenance: OBJECT as InputShape<ReplayTraceEntry["snapshot_provenance"]>,
    decision_outcome: optional(OBJECT),
    invocation_outcome: optional(OBJECT),
    signal: optional(TEXT),
    reason: optional(LOOSE_TEXT),
    output_digest: optional(TEXT),
    ordering_marker: LOOSE_TEXT,
    provider_id: optional(TEXT),
    provider_model: optional(TEXT),
    authority_epoch: ANY_INTEGER,
    runtime_timestamp_ms: ANY_INTEGER,
  }),
);

/** The lineage of a trace. */
export const TRACE_LINEAGE = listOf(
  objectWith<ReplayLineage>({ event_id: TEXT, dropped: BOOLEAN, merge_group_id: optional(TEXT) }),
);
