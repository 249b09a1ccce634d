/** Cancellation, how a cancelled turn ends: INV-CXL-03, 05 and 06. */

import type { Invariant } from "../invariant.ts";
import type { EventRef } from "../view/event-ref.ts";
import { named } from "./turn-name.ts";

const terminal: Invariant = {
  id: "INV-CXL-03",
  text: "A cancelled active turn ends with abort(cancelled) then close, once",
  source: "semantics section 4 (F-033, NF-029)",
  needs: ["signal:cancel", ["signal:abort", "signal:commit"]],
  on: ["commit", "abort"],
  check({ event, turn }, judge) {
    if (turn?.cancelled === undefined || turn.state !== "Active") return;
    // Authority loss beats cancel; INV-LIFE-07 judges such an end, and an abort without reason.
    if (turn.drained !== undefined || (event.kind === "abort" && event.reason === undefined)) return;
    if (event.kind === "abort" && event.reason === "cancelled") return judge.holds();
    judge.broken({
      action: `accept ${event.kind} of ${named(event)}`,
      expected: "abort(cancelled) after the cancel",
      received: event.kind === "abort" ? `abort(${event.reason})` : event.kind,
      window: [turn.opened, turn.cancelled],
      hint: "Cancel beats failure and success; only authority loss beats cancel",
    });
  },
};

const MARKERS = ["cancel_accepted_at_ms", "cancel_sent_at_ms", "cancel_fence_applied_at_ms"] as const;

const markers: Invariant = {
  id: "INV-CXL-05",
  text: "Evidence of a cancelled turn has cancel_accepted_at, cancel_sent_at and the fence marker",
  source: "semantics section 4 (F-040, NF-026)",
  needs: ["evidence", "signal:cancel"],
  on: ["close"],
  check({ event, turn, evidenceOf }, judge) {
    if (turn?.cancelled === undefined || turn.state === "Closed" || turn.reason !== "cancelled") return;
    const evidence = evidenceOf(turn.turn_id);
    if (evidence === undefined) return judge.unknown();
    const missing = MARKERS.filter((name) => evidence[name] === undefined);
    if (missing.length === 0) return judge.holds();
    judge.broken({
      action: `accept the evidence of ${named(event)}`,
      expected: MARKERS.join(", "),
      received: `none of ${missing.join(", ")}`,
      window: [turn.cancelled, turn.terminal],
    });
  },
};

/** A cancelled turn that closed while it played. */
interface Unflushed {
  readonly turn_id: string;
  readonly playing: EventRef;
  readonly cancelled: EventRef | undefined;
  readonly closed: EventRef;
}

interface Playing {
  open: Unflushed[];
  /** Whether the session shows playback at all. */
  isShown: boolean;
}

const emptyPlaying = (): Playing => ({ open: [], isShown: false });

/** Turns of one session that may close while they play before the first is taken for unflushed. */
const MOST_OPEN = 16;

const finding = ({ turn_id, playing, cancelled, closed }: Unflushed, later?: EventRef) => ({
  action: `end playback of turn "${turn_id}"`,
  expected: "playback_cancelled after the cancel",
  received: later === undefined ? "none" : "none before the playback of another turn",
  window: [playing, cancelled, closed],
  turn_id,
  ...(later === undefined && { at: closed }),
});

const flush: Invariant = {
  id: "INV-CXL-06",
  text: "Buffered assistant audio of a cancelled turn is flushed, and playback_cancelled follows a playback_started that did not complete",
  source: "semantics section 4 (F-038)",
  needs: ["signal:cancel", "signal:playback_started"],
  on: ["close", "playback_started", "playback_completed", "playback_cancelled"],
  check(moment, judge) {
    const { event, turn } = moment;
    if (event.kind === "close") {
      if (turn === undefined || turn.state === "Closed" || turn.reason !== "cancelled") return;
      const memory = moment.memory(emptyPlaying);
      // A session that never shows playback has none that could be told as cancelled.
      if (turn.playing === undefined) return memory.isShown ? judge.holds() : undefined;
      const { turn_id, playing, cancelled } = turn;
      memory.open.push({ turn_id, playing, cancelled, closed: moment.ref() });
      const first = memory.open.length > MOST_OPEN ? memory.open.shift() : undefined;
      if (first !== undefined) judge.broken(finding(first));
      return;
    }
    if (event.kind === "playback_started") moment.memory(emptyPlaying).isShown = true;
    const memory = moment.remembered<Playing>();
    if (memory === undefined || memory.open.length === 0) return;
    if (event.kind === "playback_started") {
      // Delivery reports of a turn may come after its close, but not after the next turn plays.
      const [late, rest] = [memory.open, [] as Unflushed[]];
      memory.open = rest;
      for (const one of late) judge.broken(finding(one, moment.ref()));
      return;
    }
    const kept = memory.open.filter(({ turn_id }) => turn_id !== event.turn_id);
    if (kept.length < memory.open.length) judge.holds();
    memory.open = kept;
  },
  atEnd(moment, judge) {
    for (const one of moment.remembered<Playing>()?.open ?? []) judge.broken(finding(one));
  },
};

/** INV-CXL-03, 05 and 06. */
export const CANCEL_COMPLETION: readonly Invariant[] = [terminal, markers, flush];
