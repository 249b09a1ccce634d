/** Artifacts as one place in a producer's code writes them: always the same fields, new ids and times. */
import type { SignalName } from "../../src/contracts/signals/signal-table.ts";
import type { JsonObject, SampleOptions } from "./event-samples.ts";
import { sampleRecord, sampleSignal } from "./event-samples.ts";
import { realisticId } from "./realistic-ids.ts";
import type { SeededRandom } from "./seeded-random.ts";

/** Writes the next artifact of a site. */
export type EmissionSite = (random: SeededRandom) => JsonObject;

const VARYING: Readonly<Record<string, (random: SeededRandom) => unknown>> = {
  session_id: realisticId.session,
  turn_id: realisticId.turn,
  event_id: realisticId.event,
  transport_sequence: (random) => random.integer(2_000_000),
  runtime_sequence: (random) => random.integer(2_000_000),
  runtime_timestamp_ms: (random) => random.integer(3_600_000),
  wall_clock_timestamp_ms: (random) => 1_770_000_000_000 + random.integer(3_600_000),
  authority_epoch: (random) => random.integer(40),
  causal_parent_id: realisticId.event,
  idempotency_key: realisticId.idempotency,
  provider_invocation_id: realisticId.invocation,
};

/** A site that writes records, or the signal when one is named. */
export function emissionSite(
  random: SeededRandom,
  options: SampleOptions,
  signal: SignalName | undefined,
): EmissionSite {
  const template =
    signal === undefined ? sampleRecord(random, options) : sampleSignal(random, options, signal);
  const fields = Object.entries(template);
  return (seed) => Object.fromEntries(fields.map(([name, value]) => [name, VARYING[name]?.(seed) ?? value]));
}
