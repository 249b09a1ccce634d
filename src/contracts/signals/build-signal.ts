/** Builds control signals with sensible defaults, for tests, examples and adapters. */
import { defined } from "../../internal/defined.ts";
import type { ScopeInit } from "../events/build-event.ts";
import { envelopeDefaults } from "../events/build-event.ts";
import type { ControlSignalOf } from "./control-signal.ts";
import type { SignalField, SignalName } from "./signal-table.ts";
import { SIGNAL_RULES } from "./signal-table.ts";

type Rules = typeof SIGNAL_RULES;
type Fixed = "signal" | "lane" | "payload_class" | "event_scope" | "turn_id";
type Required<S extends SignalName> = Rules[S]["required"][number] & SignalField;

type ScopeOf<S extends SignalName> = Rules[S]["event_scope"] extends "turn"
  ? { readonly turn_id: string; readonly event_scope?: "turn" }
  : Rules[S]["event_scope"] extends "session"
    ? { readonly turn_id?: string; readonly event_scope?: "session" }
    : ScopeInit;

/** What a signal is built from: only what the table requires of it must be given. */
export type SignalInit<S extends SignalName> = Partial<Omit<ControlSignalOf<S>, Fixed | Required<S>>> &
  Pick<ControlSignalOf<S>, Required<S> & keyof ControlSignalOf<S>> &
  ScopeOf<S>;

/** The init may be left out where nothing is required. */
type InitArguments<S extends SignalName> =
  Record<never, never> extends SignalInit<S> ? [init?: SignalInit<S>] : [init: SignalInit<S>];

/**
 * A control signal. Defaults: the first emitter of the table, the scope of the table (or turn scope when
 * `turn_id` is given), and those of `buildEvent` for the rest of the envelope.
 *
 * @example buildSignal("abort", { turn_id: "turn-1", reason: "cancelled" })
 */
export function buildSignal<const S extends SignalName>(
  signal: S,
  ...[init]: InitArguments<S>
): ControlSignalOf<S> {
  const rule = SIGNAL_RULES[signal];
  const given = init ?? {};
  const built = {
    ...envelopeDefaults(given as { turn_id?: string }),
    ...(rule.event_scope !== "any" && { event_scope: rule.event_scope }),
    lane: "ControlLane",
    payload_class: "metadata",
    signal,
    emitted_by: rule.emitters[0],
    ...defined(given),
  };
  return built as unknown as ControlSignalOf<S>;
}
