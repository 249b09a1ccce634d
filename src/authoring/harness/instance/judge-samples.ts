/** Whether a node has changed the samples that it was given: others may read the same memory. */
import { isSameArray, type PayloadArray } from "../payload.ts";
import { type HarnessWorld, violate } from "../world/harness-world.ts";
import type { NodeInstance } from "./node-instance.ts";

/** Samples that a node was given, and a copy of what they were. */
export interface JudgedSamples {
  readonly given: PayloadArray;
  readonly copy: PayloadArray;
  /** When they were looked at. */
  readonly when: "in the call" | "after the call";
}

/** Breaks NODE-ROB-07 where the samples differ; false then. */
export function judgeSamples(world: HarnessWorld, { given, copy, when }: JudgedSamples): boolean {
  if (isSameArray(given, copy)) return true;
  violate(world, "NODE-ROB-07", {
    message: `The node changed the payload of an event ${when}`,
    expected: "an input that is left alone",
    received: "other samples than it was given",
    likely_cause: "Samples are changed in place; others may read the same memory: work on a copy",
  });
  return false;
}

/** How many events back samples are looked at again when the instance is stopped. */
const SAMPLES_KEPT = 32;

/** Judges the samples of a call that is over, and keeps them so that they can be judged again. */
export function rememberSamples(
  world: HarnessWorld,
  {
    instance,
    given,
    samples: copy,
  }: { readonly instance: NodeInstance; readonly given: PayloadArray; readonly samples: PayloadArray },
): void {
  if (!judgeSamples(world, { given, copy, when: "in the call" })) return;
  instance.samples.push([given, copy]);
  if (instance.samples.length > SAMPLES_KEPT) instance.samples.shift();
}
