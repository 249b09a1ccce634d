/** A check under way: takes events, finds violations, ends with the verdict. The checkers are made of it. */
import { type TraceCheckerState, writeCheckerState } from "./checker-state.ts";
import type { SessionFacts } from "./facts/session-facts.ts";
import type { UsedIds } from "./facts/used-ids.ts";
import { writeUsedIds } from "./facts/used-ids-state.ts";
import { endSession, followEvent } from "./follow-sessions.ts";
import { type ReorderBuffer, reorder, takeSilent, type WaitingEvent } from "./reorder-buffer.ts";
import { sumUp } from "./result/sum-up.ts";
import type { TraceResult, TraceViolation } from "./result/trace-result.ts";
import { invariantRunner } from "./run-invariants.ts";
import type { Tally } from "./tally.ts";
import type { TraceSettings } from "./trace-options.ts";
import { type EventView, emptyView, readEvent } from "./view/event-view.ts";

/** What a check starts from. */
export interface CheckStart {
  readonly sessions: Map<string, SessionFacts>;
  readonly buffer: ReorderBuffer;
  readonly tally: Tally;
  readonly ids: UsedIds;
}

/** A check under way. Throws an Error for everything but `end` after its end. */
export interface CheckRun {
  /** Events so far, those included that were not judged. */
  readonly events: number;
  /** To be filled before `takeView`. */
  readonly view: EventView;
  /** Takes an event at a place of the input. Gives false for one that cannot be placed in the stream. */
  take(event: unknown, index: number): boolean;
  /** The same for an event that was read into the view. */
  takeView(event: unknown, index: number): void;
  /** Counts an event that cannot be read. */
  skip(index: number): void;
  /** The violations that were found since the last call. */
  found(): readonly TraceViolation[];
  end(): TraceResult;
  save(): TraceCheckerState;
}

const NONE: readonly TraceViolation[] = Object.freeze([]);

/** A check that starts from what is known. */
export function checkRun({ sessions, buffer, tally, ids }: CheckStart, settings: TraceSettings): CheckRun {
  const { bounds } = settings;
  const view = emptyView();
  let found: TraceViolation[] = [];
  let result: TraceResult | undefined;
  const runner = invariantRunner(view, { settings, tally, ids, tell: (violation) => found.push(violation) });
  const following = { sessions, tally, bounds, runner, ids };

  const follow = ({ event, index }: WaitingEvent): void => {
    readEvent(event, view);
    view.index = index;
    followEvent(view, following);
  };
  const queue = (event: unknown, index: number): void => {
    const { session_id, runtime_sequence } = view;
    const window = bounds.reorderWindow;
    const next = reorder(buffer, { event, index, runtime_sequence }, { session_id, window });
    if (next !== undefined) follow(next);
    if (buffer.size > Math.max(1, bounds.maxSessions)) for (const one of takeSilent(buffer)) follow(one);
  };
  const refuseAfterEnd = (action: string): void => {
    if (result !== undefined) throw new Error(`Cannot ${action} after end: expected a new checker`);
  };
  const takeView = (event: unknown, index: number): void => {
    refuseAfterEnd("push");
    tally.events += 1;
    view.index = index;
    if (bounds.reorderWindow > 0) queue(event, index);
    else followEvent(view, following);
  };
  const skip = (index: number): void => {
    refuseAfterEnd("push");
    tally.events += 1;
    if (tally.unreadable === 0) tally.firstUnreadable = index;
    tally.unreadable += 1;
  };

  return {
    get events() {
      return tally.events;
    },
    view,
    take(event, index) {
      const isPlaced = readEvent(event, view);
      if (isPlaced) takeView(event, index);
      else skip(index);
      return isPlaced;
    },
    takeView,
    skip,
    found() {
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
      result = sumUp(following, settings);
      sessions.clear();
      return result;
    },
    save() {
      refuseAfterEnd("save");
      const invariants = settings.invariants.map(({ id }) => id);
      const known = { sessions, waiting: buffer, tally, ids: writeUsedIds(ids) };
      return writeCheckerState({ bounds, invariants, ...known });
    },
  };
}
