/** Hands a stimulus to the rule that answers it. */
import type { Advance, Judge, OpenSession, Operate, Stimulus } from "../contracts/conformance/stimulus.ts";
import { changeLease, migrate } from "./authority-guard.ts";
import { failNode } from "./budgets.ts";
import { acceptOutput, bargeIn, cancel, notePlayback } from "./cancel-fence.ts";
import { noteConnection } from "./connection.ts";
import { grantCredit, loseStream, offerItems, takeItems } from "./edges/edge-stimuli.ts";
import { takeEvent } from "./ingress.ts";
import { failProvider, startProvider } from "./providers.ts";
import { noteRecorderPressure } from "./recorder-pressure.ts";
import type { Cause } from "./reference-parts.ts";
import { replay } from "./replay.ts";
import type { SessionState } from "./session-state.ts";
import { completeTurn } from "./turn-ending.ts";
import { proposeTurn } from "./turn-opening.ts";
import type { World } from "./world.ts";

/** A stimulus of a session that is open. */
export type SessionStimulus = Exclude<Stimulus, OpenSession | Advance | Judge | Operate>;

/** What a stimulus does to an active turn when several meet; undefined when it does not end one. */
export function causeOf(stimulus: Stimulus): Cause | undefined {
  switch (stimulus.kind) {
    case "migrate":
      return "authority";
    case "lease":
      return stimulus.change === "revoke" ? "authority" : undefined;
    case "cancel":
    case "barge_in":
      return "cancel";
    case "node_fault":
    case "provider_fault":
    case "connection":
      return "failure";
    case "complete_turn":
      return "success";
    default:
      return undefined;
  }
}

/** Applies a stimulus to its session. */
export function applyInSession(world: World, session: SessionState, stimulus: SessionStimulus) {
  switch (stimulus.kind) {
    case "propose_turn":
      return proposeTurn(world, session, stimulus);
    case "complete_turn":
      if (session.active?.turn_id === stimulus.turn_id) completeTurn(world, session, session.active);
      return;
    case "output":
      return acceptOutput(world, session, stimulus);
    case "cancel":
      return cancel(world, session, stimulus);
    case "barge_in":
      return bargeIn(world, session, stimulus);
    case "cancel_ack": {
      const turn = session.turns.get(stimulus.turn_id);
      if (turn?.cancelled) turn.cancel_ack_at ??= world.clock.now;
      return;
    }
    case "playback":
      return notePlayback(world, session, stimulus);
    case "lease":
      return changeLease(world, session, stimulus);
    case "migrate":
      return migrate(world, session, stimulus);
    case "ingress":
      return takeEvent(world, session, stimulus);
    case "node_fault":
      return failNode(world, session, stimulus);
    case "provider_start":
      return startProvider(world, session, stimulus);
    case "provider_fault":
      return failProvider(world, session, stimulus);
    case "edge_offer":
      return offerItems(world, session, stimulus);
    case "edge_take":
      return takeItems(world, session, stimulus);
    case "edge_credit":
      return grantCredit(world, session, stimulus);
    case "sync_loss":
      return loseStream(world, session, stimulus);
    case "connection":
      return noteConnection(world, session, stimulus);
    case "replay":
      return replay(world, session, stimulus);
    default:
      return applyState(world, session, stimulus);
  }
}

type StateStimulus = Extract<SessionStimulus, { kind: "snapshot" | "quota" | "recorder" }>;

/** Stimuli that only change what later ones meet. */
function applyState(world: World, session: SessionState, stimulus: StateStimulus) {
  if (stimulus.kind === "snapshot") {
    session.snapshot = { state: stimulus.state, on_failure: stimulus.on_failure };
  } else if (stimulus.kind === "recorder") {
    session.recorder = stimulus.state;
    noteRecorderPressure(world, session);
  } else if (stimulus.exhausted) session.quotas.set(stimulus.at, stimulus.outcome ?? "reject");
  else session.quotas.delete(stimulus.at);
}
