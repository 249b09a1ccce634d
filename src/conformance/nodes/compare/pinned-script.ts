/**
 * Inputs with ids and numbers of their own. Runs are compared that differ in what happens around the same inputs; the
 * numbers that a harness gives would differ with it, and a node may look at them.
 */
import type { NodeScript } from "../run/node-run.ts";

/** The script with an id and a number for every input that has none; inputs of one instant have the same number. */
export function pinned(script: NodeScript): NodeScript {
  let number = 1000;
  let at = 0;
  return script.map((step, index) => {
    if (step.kind !== "input") return step;
    const before = script[index - 1];
    if (before?.kind !== "input") number += 1000;
    at += 1;
    return {
      ...step,
      envelope: {
        event_id: `given-${at}`,
        runtime_sequence: number,
        transport_sequence: number,
        ...step.envelope,
      },
    };
  });
}
