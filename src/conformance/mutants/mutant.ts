/** Broken runtimes: each the reference runtime with one thing wrong, and the check that has to find it. */
import type { JsonObject, Stimulus } from "../../contracts/conformance/stimulus.ts";
import type { StimulusOutcome } from "../../contracts/conformance/subject-message.ts";
import type { ReferenceChanges } from "../subject/reference-subject.ts";

/** One broken runtime. */
export interface Mutant extends Omit<ReferenceChanges, "name"> {
  /** Stable name, such as `late-output-delivered`. */
  readonly id: string;
  /** The check that kills it. */
  readonly check: string;
  /** Code of the failure that it is killed for. */
  readonly code: string;
  /** What is wrong with it, in words. */
  readonly about: string;
}

type Wrap = NonNullable<ReferenceChanges["wrap"]>;

/** A runtime whose answers are changed. `stimuli` is what the answer is to. */
export const answering =
  (change: (outcome: StimulusOutcome, stimuli: readonly Stimulus[]) => StimulusOutcome): Wrap =>
  (runtime) => ({
    capabilities: runtime.capabilities,
    reset: (start) => runtime.reset(start),
    apply: (stimuli) => change(runtime.apply(stimuli), stimuli),
  });

/** A runtime that emits something else instead of some events; undefined leaves an event out. */
export const emitting = (change: (event: JsonObject) => JsonObject | undefined): Wrap =>
  answering((outcome) => ({
    ...outcome,
    events: outcome.events.map(change).filter((event) => event !== undefined),
  }));

/** A runtime that hears something else instead of some stimuli. */
export const mishearing =
  (change: (stimulus: Stimulus) => Stimulus | undefined): Wrap =>
  (runtime) => ({
    capabilities: runtime.capabilities,
    reset: (start) => runtime.reset(start),
    apply: (stimuli) => runtime.apply(stimuli.map(change).filter((one) => one !== undefined)),
  });

/** A runtime that does not hear some stimuli. */
export const hearing = (isHeard: (stimulus: Stimulus) => boolean): Wrap =>
  mishearing((stimulus) => (isHeard(stimulus) ? stimulus : undefined));

/** A runtime that emits each signal of a name as another thing, or not at all. */
export const withSignal = (signal: string, change: (event: JsonObject) => JsonObject | undefined): Wrap =>
  emitting((event) => (event["signal"] === signal ? change(event) : event));
