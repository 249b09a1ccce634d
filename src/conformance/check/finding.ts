/** Findings: what is wrong with a run, or why it could not be judged. */
import type { RunPlace } from "./run.ts";

/** What is wrong with a run. */
export interface Finding {
  /** Public, stable code, such as `late_output_delivered`. */
  readonly code: string;
  /** Requirement that is broken; the first of the check unless told. */
  readonly requirement?: string;
  /** One sentence without a final period: `Turn "t-1": expected exactly 1 terminal signal but received 2`. */
  readonly message: string;
  readonly expected: string;
  readonly received: string;
  readonly likely_cause?: string;
  /** The first event (or answer) that proves it; the end of the run unless told. */
  readonly at?: RunPlace;
}

/** Why a run could not be judged. It counts as failure: never a false green. */
export interface Inconclusive {
  readonly could_not_run: string;
  /** Whether the subject failed as a process or as code; then nothing else of the check is tried. */
  readonly isFault?: true;
}

/** What a check says of one run; undefined when all is well. */
export type Judgement = Finding | Inconclusive | undefined;

/** Whether a judgement is that there was none. */
export const isInconclusive = (judgement: Judgement): judgement is Inconclusive =>
  judgement !== undefined && "could_not_run" in judgement;
