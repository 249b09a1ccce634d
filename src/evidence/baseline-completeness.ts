/**
 * Whether OR-02 evidence of a turn is complete, rules EVD-01 to EVD-14; gate G5 counts complete turns.
 *
 * Completeness is not shape: an incomplete record is readable, and what it lacks is listed. The quick
 * answer and the list come from the same rules, which only differ in who listens.
 */
import type { Diagnostic } from "../contracts/core/diagnostic.ts";
import type { BaselineEvidence } from "../contracts/observability/baseline-evidence.ts";
import { pointerKeys } from "../internal/json-pointer.ts";
import { diagnose } from "../validators/diagnose.ts";
import { DiagnosticList } from "../validators/diagnostic-list.ts";
import { decisionOutcomeShape } from "../validators/generated/decision-outcome.ts";
import { invocationOutcomeEvidenceShape } from "../validators/generated/invocation-outcome-evidence.ts";
import { COMPLETENESS_RULES, type Gap } from "./completeness-rules.ts";
import { isAccepted } from "./is-baseline-complete.ts";

/** What is known about the completeness of one record. */
export interface BaselineCompleteness {
  /** Whether every MUST rule holds. */
  readonly complete: boolean;
  /** Whether the turn was accepted: it has `turn_open_at_ms`. Gate G5 counts accepted turns only. */
  readonly accepted: boolean;
  /** What is missing, as errors, and broken SHOULD rules, as warnings; in the order of the rules. */
  readonly diagnostics: readonly Diagnostic[];
  /** Diagnostics beyond the first 100; absent when there are none. */
  readonly omitted?: number;
}

/**
 * Checks the completeness of a record. Paths are JSON Pointers from the record. A field that is missing
 * or malformed is a gap like any other: nothing is thrown for it. Source: NF-028, contracts-v1 section 7.
 *
 * @since 0.1.0
 */
export function checkBaselineCompleteness(entry: BaselineEvidence): BaselineCompleteness {
  const list = new DiagnosticList();
  for (const rule of COMPLETENESS_RULES) rule(entry, (gap) => explain(gap, list));
  const { diagnostics, omitted } = list;
  return {
    complete: diagnostics.every(({ severity }) => severity === "warning"),
    accepted: isAccepted(entry),
    diagnostics,
    ...(omitted > 0 && { omitted }),
  };
}

const SHAPES = {
  decision_outcome: decisionOutcomeShape,
  invocation_outcome_evidence: invocationOutcomeEvidenceShape,
};

/** A gap that is an invalid contract object is told field by field, with the rule of that contract. */
function explain(gap: Gap, list: DiagnosticList): void {
  const inner =
    gap.contract === undefined ? [] : diagnose(SHAPES[gap.contract], gap.value, { open: false }).diagnostics;
  if (inner.length === 0) list.add(gap);
  for (const { rule, path, expected, hint } of inner) {
    const keys = pointerKeys(path) ?? [];
    list.add({
      rule: gap.rule,
      path: gap.path + path,
      expected: expected ?? gap.expected,
      value: keys.reduce<unknown>((outer, key) => (outer as Record<string, unknown>)[key], gap.value),
      hint: hint === undefined ? `See ${rule}` : `${hint} (${rule})`,
    });
  }
}
