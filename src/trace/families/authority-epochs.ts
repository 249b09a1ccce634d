/** Authority, how epochs move: INV-AUTH-01, 03 and 04. */
import type { Invariant, Moment } from "../invariant.ts";

/** What an old placement still says when it loses a turn: T8, under the epoch of the turn. */
function isDrainOfOldPlacement({ event, turn }: Moment): boolean {
  const isDrain = event.kind === "deauthorized_drain";
  if (turn === undefined) return isDrain;
  if (turn.epoch !== event.authority_epoch) return false;
  const isLoss = event.kind === "abort" && event.reason === "authority_loss";
  return isDrain || isLoss || (event.kind === "close" && turn.reason === "authority_loss");
}

/** Signals of which other invariants judge the epoch, and the refusal itself. */
const JUDGED_ELSEWHERE: ReadonlySet<string> = new Set([
  "stale_epoch_reject",
  "lease_rotated",
  "output_accepted",
  "playback_started",
  "playback_completed",
  "playback_cancelled",
]);

const noDecrease: Invariant = {
  id: "INV-AUTH-01",
  text: "Epochs of a session never decrease on accepted events",
  source: "semantics section 5 (F-095)",
  needs: ["field:authority_epoch", "lane:ControlLane"],
  on: ["ControlLane"],
  check(moment, judge) {
    const { event, session } = moment;
    const { authority_epoch: epoch } = event;
    if (epoch === undefined || JUDGED_ELSEWHERE.has(event.kind)) return;
    if (epoch >= session.epoch || isDrainOfOldPlacement(moment)) return judge.holds();
    judge.broken({
      action: `accept ${event.kind} at epoch ${session.epoch}`,
      expected: `epoch >= ${session.epoch}`,
      received: `${epoch}`,
      window: [session.epochFrom],
    });
  },
};

const rotation: Invariant = {
  id: "INV-AUTH-03",
  text: "lease_rotated raises the epoch; from then on the old epoch is stale",
  source: "semantics section 5 (F-095)",
  needs: ["signal:lease_rotated"],
  on: ["lease_rotated", { on: "*", when: "lease:rotated" }],
  check(moment, judge) {
    const { event, session } = moment;
    const { authority_epoch: epoch } = event;
    if (event.kind === "lease_rotated") {
      if (epoch === undefined || session.epoch < 0) return judge.unknown();
      if (epoch > session.epoch) return judge.holds();
      // A rotation that is written under the old epoch is proven by the next event.
      if (epoch === session.epoch && session.rotated === undefined) return;
      return judge.broken({
        action: "accept lease_rotated",
        expected: `epoch > ${session.epoch}`,
        received: `${epoch}`,
        window: [session.epochFrom, session.rotated],
      });
    }
    if (session.rotated === undefined || epoch === undefined) return;
    if (epoch > session.epoch) return judge.holds();
    const isRefused = event.kind === "stale_epoch_reject" || event.late_after_cancel;
    if (isRefused || isDrainOfOldPlacement(moment)) return;
    judge.broken({
      action: `accept ${event.kind} after lease_rotated`,
      expected: `epoch > ${session.epoch}`,
      received: `${epoch}`,
      window: [session.rotated],
    });
  },
};

/** Signals that move the lease, and the one that ends the migration. */
const MOVES: ReadonlySet<string> = new Set([
  "lease_issued",
  "lease_rotated",
  "session_handoff",
  "migration_start",
  "migration_finish",
]);

const oneWriter: Invariant = {
  id: "INV-AUTH-04",
  text: "Between migration_start and migration_finish exactly one epoch is writable",
  source: "semantics section 5 (F-157)",
  needs: ["signal:migration_start"],
  on: [{ on: "*", when: "lease:migrating" }],
  check(moment, judge) {
    const { event, session } = moment;
    const { authority_epoch: epoch } = event;
    const { migration } = session;
    if (migration === undefined || epoch === undefined || session.epoch < 0) return;
    if (event.kind === "stale_epoch_reject" || event.late_after_cancel) return;
    const isOld = epoch < session.epoch;
    const isForeign = epoch > session.epoch && !migration.leaseMoved && session.rotated === undefined;
    // Records of an old epoch may still be refused; INV-AUTH-02 waits for that.
    const isRecord = event.signal === undefined;
    if (MOVES.has(event.kind) || (isOld && (isRecord || isDrainOfOldPlacement(moment)))) return;
    if (!isOld && !isForeign) return judge.holds();
    judge.broken({
      action: `accept ${event.kind} in a migration`,
      expected: `epoch ${session.epoch}, the only writable one${isForeign ? " until the lease moves" : ""}`,
      received: `${epoch}`,
      window: [session.epochFrom, migration.start],
    });
  },
};

/** INV-AUTH-01, 03 and 04. */
export const AUTHORITY_EPOCHS: readonly Invariant[] = [noDecrease, rotation, oneWriter];
