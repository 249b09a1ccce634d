/** A conformance report: what the checks found about one or more subjects. */
import type { SubjectCapability } from "./capability.ts";
import type { JsonObject } from "./stimulus.ts";

/** What a check says of a subject. */
export type ConformanceVerdict = "pass" | "fail" | "not_applicable" | "could_not_run";

/** One row of the timeline of a failure. */
export interface TimelineRow {
  /** Monotonic time since the run began, in ms. */
  readonly at_ms: number;
  readonly from: "world" | "subject";
  /** Name of the stimulus, signal or lane. */
  readonly name: string;
  readonly turn_id?: string;
  /** What else tells the row apart, such as `reason=cancelled epoch=7`. */
  readonly detail: string;
  readonly event_id?: string;
  /** The first event (or missing answer) that proves the failure. */
  readonly marked?: boolean;
}

/** Why a check failed, at the smallest scenario that shows it. */
export interface CheckFailure {
  /** Public, stable code. */
  readonly code: string;
  readonly requirement: string;
  readonly message: string;
  readonly expected: string;
  readonly received: string;
  readonly likely_cause?: string;
  readonly seed: number;
  readonly path?: string;
  /** Command that shows the failure again. */
  readonly replay: string;
  readonly scenario_id?: string;
  /** The minimal script: each item is the stimuli of one instant. */
  readonly stimuli: readonly (readonly JsonObject[])[];
  readonly timeline: readonly TimelineRow[];
}

/** How a known failure stands in the baseline. */
export interface BaselineStanding {
  readonly status: "known" | "stale" | "expired" | "other_failure";
  readonly reason: string;
  readonly issue: string;
  readonly owner: string;
  readonly expires: string;
}

/** What one check found about one subject. */
export interface CheckResult {
  readonly check_id: string;
  /** MUST fails the run, SHOULD warns. */
  readonly level: "MUST" | "SHOULD";
  readonly title: string;
  readonly requirement: string;
  readonly source: string;
  readonly verdict: ConformanceVerdict;
  /** Runs of scenarios and schedules that were executed. */
  readonly runs: number;
  /** Why it did not apply or could not run. */
  readonly reason?: string;
  /** Capability that the subject does not declare. */
  readonly missing_capability?: SubjectCapability;
  readonly failure?: CheckFailure;
  readonly baseline?: BaselineStanding;
}

/** What all checks found about one subject. */
export interface SubjectReport {
  readonly name: string;
  readonly version: string;
  readonly language?: string;
  readonly capabilities: readonly SubjectCapability[];
  readonly passed: boolean;
  readonly summary: {
    /** Checks of the profile. */
    readonly expected: number;
    /** Checks that were executed to a verdict of pass or fail. */
    readonly executed: number;
    readonly pass: number;
    readonly fail: number;
    /** Failures of SHOULD checks; not counted in `fail`. */
    readonly warn: number;
    readonly known: number;
    readonly not_applicable: number;
    readonly could_not_run: number;
  };
  readonly results: readonly CheckResult[];
}

/** A conformance report. Equal seeds, subjects and kits give equal bytes. */
export interface ConformanceReport {
  readonly schema_version: "rspp.conformance.report.v1";
  readonly kit_version: string;
  readonly profile: "quick" | "full";
  readonly seed: number;
  readonly passed: boolean;
  readonly subjects: readonly SubjectReport[];
}
