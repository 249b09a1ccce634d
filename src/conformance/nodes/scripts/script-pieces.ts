/** The pieces that random scripts are made of. */
import fc, { type Arbitrary } from "fast-check";

import type { NodeStep } from "../../../authoring/harness/node-step.ts";
import type { NodeDescriptor } from "../../../authoring/node/node-descriptor.ts";
import type { NodeFacts } from "../run/node-facts.ts";
import type { NodeScript } from "../run/node-run.ts";

/** What pieces are made for. */
export interface PieceTerms {
  readonly descriptor: NodeDescriptor;
  readonly facts: NodeFacts;
}

/** Pieces for a node. Times in ms. */
export interface ScriptPieces {
  /** A good input. */
  readonly input: Arbitrary<NodeScript>;
  /** A good input, or several of the same. */
  readonly some: Arbitrary<NodeScript>;
  /** Inputs and short times. */
  readonly work: Arbitrary<NodeScript>;
  /** Inputs of one instant. */
  readonly burst: Arbitrary<NodeScript>;
  /** A time that is a moment in the work of the node. */
  readonly moment: Arbitrary<NodeScript>;
  /** A time after which everything that was told to stop has stopped. */
  readonly rest: NodeStep;
  /** A time after which calls are done, or out of budget. */
  readonly long: NodeStep;
}

/** A time that goes by, in ms. */
export const advance = (ms: number): NodeStep => ({ kind: "advance", ms });

/** A step as a script. */
export const just = (...steps: readonly NodeStep[]): Arbitrary<NodeScript> => fc.constant(steps);

/** One script after the other. */
export const inOrder = (...parts: readonly Arbitrary<NodeScript>[]): Arbitrary<NodeScript> =>
  fc.tuple(...parts).map((scripts) => scripts.flat());

/** Between `min` and `max` of a script, one after the other. */
export const several = (
  part: Arbitrary<NodeScript>,
  { min, max }: { readonly min: number; readonly max: number },
): Arbitrary<NodeScript> =>
  fc.array(part, { minLength: min, maxLength: max, size: "max" }).map((scripts) => scripts.flat());

/** The script, or nothing. */
export const perhaps = (part: Arbitrary<NodeScript>): Arbitrary<NodeScript> => fc.oneof(part, just());

/** The pieces for a node. */
export function scriptPieces({ descriptor, facts }: PieceTerms): ScriptPieces {
  const { within_ms } = descriptor.cancel;
  const { timeout_ms } = descriptor.resources;
  const reach = Math.max(facts.longest_call, facts.longest_tail);
  const short = fc.constantFrom(1, 5, 20, 20, 50).map((ms) => [advance(ms)]);
  const moment = fc
    .oneof(
      { weight: 3, arbitrary: fc.integer({ min: 0, max: Math.max(1, Math.min(reach, 5000)) }) },
      {
        weight: 1,
        arbitrary: fc.constantFrom(0, 1, 10, within_ms, within_ms + 1, 100, Math.min(reach, 5000)),
      },
    )
    .map((ms) => [advance(ms)]);
  const inputs = facts.pools.map(({ type, good }) =>
    fc.constantFrom(...good).map((payload): NodeScript => [{ kind: "input", type, payload }]),
  );
  const signals = facts.signals.map((type): Arbitrary<NodeScript> => just({ kind: "input", type }));
  const all = [...inputs, ...inputs, ...signals];
  const input = all.length === 0 ? just(advance(1)) : fc.oneof(...all);
  // Much of what a node hears is a stream of the same: a few frames of silence, a few of speech.
  const alike = fc
    .tuple(input, fc.integer({ min: 2, max: 6 }))
    .map(([one, times]) => Array(times).fill(one).flat());
  const some = fc.oneof({ weight: 3, arbitrary: input }, { weight: 1, arbitrary: alike });
  return {
    input,
    some,
    work: several(fc.oneof({ weight: 3, arbitrary: some }, { weight: 2, arbitrary: short }), {
      min: 1,
      max: 6,
    }),
    burst: several(some, { min: 1, max: 4 }),
    moment,
    rest: advance(within_ms + 10),
    long: advance(timeout_ms + within_ms + 10),
  };
}

/** The script with an id for each turn that it opens: `turn-1`, `turn-2`, ... */
export function numbered(script: NodeScript): NodeScript {
  let turns = 0;
  return script.map((step) => {
    if (step.kind !== "open_turn") return step;
    turns += 1;
    return { ...step, turn_id: `turn-${turns}` };
  });
}
