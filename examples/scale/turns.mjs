/** Turns of a made-up run for the examples of this folder: three regions, one of them slow, a few cancels without a fence. */

const REGIONS = ["eu-west", "us-east", "ap-south"];

/**
 * @param {number} count
 * @returns {import("@rspp/contracts/v1").TurnMetrics[]}
 */
export function madeUpTurns(count) {
  return Array.from({ length: count }, (_, index) => {
    // Multiples of primes spread values without a random source.
    const region = REGIONS[index % REGIONS.length];
    const open = 30 + ((index * 7919) % 80);
    const output = open + 300 + ((index * 104_729) % (region === "us-east" ? 1500 : 900));
    const isCancelled = index % 17 === 0;
    return {
      turn_id: `turn-${index}`,
      accepted: index % 50 !== 0,
      happy_path: index % 50 !== 0,
      turn_open_proposed_at_ms: 0,
      turn_open_at_ms: open,
      turn_terminal_at_ms: output + 600,
      first_output_at_ms: output,
      ...(isCancelled && { cancel_accepted_at_ms: output + 100 }),
      ...(isCancelled && index % 1020 !== 0 && { cancel_fence_applied_at_ms: output + 190 }),
      baseline_complete: true,
      accepted_stale_epoch_output: false,
      terminal_events: [isCancelled ? "abort" : "commit", "close"],
      tags: { region },
    };
  });
}
