/** Turn lifecycle, the boundaries: INV-LIFE-01, 02, 07 and 08. */

import { actedOn, isRefusal } from "../facts/event-target.ts";
import type { Invariant, Judge, Moment } from "../invariant.ts";
import { refOf } from "../view/event-ref.ts";
import { named } from "./turn-name.ts";

const order: Invariant = {
  id: "INV-LIFE-01",
  text: "A turn's signals follow open, then exactly one of commit/abort, then close; never both terminals, never two",
  source: "semantics section 2 (F-139, NF-029)",
  needs: [["signal:turn_open", "signal:commit", "signal:abort", "signal:close"]],
  on: ["turn_open", "commit", "abort", "close"],
  check({ event, session, turn }, judge) {
    if (event.turn_id === undefined) return judge.unknown();
    const { kind } = event;
    if (turn === undefined) {
      if (kind === "turn_open") return judge.holds();
      // A stream that begins within a session, or a proposal that was refused: others judge that.
      if (session.midway) return judge.unknown();
      if (session.decision !== undefined) return;
      return judge.broken({
        action: `accept ${kind} of ${named(event)}`,
        expected: "turn_open before it",
        received: `${kind} of a turn that never opened`,
        hint: "If the recording begins within a session, set startsMidway",
      });
    }
    const isTerminal = kind === "commit" || kind === "abort";
    const expected = { Active: "commit or abort", Terminal: "close", Closed: "nothing more" }[turn.state];
    const fits = turn.state === "Active" ? isTerminal : turn.state === "Terminal" && kind === "close";
    if (fits) return judge.holds();
    // Reopening is what INV-LIFE-05 is about.
    if (turn.state === "Closed" && kind === "turn_open") return;
    judge.broken({
      action: `accept ${kind} of ${named(event)}`,
      expected,
      received: isTerminal ? `${kind} after ${turn.outcome}` : kind,
      window: [turn.opened, turn.terminal, turn.closed],
    });
  },
};

const completion: Invariant = {
  id: "INV-LIFE-02",
  text: "Every accepted turn ends with a terminal and a close; a stream that ends earlier leaves the turn incomplete",
  source: "semantics section 2 (F-139, NF-029)",
  needs: ["signal:turn_open", ["signal:close", "signal:ended"]],
  on: ["close"],
  check({ event, session, turn }, judge) {
    if (turn?.opened === undefined || turn.state === "Closed") return;
    judge.holds();
    for (const other of session.turns.values()) {
      const { opened, terminal } = other;
      if (opened === undefined || terminal === undefined || other === turn) continue;
      if (terminal.event_index > turn.opened.event_index) continue;
      judge.broken({
        action: `accept close of ${named(event)}`,
        expected: `close of turn "${other.turn_id}" before it, which ended before this turn opened`,
        received: `no close of turn "${other.turn_id}"`,
        window: [terminal, turn.opened],
        turn_id: other.turn_id,
      });
    }
  },
  atEnd({ session }, judge) {
    const { ended } = session;
    if (ended === undefined) return;
    for (const turn of session.turns.values()) {
      if (turn.opened === undefined || turn.opened.event_index > ended.event_index) continue;
      judge.broken({
        action: `end session with turn "${turn.turn_id}"`,
        expected: turn.state === "Active" ? "commit or abort, then close" : "close",
        received: "ended, and no more of the turn",
        window: [turn.opened, turn.terminal],
        at: ended,
        turn_id: turn.turn_id,
      });
    }
  },
};

const abortReasons: Invariant = {
  id: "INV-LIFE-07",
  text: "abort carries a reason; deauthorized_drain in an active turn is followed by abort(authority_loss) then close",
  source: "semantics section 2 (F-156)",
  needs: [["signal:abort", "signal:deauthorized_drain"]],
  on: ["abort", "commit", "deauthorized_drain"],
  check(moment, judge) {
    const { event, session, turn } = moment;
    if (event.kind === "deauthorized_drain") {
      if (isRefusal(event, session)) return;
      return actedOn(event, session) === undefined ? judge.unknown() : judge.holds();
    }
    if (event.kind === "abort" && event.reason === undefined) {
      judge.broken({
        action: `accept abort of ${named(event)}`,
        expected: "a reason",
        received: "none",
        window: [turn?.opened],
      });
    } else if (turn?.drained !== undefined && turn.state === "Active") judgeDrained(moment, judge);
    else if (event.kind === "abort") judge.holds();
  },
};

function judgeDrained({ event, turn }: Moment, judge: Judge) {
  if (event.kind === "abort" && event.reason === "authority_loss") return judge.holds();
  judge.broken({
    action: `accept ${event.kind} of ${named(event)}`,
    expected: "abort(authority_loss) after deauthorized_drain",
    received: event.kind === "abort" ? `abort(${event.reason})` : event.kind,
    window: [turn?.opened, turn?.drained],
    hint: "Authority loss beats cancel, failure and success",
  });
}

const oneActive: Invariant = {
  id: "INV-LIFE-08",
  text: "At most one turn of a session is Active at a time, unless the arbitration policy of the session says otherwise",
  source: "semantics section 2 (F-140)",
  needs: ["signal:turn_open"],
  on: ["turn_open"],
  check({ event, session, turn, concurrentTurns }, judge) {
    if (concurrentTurns || turn !== undefined) return;
    for (const other of session.turns.values()) {
      if (other.state !== "Active" || other.opened === undefined) continue;
      return judge.broken({
        action: `accept turn_open of ${named(event)}`,
        expected: `the end of turn "${other.turn_id}" before it`,
        received: "turn_open while that turn is active",
        window: [other.opened, refOf(event)],
        hint: "If turns of the session may overlap, set concurrentTurns",
      });
    }
    judge.holds();
  },
};

/** INV-LIFE-01, 02, 07 and 08. */
export const TURN_BOUNDARIES: readonly Invariant[] = [order, completion, abortReasons, oneActive];
