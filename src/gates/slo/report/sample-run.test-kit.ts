/** Made-up runs for the tests of the renderers: seeded, so that equal arguments give equal turns. */
import type { TurnMetrics } from "../../../contracts/observability/turn-metrics.ts";

/** What to make up. */
export interface SampleRun {
  readonly turns: number;
  readonly seed?: number;
  /** Factor on every latency. */
  readonly slowness?: number;
  /** Share of turns with something wrong other than their latency. */
  readonly faults?: number;
}

/** The turns of a run in which most things go well. */
export function sampleRun({ turns, seed = 7, slowness = 1, faults = 0 }: SampleRun): TurnMetrics[] {
  const random = mulberry32(seed);
  const latency = (median: number, spread: number) => {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    return Math.round(median * slowness * Math.exp(spread * normal));
  };
  return Array.from({ length: turns }, (_, index) => {
    const proposed = 10_000 * index;
    const opened = proposed + latency(72, 0.24);
    const output = opened + latency(820, 0.28);
    const accepted = random() >= 0.02;
    const cancelled = random() < 0.18;
    const cancelAt = output + 400;
    const fence = cancelAt + latency(84, 0.27);
    const audioIngress = proposed - 180;
    const has = { stale: random() < faults / 4, gap: random() < faults, lostFence: random() < faults };
    const turn: TurnMetrics = {
      turn_id: `turn-${String(index + 1).padStart(4, "0")}`,
      accepted,
      happy_path: accepted,
      baseline_complete: !has.gap,
      accepted_stale_epoch_output: has.stale,
      terminal_events: accepted ? [cancelled ? "abort" : "commit", ...(has.gap ? [] : ["close"])] : [],
    };
    if (!accepted) return turn;
    return {
      ...turn,
      turn_open_proposed_at_ms: proposed,
      turn_open_at_ms: opened,
      first_output_at_ms: output,
      turn_terminal_at_ms: output + 2400,
      ...(cancelled && { cancel_accepted_at_ms: cancelAt }),
      ...(cancelled && !has.lostFence && { cancel_fence_applied_at_ms: fence }),
      audio_ingress_at_ms: Math.max(0, audioIngress),
      playback_started_at_ms: output + latency(130, 0.2),
    };
  });
}

function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
