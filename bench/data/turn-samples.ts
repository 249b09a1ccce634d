/** Turn metrics of a healthy run with a few bad turns. */
import type { TurnMetrics } from "@rspp/contracts/v1";

import { seededRandom } from "./seeded-random.ts";

/** Turns from a seed: one in fifty was rejected, one in twenty interrupted, one in a thousand is slow. */
export function sampleTurns(count: number): TurnMetrics[] {
  const random = seededRandom(24);
  let now = 0;
  return Array.from({ length: count }, (_, index): TurnMetrics => {
    now += 2_000 + random.integer(6_000);
    const turn_id = `turn-${index}`;
    if (random.chance(0.02)) return rejected(turn_id, now);
    const open = now + 20 + random.integer(80);
    const output = open + (random.chance(0.001) ? 2_500 : 300 + random.integer(600));
    const terminal = output + 500 + random.integer(4_000);
    const cancel = random.chance(0.05) ? output + random.integer(400) : undefined;
    return {
      turn_id,
      accepted: true,
      happy_path: true,
      turn_open_proposed_at_ms: now,
      turn_open_at_ms: open,
      turn_terminal_at_ms: terminal,
      first_output_at_ms: output,
      ...(cancel !== undefined && {
        cancel_accepted_at_ms: cancel,
        cancel_fence_applied_at_ms: cancel + random.integer(120),
      }),
      audio_ingress_at_ms: now - 40,
      playback_started_at_ms: output + 30 + random.integer(60),
      baseline_complete: true,
      accepted_stale_epoch_output: false,
      terminal_events: [cancel === undefined ? "commit" : "abort", "close"],
    };
  });
}

const rejected = (turn_id: string, now: number): TurnMetrics => ({
  turn_id,
  accepted: false,
  happy_path: false,
  turn_open_proposed_at_ms: now,
  baseline_complete: true,
  accepted_stale_epoch_output: false,
  terminal_events: [],
});
