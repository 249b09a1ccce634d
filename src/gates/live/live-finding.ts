/** How live evaluations tell what is wrong with a report. */
import type { LiveFinding } from "../../contracts/observability/live-gate-fields.ts";
import { describeValue } from "../../internal/describe-value.ts";

/** What a finding is made of. */
export interface LiveFindingParts {
  readonly code: string;
  readonly path: string;
  readonly expected: string;
  readonly received: unknown;
}

/** A finding that says what was expected. */
export function liveFinding({ code, path, expected, received }: LiveFindingParts): LiveFinding {
  return {
    code,
    path,
    message: `Cannot accept ${path}: expected ${expected} but received ${describeValue(received)}`,
  };
}
