/** A baseline and its candidate side by side: rows that differ, with what stands around them. */
import type { ReplayDivergence } from "../../../contracts/observability/replay-divergence.ts";
import type { ReplayTrace, ReplayTraceEntry } from "../../../contracts/observability/replay-trace.ts";
import { compareTraces, type TraceComparison } from "../compare-traces.ts";

/** A recording and its replay. */
export interface TraceSides {
  readonly baseline: ReplayTrace;
  readonly candidate: ReplayTrace;
}

/** One place of both traces. */
export interface TimelineRow {
  /** Number of the entry, from 0. */
  readonly index: number;
  readonly baseline?: ReplayTraceEntry;
  readonly candidate?: ReplayTraceEntry;
  readonly divergences: readonly ReplayDivergence[];
}

/** A stretch of rows, or how many equal ones are left out. */
export type TimelinePart = { readonly rows: readonly TimelineRow[] } | { readonly leftOut: number };

/** Equal rows that are shown on either side of one that differs. */
const AROUND = 4;
/** Most rows of one timeline. */
export const MOST_ROWS = 300;

/** The rows in order, long stretches of equal ones left out; at most {@link MOST_ROWS} are shown. */
export function timelineParts(traces: TraceSides, comparison: TraceComparison): TimelinePart[] {
  const rows = rowsOf(traces, comparison);
  const isNear = new Set<number>();
  for (const { index, divergences } of rows) {
    if (divergences.length === 0) continue;
    for (let near = index - AROUND; near <= index + AROUND; near += 1) isNear.add(near);
  }
  const isEqual = isNear.size === 0;
  const parts: ({ rows: TimelineRow[] } | { leftOut: number })[] = [];
  let shown = 0;
  for (const row of rows) {
    const last = parts.at(-1);
    if (shown < MOST_ROWS && (isNear.has(row.index) || (isEqual && row.index < AROUND * 2))) {
      shown += 1;
      if (last !== undefined && "rows" in last) last.rows.push(row);
      else parts.push({ rows: [row] });
    } else if (last !== undefined && "leftOut" in last) last.leftOut += 1;
    else parts.push({ leftOut: 1 });
  }
  return parts;
}

function rowsOf({ baseline, candidate }: TraceSides, comparison: TraceComparison): TimelineRow[] {
  const length = Math.max(baseline.entries.length, candidate.entries.length);
  return Array.from({ length }, (_, index) => {
    const [one, other] = [baseline.entries[index], candidate.entries[index]];
    const pair = [one, other].map((entry) => ({ entries: entry === undefined ? [] : [entry] }));
    const [left = { entries: [] }, right = { entries: [] }] = pair;
    return {
      index,
      ...(one !== undefined && { baseline: one }),
      ...(other !== undefined && { candidate: other }),
      divergences: compareTraces(left, right, comparison),
    };
  });
}

/** What an entry is about, in a few words. */
export function entryWords(entry: ReplayTraceEntry): string {
  const { signal, reason, decision_outcome, invocation_outcome, lane, provider_id, output_digest } = entry;
  const named = (object: Readonly<Record<string, unknown>> | undefined, name: string) =>
    typeof object?.[name] === "string" ? (object[name] as string) : undefined;
  const what =
    signal ??
    named(decision_outcome, "outcome_kind") ??
    (invocation_outcome === undefined
      ? undefined
      : `invocation ${named(invocation_outcome, "provider_id") ?? ""}`) ??
    lane ??
    "entry";
  const why = reason || named(decision_outcome, "reason") || named(invocation_outcome, "outcome_class");
  const output = output_digest === undefined ? undefined : `output ${output_digest.slice(0, 15)}…`;
  return [what, why, provider_id, output].filter((part) => part !== undefined && part !== "").join(" · ");
}
