/** Cancellation, what may no longer come out: INV-CXL-01, 02 and 04. */

import { cancelledParts, cancelledTurns, partialCancelOf, partOf } from "../facts/event-target.ts";
import type { TurnFacts } from "../facts/turn-facts.ts";
import type { Invariant, Moment } from "../invariant.ts";
import type { EventRef } from "../view/event-ref.ts";
import { named } from "./turn-name.ts";

/** Whether the stream tells what a cancel is about. */
function hasTarget({ event, session }: Moment): boolean {
  if (event.scope === "session") return true;
  if (event.scope === "turn") return cancelledTurns(event, session) !== undefined;
  return partOf(event, event.scope) !== undefined && cancelledParts(event, session).length > 0;
}

interface Deliveries {
  /** Whether the session shows what is delivered at all. */
  areShown: boolean;
}

const noDeliveries = (): Deliveries => ({ areShown: false });

const noDelivery: Invariant = {
  id: "INV-CXL-01",
  text: "After cancel(scope) is accepted, no output_accepted or playback_started for that scope",
  source: "semantics section 4 (F-175)",
  needs: ["signal:cancel", ["signal:output_accepted", "signal:playback_started"]],
  on: ["cancel", "output_accepted", "playback_started"],
  check(moment, judge) {
    const { event, session, turn } = moment;
    if (event.kind === "cancel") {
      // A session that never shows deliveries would show none after a cancel, either.
      if (moment.remembered<Deliveries>()?.areShown !== true) return;
      return hasTarget(moment) ? judge.holds() : judge.unknown();
    }
    moment.memory(noDeliveries).areShown = true;
    const partial = partialCancelOf(event, session);
    const cancel = turn?.cancelled ?? partial?.at;
    if (cancel === undefined) return;
    judge.broken({
      action: `accept ${event.kind} of ${named(event)}`,
      expected: `none after cancel(${turn?.cancelled === undefined ? partial?.scope : "turn or session"})`,
      received: `one ${event.runtime_timestamp_ms - cancel.runtime_timestamp_ms} ms after it`,
      window: [turn?.opened, cancel],
    });
  },
};

/** The event that proves that the fence of a cancelled turn is up, or true when evidence does. */
function fenceOf({ event, evidenceOf }: Moment, turn: TurnFacts): EventRef | true | undefined {
  const at = evidenceOf(turn.turn_id)?.cancel_fence_applied_at_ms;
  if (at !== undefined) return event.runtime_timestamp_ms > at ? true : undefined;
  return turn.fenced ?? turn.terminal ?? turn.closed;
}

const fence: Invariant = {
  id: "INV-CXL-02",
  text: "After the fence, a DataLane output of the scope is either absent or marked late_after_cancel: true and not delivered",
  source: "semantics section 4 (F-175, F-033)",
  needs: ["signal:cancel", "lane:DataLane"],
  on: ["abort", { on: "DataLane", when: "cancelled" }],
  check(moment, judge) {
    const { event, session, turn } = moment;
    if (event.kind === "abort") {
      // The turn went to its end behind the fence, on a stream that would show outputs.
      if (turn?.cancelled !== undefined && turn.state === "Active" && session.hasRecords) judge.holds();
      return;
    }
    const partial = partialCancelOf(event, session);
    if (turn?.cancelled === undefined && partial === undefined) return;
    if (event.late_after_cancel) return judge.holds();
    const up = turn?.cancelled === undefined ? partial?.fenced : fenceOf(moment, turn);
    // Between the acceptance of the cancel and the fence, outputs may still leave.
    if (up === undefined) return judge.unknown();
    judge.broken({
      action: `accept an event of ${named(event)}`,
      expected: "late_after_cancel: true, or no DataLane event after the cancel fence",
      received: "an unmarked DataLane event",
      window: [turn?.cancelled ?? partial?.at, up === true ? undefined : up],
    });
  },
};

const timeline: Invariant = {
  id: "INV-CXL-04",
  text: "The cancel stands in the timeline before any later accepted DataLane output of the same scope",
  source: "semantics section 4 (F-034)",
  needs: [["signal:cancel", "evidence"], "signal:output_accepted"],
  on: ["cancel", "output_accepted"],
  check(moment, judge) {
    const { event, session, turn, evidenceOf } = moment;
    if (event.kind === "output_accepted") {
      if (turn === undefined || turn.cancelled !== undefined) return;
      const accepted = evidenceOf(turn.turn_id)?.cancel_accepted_at_ms;
      if (accepted === undefined) return;
      if (event.runtime_timestamp_ms <= accepted) return judge.holds();
      return judge.broken({
        action: `accept output_accepted of ${named(event)}`,
        expected: `the cancel that was accepted at ${accepted} ms before it`,
        received: `none by ${event.runtime_timestamp_ms} ms`,
        window: [turn.opened],
      });
    }
    const turns = cancelledTurns(event, session);
    if (turns === undefined) return judge.unknown();
    for (const { turn_id, accepted } of turns) {
      if (accepted === undefined) continue;
      if (accepted.runtime_timestamp_ms <= event.runtime_timestamp_ms) judge.holds();
      else {
        judge.broken({
          action: `accept cancel of turn "${turn_id}"`,
          expected: `a place before the output that was accepted at ${accepted.runtime_timestamp_ms} ms`,
          received: `the cancel of ${event.runtime_timestamp_ms} ms after it`,
          window: [accepted],
          turn_id,
        });
      }
    }
  },
};

/** INV-CXL-01, 02 and 04. */
export const CANCEL_FENCE: readonly Invariant[] = [noDelivery, fence, timeline];
