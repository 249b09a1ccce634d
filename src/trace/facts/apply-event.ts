/**
 * Takes an event into the facts of its session, after the invariants have judged it against the facts
 * before it. An event that broke an invariant is taken in as well, in the way that causes the fewest
 * follow-up violations.
 */
import { type EventRef, refOf } from "../view/event-ref.ts";
import type { EventView } from "../view/event-view.ts";
import {
  actedOn,
  cancelledParts,
  cancelledTurns,
  isRefusal,
  partialCancelOf,
  partOf,
} from "./event-target.ts";
import { remember } from "./recent-map.ts";
import type { SessionFacts } from "./session-facts.ts";
import { type TurnFacts, turnFacts } from "./turn-facts.ts";

/** Most partial cancels and payload classes that are kept of a session or a turn. */
const MOST_KEPT = 16;

/** The turn that the event names, and how many closed turns a session may remember. */
export interface EventPlace {
  readonly turn: TurnFacts | undefined;
  readonly closedTurnLimit: number;
}

/** Takes an event in. */
export function applyEvent(event: EventView, session: SessionFacts, place: EventPlace): void {
  if (event.signal === undefined) applyRecord(event, session, place);
  else applySignal(event, session, place);
  applyEpoch(event, session);
}

function applyRecord(event: EventView, session: SessionFacts, { turn }: EventPlace): void {
  session.hasRecords = true;
  if (turn === undefined) return;
  const { payload_class: name } = event;
  const known = turn.payload_classes;
  const isNew = name !== undefined && known[0] !== name && known.length < MOST_KEPT && !known.includes(name);
  if (isNew) known.push(name);
  if (!event.late_after_cancel) return;
  if (turn.cancelled !== undefined) turn.fenced ??= refOf(event);
  const part = partialCancelOf(event, session);
  if (part !== undefined) part.fenced ??= refOf(event);
}

function applySignal(event: EventView, session: SessionFacts, place: EventPlace): void {
  const { turn } = place;
  switch (event.kind) {
    case "turn_open_proposed":
      session.surfacesProposals = true;
      session.pendingProposals += 1;
      session.decision = undefined;
      break;
    case "admit":
      session.decision = refOf(event);
      break;
    case "reject":
    case "defer":
    case "stale_epoch_reject":
    case "deauthorized_drain":
      applyRefusal(event, session);
      break;
    case "turn_open":
    case "commit":
    case "abort":
    case "close":
      if (event.turn_id !== undefined) applyBoundary(event, session, place);
      break;
    case "cancel":
      applyCancel(event, session);
      break;
    case "output_accepted":
      if (turn !== undefined) turn.accepted = refOf(event);
      break;
    case "playback_started":
      if (turn !== undefined) turn.playing = refOf(event);
      break;
    case "playback_completed":
    case "playback_cancelled":
      if (turn === undefined) break;
      turn.playing = undefined;
      if (event.kind === "playback_cancelled" && turn.cancelled !== undefined) turn.fenced ??= refOf(event);
      break;
    case "provider_switch":
    case "degrade":
    case "fallback":
      announce(event.kind, actedOn(event, session));
      break;
    case "migration_start":
      session.migration = { start: refOf(event), leaseMoved: false };
      break;
    case "migration_finish":
      session.migration = undefined;
      break;
    case "ended":
      session.ended = refOf(event);
      break;
  }
}

function announce(action: string, turn: TurnFacts | undefined): void {
  if (turn !== undefined && !turn.announced.includes(action)) turn.announced.push(action);
}

function applyRefusal(event: EventView, session: SessionFacts): void {
  if (isRefusal(event, session)) {
    session.pendingProposals = Math.max(0, session.pendingProposals - 1);
    session.decision = refOf(event);
  } else if (event.kind === "deauthorized_drain") {
    const turn = actedOn(event, session);
    if (turn?.state === "Active") turn.drained ??= refOf(event);
  }
}

function applyBoundary(event: EventView, session: SessionFacts, place: EventPlace): void {
  const turn_id = event.turn_id as string;
  const known = place.turn;
  const at = refOf(event);
  if (event.kind === "turn_open") {
    session.pendingProposals = Math.max(0, session.pendingProposals - 1);
    session.decision = undefined;
    if (known !== undefined) return;
    const turn = turnFacts(turn_id, "Active");
    turn.opened = at;
    turn.epoch = event.authority_epoch;
    session.turns.set(turn_id, turn);
    return;
  }
  const turn = known ?? turnFacts(turn_id, "Active");
  if (known === undefined) session.turns.set(turn_id, turn);
  if (event.kind === "close") closeTurn(turn, at, { session, limit: place.closedTurnLimit });
  else if (turn.state === "Active") endTurn(turn, at, event);
}

function endTurn(turn: TurnFacts, at: EventRef, event: EventView): void {
  turn.state = "Terminal";
  turn.terminal = at;
  turn.outcome = event.kind === "commit" ? "commit" : "abort";
  turn.reason = event.reason;
}

function closeTurn(
  turn: TurnFacts,
  at: EventRef,
  { session, limit }: { readonly session: SessionFacts; readonly limit: number },
): void {
  if (turn.state === "Closed") return;
  turn.state = "Closed";
  turn.closed = at;
  session.turns.delete(turn.turn_id);
  remember(session.closedTurns, turn.turn_id, { value: turn, limit });
}

function applyCancel(event: EventView, session: SessionFacts): void {
  const at = refOf(event);
  for (const turn of cancelledTurns(event, session) ?? []) turn.cancelled ??= at;
  const { scope } = event;
  const part = partOf(event, scope);
  if (part === undefined || (scope !== "node" && scope !== "provider_invocation")) return;
  for (const turn_id of cancelledParts(event, session)) session.cancels.push({ scope, part, turn_id, at });
  session.cancels.splice(0, Math.max(0, session.cancels.length - MOST_KEPT));
}

function applyEpoch(event: EventView, session: SessionFacts): void {
  const { authority_epoch: epoch, kind } = event;
  const isLease = kind === "lease_rotated" || kind === "lease_issued" || kind === "session_handoff";
  if (isLease && session.migration !== undefined) session.migration.leaseMoved = true;
  if (epoch === undefined) return;
  if (kind === "lease_rotated" && epoch === session.epoch) session.rotated = refOf(event);
  if (epoch <= session.epoch) return;
  session.epoch = epoch;
  session.epochFrom = refOf(event);
  session.rotated = undefined;
}
