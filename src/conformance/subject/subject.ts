/** The port of the kit to a subject: whatever it is and wherever it runs, it is given a script and recorded. */
import type { SubjectCapability } from "../../contracts/conformance/capability.ts";
import type { Stimulus } from "../../contracts/conformance/stimulus.ts";
import type { StimulusOutcome } from "../../contracts/conformance/subject-message.ts";

/** What a subject says of itself. */
export interface SubjectDescription {
  readonly name: string;
  readonly version: string;
  readonly language?: string;
  readonly capabilities: readonly SubjectCapability[];
}

/** A whole run: the stimuli of each instant, from a fresh start. */
export interface RunScript {
  readonly seed: number;
  readonly instants: readonly (readonly Stimulus[])[];
}

/** Codes of what keeps a run from being judged. */
export const SUBJECT_FAULTS = [
  "subject_not_started",
  "subject_hung",
  "subject_died",
  "subject_flooded",
  "subject_wrote_garbage",
  "subject_threw",
  "subject_unsupported",
  "subject_protocol",
] as const;

/** Why a run could not be carried on; could not run counts as failure. */
export interface SubjectFault {
  readonly code: (typeof SUBJECT_FAULTS)[number];
  /** What happened, what was expected, and how to go on. */
  readonly message: string;
  /** 0-based instant of the script; -1 before the first. */
  readonly instant: number;
}

/** What a subject answered: one outcome an instant, up to the fault if there is one. */
export interface RunRecord {
  readonly outcomes: readonly StimulusOutcome[];
  readonly fault?: SubjectFault;
}

/** A subject that is ready to be driven. Never throws or rejects for what the subject does. */
export interface Subject {
  /** What reports call it when it does not introduce itself. */
  readonly label?: string;
  describe(): Promise<SubjectDescription | SubjectFault>;
  run(script: RunScript): Promise<RunRecord>;
  close(): Promise<void>;
}
