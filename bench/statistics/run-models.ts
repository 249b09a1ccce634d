/** Runs as they could have been recorded: latency models with a true slowdown that is known. */

import type { TurnMetrics } from "../../src/contracts/observability/turn-metrics.ts";
import { createSeededRandom, type Random } from "./seeded-normal.ts";

/** Names of the models. */
export const MODELS = ["lognormal", "bimodal", "heavy tail", "ties", "autocorrelated"] as const;

/** Name of a model. */
export type Model = (typeof MODELS)[number];

/** Relative latencies around 1, one a turn. */
export function relativeLatencies(model: Model, n: number, random: Random): number[] {
  let previous = random.normal();
  return Array.from({ length: n }, () => {
    switch (model) {
      case "bimodal":
        // One turn in five calls a tool.
        return (random.uniform() < 0.2 ? 2.5 : 0.9) * Math.exp(0.2 * random.normal());
      case "heavy tail":
        return 0.6 + 0.4 * Math.exp(random.normal());
      case "autocorrelated":
        previous = 0.8 * previous + 0.6 * random.normal();
        return Math.exp(0.35 * previous);
      default:
        return Math.exp(0.35 * random.normal());
    }
  });
}

/** A latency as the runtime would have measured it: whole ms, or whole tenths of a second. */
export function measured(model: Model, ms: number): number {
  return model === "ties" ? Math.round(ms / 100) * 100 : Math.round(ms);
}

/** Turns with these relative latencies: open around 80 ms, first output around 600 ms, end to end around 900 ms. */
export function turnsOf(model: Model, relative: readonly number[], random: Random): TurnMetrics[] {
  return relative.map((factor, index) => {
    const open = 1000 + measured(model, 80 * Math.exp(0.3 * random.normal()));
    const output = measured(model, 600 * factor);
    const network = measured(model, 300 * factor * Math.exp(0.1 * random.normal()));
    return {
      turn_id: `turn-${index}`,
      accepted: true,
      happy_path: true,
      turn_open_proposed_at_ms: 1000,
      turn_open_at_ms: open,
      first_output_at_ms: open + output,
      audio_ingress_at_ms: 1000,
      playback_started_at_ms: 1000 + output + network,
      baseline_complete: true,
      accepted_stale_epoch_output: false,
      terminal_events: ["commit", "close"],
    };
  });
}

/** What a comparison is made of. */
export interface RunPairQuestion {
  readonly model: Model;
  readonly n: number;
  /** The true slowdown of first output and end to end, such as 0.1. */
  readonly slowdown: number;
  /** Whether both runs replay one script, so that a slow turn is slow in both. */
  readonly isPaired: boolean;
  readonly seed: number;
}

/** A baseline and a candidate that is slower by a known share. */
export function runPair({
  model,
  n,
  slowdown,
  isPaired,
  seed,
}: RunPairQuestion): [TurnMetrics[], TurnMetrics[]] {
  const random = createSeededRandom(seed);
  const script = isPaired ? relativeLatencies(model, n, random) : undefined;
  const run = (factor: number) => {
    const relative = script ?? relativeLatencies(model, n, random);
    const noise = isPaired ? runNoise(model, n, random) : undefined;
    const noisy = relative.map((value, index) => value * factor * (noise?.[index] ?? 1));
    return turnsOf(model, noisy, random);
  };
  return [run(1), run(1 + slowdown)];
}

/** What a replay of the same script adds of its own. */
function runNoise(model: Model, n: number, random: Random): number[] {
  let previous = random.normal();
  return Array.from({ length: n }, () => {
    if (model !== "autocorrelated") return Math.exp(0.15 * random.normal());
    previous = 0.8 * previous + 0.6 * random.normal();
    return Math.exp(0.15 * previous);
  });
}
