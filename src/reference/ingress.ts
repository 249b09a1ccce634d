/** Ingress (RK-23): what arrives is classified, enriched or refused (INV-AUTH-05, T11, T12, INV-ORD-02). */
import type { Ingress, JsonObject } from "../contracts/conformance/stimulus.ts";
import type { EventInit } from "../contracts/events/build-event.ts";
import type { SignalName } from "../contracts/signals/signal-table.ts";
import { validate } from "../validators/validate.ts";
import { refusesStale } from "./authority-guard.ts";
import type { SessionState } from "./session-state.ts";
import { emitRecord, emitSignal, type World } from "./world.ts";

/** Turn boundaries are the runtime's own: nobody else opens or ends a turn. */
const OWN_SIGNALS: readonly unknown[] = ["turn_open", "commit", "abort", "close"];

/** What the runtime writes itself, whatever the event says. */
const REWRITTEN = [
  "transport_sequence",
  "runtime_sequence",
  "runtime_timestamp_ms",
  "wall_clock_timestamp_ms",
  "authority_epoch",
  "pipeline_version",
] as const;

/** Takes an event in, or says why not. */
export function takeEvent(world: World, session: SessionState, { event }: Ingress) {
  const reason = refusalOf(world, session, event);
  world.answer.verdict = reason === undefined ? { accepted: true } : { accepted: false, reason };
}

function refusalOf(world: World, session: SessionState, event: JsonObject): string | undefined {
  const { parts } = world;
  const enriched = {
    ...event,
    authority_epoch: event["authority_epoch"] ?? parts.enrichedEpoch(session.epoch),
  };
  const result = validate("event", enriched);
  if (!result.ok && parts.validates()) return `invalid: ${result.diagnostics[0]?.rule}`;
  const { session_id, event_id, turn_id, authority_epoch, signal } = enriched as Record<string, unknown>;
  if (session_id !== session.session_id) return "another session";
  if (OWN_SIGNALS.includes(signal)) return "turn boundaries are the runtime's own";
  if (session.seenEventIds.has(String(event_id)) && !parts.takesTwice()) return "duplicate";
  if (Number(authority_epoch) > session.epoch) return "epoch of a lease that is not known";
  if (refusesStale(world, session, { authority_epoch: Number(authority_epoch) })) return "stale epoch";
  if (turn_id !== undefined && session.active?.turn_id !== turn_id) return "turn is not active";
  session.seenEventIds.add(String(event_id));
  const kept = Object.fromEntries(
    Object.entries(event).filter(([name]) => !(REWRITTEN as readonly string[]).includes(name)),
  );
  const epoch = { authority_epoch: parts.enrichedEpoch(session.epoch) };
  if (event["payload_class"] === "audio_raw" && turn_id === undefined)
    session.audio_ingress_at = world.clock.now;
  if (signal === undefined) emitRecord(world, session, { ...kept, ...epoch } as EventInit & JsonObject);
  else
    emitSignal(world, session, { ...kept, ...epoch, signal: signal as SignalName } as { signal: SignalName });
  return undefined;
}
