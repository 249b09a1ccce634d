/** Turn lifecycle, before the turn opens and after it ended: INV-LIFE-03 to 06. */
import { isRefusal } from "../facts/event-target.ts";
import type { Invariant } from "../invariant.ts";
import { named } from "./turn-name.ts";

const refusedProposals: Invariant = {
  id: "INV-LIFE-03",
  text: "admit, reject, defer, pre-turn stale_epoch_reject and deauthorized_drain create no turn: no abort/close for that proposal",
  source: "semantics section 2 (F-141)",
  needs: [
    [
      "signal:admit",
      "signal:reject",
      "signal:defer",
      "signal:stale_epoch_reject",
      "signal:deauthorized_drain",
    ],
  ],
  on: ["admit", "reject", "defer", "stale_epoch_reject", "deauthorized_drain", "commit", "abort", "close"],
  check({ event, session, turn }, judge) {
    const isBoundary = event.kind === "commit" || event.kind === "abort" || event.kind === "close";
    if (!isBoundary) {
      if (event.kind === "admit" || isRefusal(event, session)) judge.holds();
      return;
    }
    const { decision } = session;
    if (turn !== undefined || event.turn_id === undefined || decision === undefined) return;
    judge.broken({
      action: `accept ${event.kind} of ${named(event)}`,
      expected: `no signal of a turn that never opened after ${decision.signal}`,
      received: event.kind,
      window: [decision],
    });
  },
};

const proposals: Invariant = {
  id: "INV-LIFE-04",
  text: "Where proposals are surfaced: turn_open only after a proposal in the session that no pre-turn refusal has consumed",
  source: "semantics section 2 (F-139)",
  needs: ["signal:turn_open_proposed", "signal:turn_open"],
  on: ["turn_open"],
  check({ event, session, turn }, judge) {
    // An open that INV-LIFE-01 or INV-LIFE-05 refuses needs no proposal.
    if (turn !== undefined) return;
    if (!session.surfacesProposals) return judge.unknown();
    if (session.pendingProposals > 0) return judge.holds();
    const { decision } = session;
    judge.broken({
      action: `accept turn_open of ${named(event)}`,
      expected: "a turn_open_proposed that waits",
      received: decision === undefined ? "none" : `none since ${decision.signal}`,
      window: [decision],
    });
  },
};

const noReopening: Invariant = {
  id: "INV-LIFE-05",
  text: "Nothing reopens a closed turn; late DataLane events for it are only dropped or marked late_after_cancel",
  source: "semantics section 2 (F-140)",
  needs: ["signal:close"],
  on: ["close", "turn_open", { on: "DataLane", when: "turn:ended" }],
  check({ event, turn }, judge) {
    if (turn === undefined) return;
    if (turn.state !== "Closed") {
      if (event.kind === "close") judge.holds();
      return;
    }
    if (event.kind === "close") return;
    if (event.late_after_cancel) return judge.holds();
    const isOpen = event.kind === "turn_open";
    judge.broken({
      action: `accept ${isOpen ? "turn_open" : "an event"} of ${named(event)}`,
      expected: isOpen ? "a turn_id that was not used before" : "nothing, or late_after_cancel: true",
      received: isOpen ? "that of a closed turn" : "an unmarked DataLane event of a closed turn",
      window: [turn.opened, turn.terminal, turn.closed],
    });
  },
};

const silenceAfterCommit: Invariant = {
  id: "INV-LIFE-06",
  text: "After commit no further DataLane output for the turn (delivery signals may follow)",
  source: "semantics section 2 (F-139)",
  needs: ["signal:commit", "lane:DataLane"],
  on: ["commit", { on: "DataLane", when: "turn:ended" }],
  check({ event, session, turn }, judge) {
    if (event.kind === "commit") {
      // A recording of the ControlLane alone cannot show what came on the DataLane.
      if (turn?.state === "Active") session.hasRecords ? judge.holds() : judge.unknown();
      return;
    }
    if (turn?.outcome !== "commit" || event.late_after_cancel) return;
    judge.broken({
      action: `accept an event of ${named(event)}`,
      expected: "no DataLane event after commit",
      received: `one ${event.runtime_timestamp_ms - (turn.terminal?.runtime_timestamp_ms ?? 0)} ms after it`,
      window: [turn.terminal, turn.closed],
    });
  },
};

/** INV-LIFE-03 to 06. */
export const TURN_SURROUNDINGS: readonly Invariant[] = [
  refusedProposals,
  proposals,
  noReopening,
  silenceAfterCommit,
];
