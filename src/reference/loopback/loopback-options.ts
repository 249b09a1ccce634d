/** Options of a loopback run, read strictly. */
import { describeValue } from "../../internal/describe-value.ts";
import { nearest } from "../../internal/edit-distance.ts";
import type { RunSettings } from "../driven-run.ts";

/** Things that may happen to a turn, at most one to each. */
export const INCIDENTS = [
  "barge_in",
  "cancel",
  "provider_fault",
  "node_fault",
  "authority",
  "transport",
  "admission",
  "recording",
  "pressure",
] as const;

/** One of the things that may happen to a turn. */
export type Incident = (typeof INCIDENTS)[number];

/** Shares of the turns that each incident happens to, from 0 to 1; together at most 1. */
export type IncidentRates = { readonly [K in Incident]: number };

/** What kind of session to run. */
export interface LoopbackOptions extends RunSettings {
  /** Equal seeds and options give equal bytes; 1 unless told. */
  readonly seed?: number;
  /** How many turns, 50 unless told, at most 100,000. */
  readonly turns?: number;
  /** Rates that differ from the defaults of a healthy session. */
  readonly rates?: Partial<IncidentRates>;
  /**
   * Share of the incidents that strike before the assistant speaks; 0 unless told. A turn that they end has
   * played nothing, so it has no end-to-end latency, which fails gate G7.
   */
  readonly early?: number;
  readonly sessionId?: string;
}

/** Options that were read. */
export interface LoopbackSettings {
  readonly seed: number;
  readonly turns: number;
  readonly rates: IncidentRates;
  readonly early: number;
  readonly sessionId: string;
}

/** A healthy session: people interrupt, and now and then something fails and is dealt with. */
export const HEALTHY_RATES: IncidentRates = {
  barge_in: 0.12,
  cancel: 0.04,
  provider_fault: 0.05,
  node_fault: 0.03,
  authority: 0.03,
  transport: 0.02,
  admission: 0.04,
  recording: 0.03,
  pressure: 0.05,
};

const NAMES = ["seed", "turns", "rates", "early", "sessionId", "wallClockStart", "parts"];

/** Reads options. Throws a TypeError or RangeError for an unknown or malformed one. */
export function readLoopbackOptions(options: LoopbackOptions): LoopbackSettings {
  refuseUnknown(options, NAMES);
  const { seed = 1, turns = 50, rates = {}, early = 0, sessionId = "loopback-1" } = options;
  refuseUnknown(rates, INCIDENTS);
  if (!Number.isSafeInteger(seed)) throw refusal("seed", "a whole number", seed);
  if (!Number.isSafeInteger(turns) || turns < 1 || turns > 100_000)
    throw refusal("turns", "a whole number from 1 to 100000", turns);
  if (typeof sessionId !== "string" || sessionId.trim() === "")
    throw refusal("sessionId", "a text that is not blank", sessionId);
  const all: IncidentRates = { ...HEALTHY_RATES, ...rates };
  for (const [name, rate] of [...Object.entries(all), ["early", early] as const]) {
    if (!(typeof rate === "number" && rate >= 0 && rate <= 1))
      throw refusal(name, "a rate from 0 to 1", rate);
  }
  const sum = Object.values(all).reduce((total, rate) => total + rate, 0);
  // A hair above 1 is what adding decimal fractions makes of exactly 1.
  if (sum > 1 + 1e-9) throw refusal("rates", "rates that add up to at most 1", Number(sum.toFixed(6)));
  return { seed, turns, rates: all, early, sessionId };
}

function refuseUnknown(given: object, names: readonly string[]): void {
  const stranger = Object.keys(given).find((name) => !names.includes(name));
  if (stranger === undefined) return;
  const near = nearest(stranger, names);
  throw new TypeError(
    `Cannot read option "${stranger}": expected one of ${names.join(", ")}${near === undefined ? "" : `; did you mean ${near}?`}`,
  );
}

const refusal = (name: string, expected: string, value: unknown): RangeError =>
  new RangeError(`Cannot read option "${name}": expected ${expected} but received ${describeValue(value)}`);
