/**
 * A streaming checker of recorded events against the invariants of the runtime semantics (`INV-*`), in bounded
 * memory: a whole stream, the bytes of an NDJSON file, or one event at a time. What a stream has no evidence for
 * is not evaluated, never "ok". Loads nothing.
 *
 * @example
 * import { buildSignal } from "@rspp/contracts/v1";
 * import { checkTrace } from "@rspp/contracts/v1/trace";
 *
 * const turn = { turn_id: "t-1", authority_epoch: 1 };
 * const { violations } = checkTrace([
 *   buildSignal("turn_open", { ...turn, event_id: "e-1", runtime_sequence: 1 }),
 *   buildSignal("close", { ...turn, event_id: "e-2", runtime_sequence: 2 }),
 * ]);
 * for (const { id, event_index, message } of violations) console.log(id, event_index, message);
 */

export type { Diagnostic } from "../contracts/core/diagnostic.ts";
export { checkTrace } from "../trace/check-trace.ts";
export type { TraceCheckerState } from "../trace/checker-state.ts";
export type { Condition, FieldCondition } from "../trace/conditions.ts";
export type { PartialCancel, SessionFacts } from "../trace/facts/session-facts.ts";
export type { TurnFacts } from "../trace/facts/turn-facts.ts";
export type { UsedId } from "../trace/facts/used-ids.ts";
export type {
  EvidenceNeed,
  Finding,
  Invariant,
  Judge,
  Kinds,
  Moment,
  Trigger,
} from "../trace/invariant.ts";
export { invariants } from "../trace/invariants.ts";
export type { NdjsonTraceChecker, NdjsonTraceResult } from "../trace/ndjson/ndjson-trace-checker.ts";
export { checkNdjsonTrace, createNdjsonTraceChecker } from "../trace/ndjson/ndjson-trace-checker.ts";
export type { UnreadableLine } from "../trace/ndjson/unreadable-line.ts";
export type {
  IncompleteTurn,
  InvariantTally,
  NotEvaluated,
  TraceResult,
  TraceSummary,
  TraceViolation,
} from "../trace/result/trace-result.ts";
export type { TraceChecker } from "../trace/trace-checker.ts";
export { createTraceChecker, traceCheckerFromJSON } from "../trace/trace-checker.ts";
export type { TraceOptions, TurnKey } from "../trace/trace-options.ts";
export type { EventRef, MovingRef } from "../trace/view/event-ref.ts";
export type { EventView } from "../trace/view/event-view.ts";
