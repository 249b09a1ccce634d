/** The report of one replay run: what the replayed part differs in from the same part of the recording. */
import type { ReplayCursor } from "../../contracts/observability/replay-cursor.ts";
import type { ReplayRunReport } from "../../contracts/observability/replay-run-report.ts";
import type { ReplayRunRequest } from "../../contracts/observability/replay-run-request.ts";
import type { ReplayTraceEntry } from "../../contracts/observability/replay-trace.ts";
import { describeValue } from "../../internal/describe-value.ts";
import { compareTraces, type TraceEntries } from "./compare-traces.ts";

/** A replay run that is over or stands still. */
export interface ReplayRunInput {
  /** With a cursor, the run began after the event that it names. */
  readonly request: ReplayRunRequest;
  readonly run_id: string;
  /** The whole recording. */
  readonly baseline: TraceEntries;
  /** What was replayed, from where the request says. */
  readonly candidate: TraceEntries;
  /** Where the run stands still; absent means that it came to its end. */
  readonly cursor?: ReplayCursor;
  /** In ms of the monotonic clock; 0 unless told. */
  readonly timingToleranceMs?: number;
  /** Time of the report on the wall clock, in ms since the Unix epoch. */
  readonly generated_at_ms: number;
}

/**
 * Compares a replay run with its part of the recording. Throws a RangeError for a cursor that names no event of
 * the recording, TypeError or RangeError for traces that are not well formed.
 *
 * @since 0.1.0
 */
export function evaluateReplayRun(input: ReplayRunInput): ReplayRunReport {
  const { request, run_id, baseline, candidate, cursor, timingToleranceMs = 0, generated_at_ms } = input;
  const start = request.cursor === undefined ? 0 : indexOf(baseline.entries, request.cursor) + 1;
  const end = cursor === undefined ? baseline.entries.length : start + candidate.entries.length;
  const part = { entries: baseline.entries.slice(start, end) };
  const divergences = compareTraces(part, candidate, { timingToleranceMs });
  return {
    request,
    result: { run_id, mode: request.mode, divergences, ...(cursor !== undefined && { cursor }) },
    generated_at_ms,
  };
}

function indexOf(entries: readonly ReplayTraceEntry[], cursor: ReplayCursor): number {
  const { session_id, event_id, runtime_sequence } = cursor;
  const index = entries.findIndex(
    (entry) =>
      entry.session_id === session_id &&
      entry.event_id === event_id &&
      entry.runtime_sequence === runtime_sequence,
  );
  if (index >= 0) return index;
  throw new RangeError(
    `Cannot evaluate request.cursor: expected an event of the baseline but received event ${describeValue(event_id)}`,
  );
}
