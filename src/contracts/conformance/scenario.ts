/** A scenario: a script of stimuli with what a conforming runtime answers, as data. */
import type { SubjectCapability } from "./capability.ts";
import type { JsonObject } from "./stimulus.ts";

/** A whole number, or `$name` of a parameter. */
export type Count = number | string;

/**
 * Members that an object must have. A member that is an object with one of the operators `$in`, `$exists`,
 * `$gte`, `$lte` is compared by it; other objects are patterns again; everything else must be equal.
 */
export type Pattern = JsonObject;

/** What must hold of the answer to a step or of a whole run. */
export interface Expectation {
  /** Public, stable code of the failure, such as `late_output_delivered`. */
  readonly code: string;
  /** Requirement that it comes from, such as `INV-CXL-02`; the first of the check unless told. */
  readonly requirement?: string;
  /** What usually is wrong in a runtime that fails here. */
  readonly likely_cause?: string;
  /** Events that match these, in this order; others may stand between. */
  readonly emits?: readonly Pattern[];
  /** No event matches any of these. */
  readonly never?: readonly Pattern[];
  /** Turn boundary signals of a turn in order, abort with its reason: `["turn_open", "abort:cancelled", "close"]`. */
  readonly lifecycle?: { readonly turn_id: string; readonly signals: readonly string[] };
  /** How many events match. */
  readonly count?: { readonly of: Pattern; readonly at_least?: Count; readonly at_most?: Count };
  /** At least one of these holds. */
  readonly any_of?: readonly Omit<Expectation, "code">[];
  readonly verdict?: { readonly accepted: boolean };
  /** Some OR-02 evidence matches. */
  readonly evidence?: Pattern;
  /** Some plan matches. */
  readonly plan?: Pattern;
  /** Divergences are exactly of these classes, in any order. */
  readonly divergences?: readonly string[];
  readonly report?: Pattern;
}

/** One step: time passes, then stimuli of one instant. */
export interface ScenarioStep {
  readonly after_ms?: Count;
  /** Stimuli; `session_id` is `sess-1` unless told. Empty only lets time pass. */
  readonly apply: readonly JsonObject[];
  /** How often the step is done; 1 unless told. `#` in a string member stands for the 1-based repetition. */
  readonly times?: Count;
  /** What must hold of each answer. */
  readonly expect?: readonly Expectation[];
}

/** A script with its expectations. */
export interface Scenario {
  readonly schema_version: "rspp.conformance.scenario.v1";
  /** `<check id>/<name>`. */
  readonly scenario_id: string;
  readonly check_id: string;
  readonly title: string;
  readonly needs: readonly SubjectCapability[];
  /** Parameters and their bounds; failures shrink towards `min`. */
  readonly vary?: { readonly [name: string]: { readonly min: number; readonly max: number } };
  /** Changes to the standard plan, as an RFC 7396 merge patch. */
  readonly plan?: JsonObject;
  readonly steps: readonly ScenarioStep[];
  /** What must hold of the whole run. */
  readonly finally?: readonly Expectation[];
  /** Invariants that the run must give occasion to judge. All others must hold where they can be judged. */
  readonly evaluates?: readonly string[];
}
