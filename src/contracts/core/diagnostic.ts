/**
 * A diagnostic: one broken rule, told to the person who must mend it.
 *
 * Diagnostics are values, never exceptions. They come in a deterministic order (declared field order,
 * then the named rules) and are capped at {@link MAX_DIAGNOSTICS} with a count of the rest.
 */

/** Most diagnostics that one result carries; a result counts what it left out in `omitted`. */
export const MAX_DIAGNOSTICS = 100;

/** `error` for a broken MUST rule, `warning` for a broken SHOULD rule. */
export type Severity = "error" | "warning";

/** One broken rule of one artifact. */
export interface Diagnostic {
  /** Public, stable rule id such as `EVT-04`. */
  readonly rule: string;
  /** Rule and signal for a rule that a signal family refines, such as `SIG-05/watermark`. */
  readonly sub?: string;
  readonly severity: Severity;
  /** JSON Pointer (RFC 6901) to the offending value; `""` is the artifact itself. */
  readonly path: string;
  /** What is wrong, in one sentence without a final period. */
  readonly message: string;
  readonly expected?: string;
  readonly received?: string;
  /** How to go on. */
  readonly hint?: string;
  /** Where the rule is written down. */
  readonly source?: string;
  /** 1-based line in the text, when the artifact came as text. */
  readonly line?: number;
  /** 1-based column in UTF-16 code units, when the artifact came as text. */
  readonly column?: number;
}
