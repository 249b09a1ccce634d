/** The streaming checker: one event at a time, in bounded memory, to be saved and resumed at any point. */
import type { Event } from "../contracts/signals/event.ts";
import { type CheckRun, type CheckStart, checkRun } from "./check-run.ts";
import { readCheckerState, type TraceCheckerState } from "./checker-state.ts";
import { usedIds } from "./facts/used-ids.ts";
import { readUsedIds } from "./facts/used-ids-state.ts";
import type { TraceResult, TraceViolation } from "./result/trace-result.ts";
import { emptyTally } from "./tally.ts";
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

/** Fewest event ids that are remembered, whatever the options say. */
const FEWEST_IDS = 32;

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
  return checkerOf(checkRun(newStart(settings), settings));
}

/** What a check knows before the first event. */
export function newStart({ invariants, bounds }: TraceSettings): CheckStart {
  const ids = usedIds(Math.max(FEWEST_IDS, bounds.rememberedIds));
  return { sessions: new Map(), buffer: new Map(), tally: emptyTally(invariants.length), ids };
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
  const start = { sessions: new Map(sessions), buffer: new Map(waiting), tally };
  return checkerOf(checkRun({ ...start, ids: readUsedIds(content.ids) }, settings));
}

function checkerOf(run: CheckRun): TraceChecker {
  return {
    push(event) {
      run.take(event, run.events);
      return run.found();
    },
    end: () => run.end(),
    toJSON: () => run.save(),
  };
}
