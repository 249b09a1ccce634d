/** How governance verdicts tell what is against a policy. */
import type { GovernanceViolation } from "../../contracts/compat/conformance-governance-report.ts";
import { describeValue } from "../../internal/describe-value.ts";
import type { InputShape } from "../../internal/input-shape.ts";

/** Any string: an empty one is for the verdict to tell, not a misuse. */
export const ANY_TEXT: InputShape<string> = (received) =>
  typeof received === "string" ? undefined : { path: "", expected: "a string", received };

/** What a violation is made of. */
export interface Finding {
  readonly code: string;
  readonly path: string;
  readonly expected: string | boolean;
  readonly received: string | boolean;
  /** `expected` in words, where its value alone would not be understood. */
  readonly words?: string;
}

/** The violation with its message. */
export function violationOf({ code, path, expected, received, words }: Finding): GovernanceViolation {
  const message = `Cannot accept ${path}: expected ${words ?? describeValue(expected)} but received ${describeValue(received)}`;
  return { code, path, message, expected, received };
}

/** The frame that every policy file has: what it is, and a name. */
export interface PolicyFrame {
  readonly schema_version: string;
  readonly idField: "policy_id" | "profile_id";
  readonly id: string;
}

/** Violations of the frame. */
export function frameViolations(frame: PolicyFrame, schemaVersion: string): GovernanceViolation[] {
  const found: GovernanceViolation[] = [];
  if (frame.schema_version !== schemaVersion) {
    const received = frame.schema_version;
    found.push(
      violationOf({
        code: "schema_version_unknown",
        path: "schema_version",
        expected: schemaVersion,
        received,
      }),
    );
  }
  if (frame.id === "") {
    const path = frame.idField;
    found.push(
      violationOf({
        code: `${path}_missing`,
        path,
        expected: "a non-empty string",
        received: "",
        words: "a non-empty string",
      }),
    );
  }
  return found;
}

/** A verdict's end: whether it passed, and what it found. */
export function outcomeOf(violations: GovernanceViolation[]) {
  return { passed: violations.length === 0, violation_count: violations.length, violations };
}
