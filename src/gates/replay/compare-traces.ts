/**
 * Where a replay differs from its recording, entry by entry.
 *
 * Entries are held against each other by their place: the first of the one with the first of the other. What a
 * class does not cover is not let through in silence: an entry about another event is a difference in order,
 * and a field that is on one side only differs like one with another value.
 */
import type { DivergenceClass } from "../../contracts/observability/divergence-class.ts";
import type { ReplayDivergence } from "../../contracts/observability/replay-divergence.ts";
import type { ReplayTrace, ReplayTraceEntry } from "../../contracts/observability/replay-trace.ts";
import { INTEGER, objectOf, objectWith, optional } from "../../internal/input-shape.ts";
import { quote } from "../../internal/quote.ts";
import { requireShape } from "../invalid-input.ts";
import {
  differenceIn,
  differenceMessage,
  differencesWithin,
  type FieldDifference,
} from "./recorded-difference.ts";
import { TRACE_ENTRIES } from "./replay-shapes.ts";

/** How two traces are compared. */
export interface TraceComparison {
  /** Largest difference of runtime timestamps that is none, in ms of the monotonic clock; 0 unless told. */
  readonly timingToleranceMs?: number;
}

/** A trace as far as its entries go. */
export type TraceEntries = Pick<ReplayTrace, "entries">;

const ENTRIES = objectWith({ entries: TRACE_ENTRIES });
const OPTIONS = objectOf<TraceComparison>({ timingToleranceMs: optional(INTEGER) });

/**
 * The divergences of a candidate from its baseline: by entry, within one in the order PLAN, OUTCOME, ORDERING,
 * PROVIDER_CHOICE, AUTHORITY, TIMING, and at last a difference in length. A plan that differs is told once in
 * each scope. Throws TypeError or RangeError for a trace or tolerance that is not well formed.
 *
 * @since 0.1.0
 */
export function compareTraces(
  baseline: TraceEntries,
  candidate: TraceEntries,
  options: TraceComparison = {},
): ReplayDivergence[] {
  requireShape("baseline", baseline, ENTRIES);
  requireShape("candidate", candidate, ENTRIES);
  const { timingToleranceMs = 0 } = requireShape("options", options, OPTIONS);
  const found: ReplayDivergence[] = [];
  const plans = new Set<string>();
  for (const [index, expected] of baseline.entries.entries()) {
    const received = candidate.entries[index];
    if (received === undefined) break;
    const place = `Entry ${index} (event ${quote(expected.event_id)})`;
    for (const divergence of compareEntries(expected, received, { place, timingToleranceMs })) {
      if (divergence.class === "PLAN_DIVERGENCE") {
        const plan = planOf(divergence.scope, expected, received);
        if (plans.has(plan)) continue;
        plans.add(plan);
      }
      found.push(divergence);
    }
  }
  return [...found, ...lengthDivergence(baseline.entries, candidate.entries)];
}

/** Two plans that differ in one turn are one fact, however many entries cite them. */
const planOf = (scope: string, expected: ReplayTraceEntry, received: ReplayTraceEntry) =>
  JSON.stringify([scope, ...[expected, received].map((one) => [one.plan_hash, one.snapshot_provenance])]);

/** Where an entry stands in a policy: its turn, else its session. */
export const scopeOf = ({ turn_id, session_id }: Pick<ReplayTraceEntry, "turn_id" | "session_id">): string =>
  turn_id === undefined ? `session:${session_id}` : `turn:${turn_id}`;

/** Clocks differ by time, epochs by authority, providers by choice: each has a class of its own. */
const NOT_OUTCOME = [
  "runtime_timestamp_ms",
  "wall_clock_timestamp_ms",
  "timestamp_ms",
  "authority_epoch",
  "provider_id",
  "attempt_latency_ms",
  "final_attempt_latency_ms",
  "total_invocation_latency_ms",
];

type Field = keyof ReplayTraceEntry;

function compareEntries(
  expected: ReplayTraceEntry,
  received: ReplayTraceEntry,
  { place, timingToleranceMs }: { readonly place: string; readonly timingToleranceMs: number },
): ReplayDivergence[] {
  const scope = scopeOf(expected);
  const fields = (...names: readonly Field[]) =>
    names.flatMap((name) => differenceIn(name, [expected[name], received[name]]));
  const recorded = (name: "decision_outcome" | "invocation_outcome") =>
    differencesWithin(name, [expected[name], received[name]], { except: NOT_OUTCOME });
  const within = (name: "decision_outcome" | "invocation_outcome", member: string) => {
    const [one, other] = [expected[name], received[name]];
    if (one === undefined || other === undefined) return [];
    return differenceIn(`${name}.${member}`, [one[member], other[member]]);
  };
  const byClass: readonly (readonly [DivergenceClass, readonly FieldDifference[]])[] = [
    ["PLAN_DIVERGENCE", [...fields("plan_hash"), ...provenance(expected, received)]],
    [
      "OUTCOME_DIVERGENCE",
      [
        ...recorded("decision_outcome"),
        ...recorded("invocation_outcome"),
        ...fields("signal", "reason", "output_digest"),
      ],
    ],
    [
      "ORDERING_DIVERGENCE",
      fields("ordering_marker", "event_id", "session_id", "turn_id", "lane", "runtime_sequence"),
    ],
    [
      "PROVIDER_CHOICE_DIVERGENCE",
      [...fields("provider_id", "provider_model"), ...within("invocation_outcome", "provider_id")],
    ],
    [
      "AUTHORITY_DIVERGENCE",
      [...fields("authority_epoch"), ...within("decision_outcome", "authority_epoch")],
    ],
  ];
  const found: ReplayDivergence[] = byClass
    .filter(([, differences]) => differences.length > 0)
    .map(([name, differences]) => ({ class: name, scope, message: differenceMessage(place, differences) }));
  const apart = Math.abs(received.runtime_timestamp_ms - expected.runtime_timestamp_ms);
  const diff_ms = Math.min(apart, Number.MAX_SAFE_INTEGER);
  if (diff_ms > timingToleranceMs) {
    const message = `${place}: runtime_timestamp_ms expected ${expected.runtime_timestamp_ms} ms within ${timingToleranceMs} ms but received ${received.runtime_timestamp_ms} ms`;
    found.push({ class: "TIMING_DIVERGENCE", scope, message, diff_ms });
  }
  return found;
}

const provenance = (expected: ReplayTraceEntry, received: ReplayTraceEntry) =>
  differencesWithin("snapshot_provenance", [expected.snapshot_provenance, received.snapshot_provenance]);

function lengthDivergence(
  baseline: readonly ReplayTraceEntry[],
  candidate: readonly ReplayTraceEntry[],
): ReplayDivergence[] {
  if (baseline.length === candidate.length) return [];
  const isShorter = candidate.length < baseline.length;
  const first = isShorter ? baseline[candidate.length] : candidate[baseline.length];
  const rest = `the first ${isShorter ? "missing" : "extra"} one is event ${quote(first?.event_id ?? "")}`;
  const message = `Trace: expected ${baseline.length} entries but received ${candidate.length}; ${rest}`;
  return [{ class: "OUTCOME_DIVERGENCE", scope: "trace", message }];
}
