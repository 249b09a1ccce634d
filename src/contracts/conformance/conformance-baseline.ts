/** A conformance baseline: failures that are known, why, and until when they are put up with. */

/** One known failure. */
export interface KnownFailure {
  readonly check_id: string;
  /** Failure code that is expected; another failure is a new one. */
  readonly code: string;
  readonly reason: string;
  /** Link to where it is tracked. */
  readonly issue: string;
  readonly owner: string;
  /** Last day on which it is accepted, such as 2026-12-31. */
  readonly expires: string;
}

/** The known failures of one subject. */
export interface ConformanceBaseline {
  readonly schema_version: "rspp.conformance.baseline.v1";
  readonly subject: string;
  readonly known_failures: readonly KnownFailure[];
}
