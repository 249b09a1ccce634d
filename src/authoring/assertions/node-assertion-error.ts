/** The error of an assertion about a run; test runners know it by its name. */
import type { NodeRuleId } from "../rules/node-rules.ts";
import type { Transcribed } from "../script/output-marbles.ts";
import { type Finding, findingText } from "./finding.ts";

/** Thrown by the assertions. `expected` and `actual` are the ends of the comparison in words. */
export class NodeAssertionError extends Error {
  override readonly name = "AssertionError";
  readonly code = "ERR_ASSERTION";
  readonly expected: string;
  readonly actual: string;
  /** The rule that was broken, where there is one. */
  readonly rule: NodeRuleId | undefined;

  constructor(subject: Transcribed, finding: Finding) {
    super(findingText(subject, finding));
    this.expected = finding.expected;
    this.actual = finding.received;
    this.rule = finding.rule;
  }
}

/** Throws a NodeAssertionError for a finding that does not hold. */
export function demandFinding(subject: Transcribed, finding: Finding): void {
  if (!finding.holds) throw new NodeAssertionError(subject, finding);
}
