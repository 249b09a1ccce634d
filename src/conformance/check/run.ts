/** A run: what was done to a subject, what it answered, and when each instant was. */
import type { Stimulus } from "../../contracts/conformance/stimulus.ts";
import type { StimulusOutcome } from "../../contracts/conformance/subject-message.ts";

/** The stimuli of each instant; those of one instant meet. `advance` stands alone in its instant. */
export type Instants = readonly (readonly Stimulus[])[];

/** A run that the subject carried through: as many outcomes and times as instants. */
export interface Run {
  readonly instants: Instants;
  readonly outcomes: readonly StimulusOutcome[];
  /** Monotonic time since the run began, in ms, at which the clock stands after each instant. */
  readonly times: readonly number[];
}

/** Where in a run: a 0-based instant, and the place of an event in its answer. */
export interface RunPlace {
  readonly instant: number;
  /** Without one it is the answer as a whole, or something that is missing in it. */
  readonly event?: number;
}
