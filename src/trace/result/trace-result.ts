/** What a trace check found: objects on disk are snake_case JSON. */
import type { EventRef } from "../view/event-ref.ts";

/** One broken invariant, told at the event that breaks it. */
export interface TraceViolation {
  /** Public, stable id such as `INV-LIFE-01`. */
  readonly id: string;
  /** What is wrong, in one sentence without a final period. */
  readonly message: string;
  /** 0-based place of the offending event in the input, in order of arrival. */
  readonly event_index: number;
  readonly event_id: string;
  readonly session_id: string;
  readonly turn_id?: string;
  /** The events that matter, in order of the input; the offending one is among them. */
  readonly window: readonly EventRef[];
  readonly expected: string;
  readonly received: string;
  readonly hint?: string;
  /** Where the invariant is written down. */
  readonly source: string;
}

/** A turn within which the stream ends: no violation, and no evidence that it ended well. */
export interface IncompleteTurn {
  readonly session_id: string;
  readonly turn_id: string;
  /** `Active` without a terminal signal, `Terminal` without a close. */
  readonly state: "Active" | "Terminal";
  /** The last event that changed the state of the turn. */
  readonly last: EventRef;
  readonly message: string;
}

/** An invariant that the stream gave no occasion or no evidence to judge. */
export interface NotEvaluated {
  readonly id: string;
  /** Why, in one sentence. */
  readonly reason: string;
  /** The evidence that would be needed, in words. */
  readonly needs: string;
}

/** How often an invariant was put to the test. */
export interface InvariantTally {
  readonly id: string;
  /** Occasions on which it was judged, violations included. */
  readonly checked: number;
  readonly violations: number;
  /** Occasions on which it could not be judged for want of evidence. */
  readonly unknown: number;
}

/** Counts of a whole check. */
export interface TraceSummary {
  readonly events: number;
  readonly sessions: number;
  readonly turns_opened: number;
  readonly turns_closed: number;
  readonly incomplete_turns: number;
  /** Violations found, also those beyond the most that are listed. */
  readonly violations: number;
  /** Repeated events with the same idempotency_key, which were dropped. */
  readonly duplicates: number;
  /** Events that could not be placed in the stream and were not judged. */
  readonly unreadable_events: number;
  readonly invariants: readonly InvariantTally[];
  /** What limits the verdict, such as ids that had to be forgotten. Empty when nothing does. */
  readonly notes: readonly string[];
}

/** The verdict on a stream. */
export interface TraceResult {
  /** In the order in which they were proven. */
  readonly violations: readonly TraceViolation[];
  readonly incomplete_turns: readonly IncompleteTurn[];
  readonly not_evaluated: readonly NotEvaluated[];
  readonly summary: TraceSummary;
}
