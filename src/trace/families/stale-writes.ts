/** Authority, what must be refused: INV-AUTH-02 and 05. */
import type { Invariant, Judge, Moment } from "../invariant.ts";
import {
  awaitRefusal,
  noRefusals,
  type PendingRefusals,
  takeAccepted,
  takeRefusal,
  type Unrefused,
} from "./pending-refusals.ts";
import { named } from "./turn-name.ts";

/** Signals by which an output is accepted. */
const ACCEPTING: ReadonlySet<string> = new Set(["output_accepted", "playback_started", "playback_completed"]);

/** An event record waits for its refusal. */
function suspect(moment: Moment, judge: Judge, received: string) {
  const { event } = moment;
  const record = {
    at: moment.ref(),
    received,
    ...(event.turn_id !== undefined && { turn_id: event.turn_id }),
  };
  const accepted = awaitRefusal(moment.memory(noRefusals), record);
  if (accepted !== undefined) judge.broken(wasAccepted(accepted, moment));
}

const wasAccepted = ({ at, turn_id, received }: Unrefused, { session }: Moment) => ({
  action: `accept ${at.lane} event "${at.event_id}"`,
  expected: "a stale_epoch_reject for it",
  received: `${received}, which nothing refused`,
  at,
  turn_id,
  window: [session.epochFrom],
});

/** What both invariants do with events that are not records. */
function settle(moment: Moment, judge: Judge) {
  const { event } = moment;
  if (event.kind === "stale_epoch_reject") {
    if (takeRefusal(moment.memory(noRefusals), event)) judge.holds();
  } else if (event.kind === "close") {
    const memory = moment.remembered<PendingRefusals>();
    if (memory === undefined) return;
    for (const one of takeAccepted(memory, event.turn_id)) judge.broken(wasAccepted(one, moment));
  }
}

function settleAtEnd(moment: Moment, judge: Judge) {
  for (const one of moment.remembered<PendingRefusals>()?.open ?? []) judge.broken(wasAccepted(one, moment));
}

const staleWrites: Invariant = {
  id: "INV-AUTH-02",
  text: "An event or output with an epoch below the current one is rejected with stale_epoch_reject, at ingress and at egress; none is accepted",
  source: "semantics section 5 (F-156, NF-027)",
  needs: ["field:authority_epoch"],
  on: [
    "DataLane",
    "TelemetryLane",
    "output_accepted",
    "playback_started",
    "playback_completed",
    "close",
    "stale_epoch_reject",
  ],
  check(moment, judge) {
    const { event, session } = moment;
    const { authority_epoch: epoch } = event;
    const isAccepting = ACCEPTING.has(event.kind);
    if (event.signal !== undefined && !isAccepting) return settle(moment, judge);
    if (epoch === undefined) return;
    if (epoch >= session.epoch || event.late_after_cancel) return judge.holds();
    if (!isAccepting) return suspect(moment, judge, `epoch ${epoch} below ${session.epoch}`);
    judge.broken({
      action: `accept ${event.kind} of ${named(event)} at epoch ${session.epoch}`,
      expected: `epoch >= ${session.epoch}`,
      received: `${epoch}`,
      window: [session.epochFrom],
      hint: "Refuse the output with stale_epoch_reject",
    });
  },
  atEnd: settleAtEnd,
};

const unmarkedWrites: Invariant = {
  id: "INV-AUTH-05",
  text: "An event that arrives without authority metadata is enriched at ingress or refused, never accepted without",
  source: "semantics section 5 (F-156)",
  needs: [["lane:ControlLane", "field:turn_id"]],
  on: ["*"],
  check(moment, judge) {
    const { event } = moment;
    const isSignal = event.signal !== undefined;
    if (isSignal) settle(moment, judge);
    if (event.authority_epoch !== undefined) {
      if (isSignal || event.turn_id !== undefined) judge.holds();
      return;
    }
    // Records of session scope may go without an epoch.
    if (!isSignal && event.event_scope !== "turn") return;
    if (!isSignal) return suspect(moment, judge, "no authority_epoch");
    judge.broken({
      action: `accept ${event.kind}`,
      expected: "an authority_epoch",
      received: "none",
      window: [moment.session.epochFrom],
    });
  },
  atEnd: settleAtEnd,
};

/** INV-AUTH-02 and 05. */
export const STALE_WRITES: readonly Invariant[] = [staleWrites, unmarkedWrites];
