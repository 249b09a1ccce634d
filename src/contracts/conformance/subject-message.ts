/** The messages between the kit and a subject: one JSON object a line in each direction. */
import type { SubjectCapability } from "./capability.ts";
import type { JsonObject, Stimulus } from "./stimulus.ts";

/** Version of the protocol; the major number must be equal on both sides. */
export const SUBJECT_PROTOCOL = "rspp.subject.v1";

/** A request of the kit. Requests may be sent before earlier ones are answered. */
export type SubjectRequest =
  | { readonly id: number; readonly op: "hello"; readonly protocol: string; readonly kit_version: string }
  | {
      readonly id: number;
      /** Forget everything and begin anew, at these times. */
      readonly op: "reset";
      readonly seed: number;
      readonly runtime_timestamp_ms: number;
      readonly wall_clock_timestamp_ms: number;
    }
  /** Stimuli of one instant: where several meet, precedence decides, not their order. */
  | { readonly id: number; readonly op: "apply"; readonly stimuli: readonly Stimulus[] }
  | { readonly id: number; readonly op: "bye" };

/** What came of the stimuli of one request. */
export interface StimulusOutcome {
  /** What the runtime emitted since the last answer, in order. */
  readonly events: readonly JsonObject[];
  /** OR-02 evidence of the turns that ended. */
  readonly evidence?: readonly JsonObject[];
  /** Plans of the turns that opened. */
  readonly plans?: readonly JsonObject[];
  /** Verdict on an `ingress` or `judge`. */
  readonly verdict?: { readonly accepted: boolean; readonly reason?: string };
  /** Divergences that a `replay` found. */
  readonly divergences?: readonly JsonObject[];
  /** What an `operate` reports. */
  readonly report?: JsonObject;
}

/** Why a request could not be served. */
export interface SubjectError {
  readonly code: "unsupported" | "bad_request" | "internal";
  readonly message: string;
}

/** An answer of the subject, in the order of the requests. */
export type SubjectReply =
  | {
      readonly id: number;
      readonly op: "hello";
      readonly protocol: string;
      readonly name: string;
      readonly version: string;
      readonly language?: string;
      readonly capabilities: readonly SubjectCapability[];
    }
  | { readonly id: number; readonly op: "reset" }
  | ({ readonly id: number; readonly op: "apply" } & StimulusOutcome)
  | { readonly id: number; readonly op: "bye" }
  | { readonly id: number; readonly op: "error"; readonly error: SubjectError };
