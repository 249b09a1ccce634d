/** The streaming checker: one event at a time, in bounded memory, to be saved and resumed at any point. */
import type { Event } from "../contracts/signals/event.ts";
import { readCheckerState, type TraceCheckerState, writeCheckerState } from "./checker-state.ts";
import { emptyView, readEvent } from "./event-view.ts";
import type { SessionFacts } from "./facts/session-facts.ts";
import { endSession, followEvent } from "./follow-sessions.ts";
import { type ReorderBuffer, reorder, type WaitingEvent } from "./reorder-buffer.ts";
import { sumUp } from "./result/sum-up.ts";
import type { TraceResult, TraceViolation } from "./result/trace-result.ts";
import { invariantRunner } from "./run-invariants.ts";
import { emptyTally, type Tally } from "./tally.ts";
import { readTraceOptions, type TraceOptions, type TraceSettings } from "./trace-options.ts";

/** Checks a stream as it comes. */
export interface TraceChecker {
  /**
   * Takes the next event, and gives the violations that it proves; often none, and with a `reorderWindow`
   * often those of events before it. Never throws for bad data: an event that cannot be placed is counted.
   * Throws an Error after `end`.
   */
  push(event: Event): readonly TraceViolation[];
  /** Ends the stream and gives the verdict on all of it. Called again, it gives the same. */
  end(): TraceResult;
  /** The state so far as JSON; `JSON.stringify` calls this. Throws an Error after `end`. */
  toJSON(): TraceCheckerState;
}

const NONE: readonly TraceViolation[] = Object.freeze([]);

/** What a check starts from. */
interface Start {
  readonly sessions: Map<string, SessionFacts>;
  readonly buffer: ReorderBuffer;
  readonly tally: Tally;
}

/**
 * A checker that has seen nothing. Throws a TypeError or RangeError for options that it cannot read.
 *
 * @example
 * const checker = createTraceChecker();
 * for await (const event of events) for (const { message } of checker.push(event)) console.error(message);
 * const { incomplete_turns, not_evaluated } = checker.end();
 * @since 0.1.0
 */
export function createTraceChecker(options: TraceOptions = {}): TraceChecker {
  const settings = readTraceOptions(options);
  const tally = emptyTally(settings.invariants.length);
  return checkerFrom({ sessions: new Map(), buffer: new Map(), tally }, settings);
}

/**
 * A checker that goes on where a saved one stopped. What JSON cannot hold is given again: plans, evidence
 * and the choice of invariants. Bounds come from the state. Throws a TypeError for what is no state, and a
 * RangeError when the invariants are not those of the state.
 *
 * @since 0.1.0
 */
export function traceCheckerFromJSON(state: unknown, options: TraceOptions = {}): TraceChecker {
  const content = readCheckerState(state);
  const settings = { ...readTraceOptions(options), bounds: content.bounds };
  const expected = content.invariants.join(", ");
  const received = settings.invariants.map(({ id }) => id).join(", ");
  if (expected !== received) {
    throw new RangeError(
      `Cannot resume a trace check: expected invariants ${expected} but received ${received}`,
    );
  }
  const { sessions, waiting, tally } = content;
  return checkerFrom({ sessions: new Map(sessions), buffer: new Map(waiting), tally }, settings);
}

function checkerFrom({ sessions, buffer, tally }: Start, settings: TraceSettings): TraceChecker {
  const { bounds } = settings;
  const view = emptyView();
  let found: TraceViolation[] = [];
  let result: TraceResult | undefined;
  const runner = invariantRunner(view, { settings, tally, tell: (violation) => found.push(violation) });
  const following = { sessions, tally, bounds, runner };

  const follow = ({ event, index }: WaitingEvent): void => {
    readEvent(event, view);
    view.index = index;
    followEvent(view, following);
  };
  const take = (event: unknown, index: number): void => {
    const { session_id, runtime_sequence } = view;
    const window = bounds.reorderWindow;
    const next = reorder(buffer, { event, index, runtime_sequence }, { session_id, window });
    if (next !== undefined) follow(next);
  };
  const refuseAfterEnd = (action: string): void => {
    if (result !== undefined) throw new Error(`Cannot ${action} after end: expected a new checker`);
  };

  return {
    push(event) {
      refuseAfterEnd("push");
      const index = tally.events;
      tally.events += 1;
      if (!readEvent(event, view)) {
        if (tally.unreadable === 0) tally.firstUnreadable = index;
        tally.unreadable += 1;
        return NONE;
      }
      view.index = index;
      if (bounds.reorderWindow > 0) take(event, index);
      else followEvent(view, following);
      if (found.length === 0) return NONE;
      const proven = found;
      found = [];
      return proven;
    },
    end() {
      if (result !== undefined) return result;
      for (const waiting of buffer.values()) for (const one of waiting) follow(one);
      buffer.clear();
      for (const session of sessions.values()) endSession(session, following);
      result = sumUp(tally, settings);
      sessions.clear();
      return result;
    },
    toJSON() {
      refuseAfterEnd("save");
      const ids = settings.invariants.map(({ id }) => id);
      return writeCheckerState({ bounds, invariants: ids, sessions, waiting: buffer, tally });
    },
  };
}
