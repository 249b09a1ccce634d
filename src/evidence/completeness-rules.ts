/** The completeness rules of OR-02 evidence, `EVD-01` to `EVD-14`, as predicates that tell their gaps. */
import type { BaselineEvidence } from "../contracts/observability/baseline-evidence.ts";
import { PAYLOAD_CLASSES, REDACTION_ACTIONS } from "../contracts/security/payload-class.ts";
import { SNAPSHOT_REFS } from "../contracts/spec/snapshot-ref.ts";
import type { Finding } from "../validators/diagnostic-list.ts";
import { oneOf } from "../validators/expected-words.ts";
import { isDecisionOutcome } from "../validators/generated/decision-outcome.ts";
import { isInvocationOutcomeEvidence } from "../validators/generated/invocation-outcome-evidence.ts";

/** One reason why a record is incomplete, or, as a warning, why it could be better. */
export interface Gap extends Finding {
  /** The contract that the value breaks, when the value is a contract object of its own. */
  readonly contract?: "decision_outcome" | "invocation_outcome_evidence";
}

/** Tells the gaps that a record has by one rule. */
export type CompletenessRule = (entry: BaselineEvidence, tell: (gap: Gap) => void) => void;

const PAYLOAD_CLASS = oneOf(PAYLOAD_CLASSES);
const REDACTION_ACTION = oneOf(REDACTION_ACTIONS);
const SOME_TEXT = "a non-empty string";

const isText = (value: unknown): value is string => typeof value === "string" && value !== "";
const isPresent = (marker: unknown): marker is number => typeof marker === "number";
const isOneOf = (values: readonly string[], value: unknown) => values.some((known) => known === value);
/** Records of callers without types may lack a list; that is a gap, not a fault. */
const itemsOf = <T>(list: readonly T[]): readonly T[] => (Array.isArray(list) ? list : []);

const texts =
  (rule: string, ...names: (keyof BaselineEvidence)[]): CompletenessRule =>
  (entry, tell) => {
    for (const name of names) {
      const value = entry[name];
      if (!isText(value)) tell({ rule, path: `/${name}`, expected: SOME_TEXT, value });
    }
  };

const knownPayloadTags: CompletenessRule = ({ payload_tags }, tell) => {
  const tags = itemsOf(payload_tags);
  if (tags.length === 0) {
    tell({
      rule: "EVD-03",
      path: "/payload_tags",
      expected: "at least one payload tag",
      value: payload_tags,
    });
  }
  for (const [index, value] of tags.entries()) {
    if (isOneOf(PAYLOAD_CLASSES, value)) continue;
    tell({ rule: "EVD-03", path: `/payload_tags/${index}`, expected: PAYLOAD_CLASS, value });
  }
};

const oneRedactionDecisionEach: CompletenessRule = ({ payload_tags, redaction_decisions }, tell) => {
  const rule = "EVD-04";
  const decided = new Set<string>();
  for (const [index, decision] of itemsOf(redaction_decisions).entries()) {
    const path = `/redaction_decisions/${index}`;
    const { payload_class, action } = decision ?? {};
    if (!isOneOf(PAYLOAD_CLASSES, payload_class)) {
      tell({ rule, path: `${path}/payload_class`, expected: PAYLOAD_CLASS, value: payload_class });
    } else if (decided.has(payload_class)) {
      const expected = "a payload class that was not decided on before";
      tell({ rule, path: `${path}/payload_class`, expected, value: payload_class });
    }
    if (!isOneOf(REDACTION_ACTIONS, action)) {
      tell({ rule, path: `${path}/action`, expected: REDACTION_ACTION, value: action });
    }
    decided.add(payload_class);
  }
  for (const tag of new Set(itemsOf(payload_tags))) {
    if (decided.has(tag) || !isOneOf(PAYLOAD_CLASSES, tag)) continue;
    const expected = `a redaction decision for payload class "${tag}"`;
    tell({ rule, path: "/redaction_decisions", expected, value: redaction_decisions });
  }
};

const hexPlanHash: CompletenessRule = ({ plan_hash }, tell) => {
  if (!isText(plan_hash) || /^[0-9a-fA-F]{64}$/.test(plan_hash)) return;
  tell({
    rule: "EVD-05",
    path: "/plan_hash",
    expected: "64 hex characters",
    value: plan_hash,
    severity: "warning",
  });
};

const sixProvenanceRefs: CompletenessRule = ({ snapshot_provenance }, tell) => {
  const refs: Readonly<Record<string, unknown>> = snapshot_provenance ?? {};
  for (const name of SNAPSHOT_REFS) {
    if (isText(refs[name])) continue;
    tell({ rule: "EVD-06", path: `/snapshot_provenance/${name}`, expected: SOME_TEXT, value: refs[name] });
  }
};

const validDecisions: CompletenessRule = ({ decision_outcomes }, tell) => {
  const rule = "EVD-07";
  if (itemsOf(decision_outcomes).length === 0) {
    const expected = "at least one decision outcome";
    tell({ rule, path: "/decision_outcomes", expected, value: decision_outcomes });
  }
  for (const [index, value] of itemsOf(decision_outcomes).entries()) {
    if (isDecisionOutcome(value)) continue;
    const path = `/decision_outcomes/${index}`;
    tell({ rule, path, expected: "a valid decision_outcome", value, contract: "decision_outcome" });
  }
};

const validInvocations: CompletenessRule = ({ invocation_outcomes }, tell) => {
  for (const [index, value] of itemsOf(invocation_outcomes).entries()) {
    if (isInvocationOutcomeEvidence(value)) continue;
    const path = `/invocation_outcomes/${index}`;
    const expected = "a valid invocation_outcome_evidence";
    tell({ rule: "EVD-08", path, expected, value, contract: "invocation_outcome_evidence" });
  }
};

const uniqueOrderingMarkers: CompletenessRule = ({ ordering_markers }, tell) => {
  const rule = "EVD-09";
  const markers = itemsOf(ordering_markers);
  if (markers.length === 0) {
    tell({
      rule,
      path: "/ordering_markers",
      expected: "at least one ordering marker",
      value: ordering_markers,
    });
  }
  const seen = new Set<string>();
  for (const [index, value] of markers.entries()) {
    const path = `/ordering_markers/${index}`;
    if (!isText(value)) tell({ rule, path, expected: SOME_TEXT, value });
    else if (seen.has(value)) tell({ rule, path, expected: "every marker once", value });
    seen.add(value);
  }
};

const writableEpoch: CompletenessRule = ({ authority_epoch: value }, tell) => {
  if (Number.isSafeInteger(value) && value >= 0) return;
  tell({ rule: "EVD-11", path: "/authority_epoch", expected: "an epoch >= 0", value });
};

const terminalWithClose: CompletenessRule = ({ terminal_outcome, terminal_reason, close_emitted }, tell) => {
  const rule = "EVD-12";
  if (terminal_outcome !== "commit" && terminal_outcome !== "abort") {
    tell({ rule, path: "/terminal_outcome", expected: '"commit" or "abort"', value: terminal_outcome });
  }
  if (terminal_outcome === "abort" && !isText(terminal_reason)) {
    tell({ rule, path: "/terminal_reason", expected: "a reason for abort", value: terminal_reason });
  }
  if (close_emitted !== true) {
    tell({ rule, path: "/close_emitted", expected: "true", value: close_emitted });
  }
};

const fencedCancel: CompletenessRule = (entry, tell) => {
  if (!isPresent(entry.cancel_accepted_at_ms)) return;
  for (const name of ["cancel_fence_applied_at_ms", "cancel_sent_at_ms"] as const) {
    if (isPresent(entry[name])) continue;
    tell({
      rule: "EVD-13",
      path: `/${name}`,
      expected: "a marker of the accepted cancel",
      value: entry[name],
    });
  }
};

const terminalAfterOpen: CompletenessRule = ({ turn_open_at_ms, turn_terminal_at_ms: value }, tell) => {
  if (!isPresent(turn_open_at_ms) || !isPresent(value) || value >= turn_open_at_ms) return;
  const expected = `a time at or after turn_open_at_ms ${turn_open_at_ms}`;
  tell({ rule: "EVD-14", path: "/turn_terminal_at_ms", expected, value });
};

/** The rules, in the order of their numbers. */
export const COMPLETENESS_RULES: readonly CompletenessRule[] = [
  texts("EVD-01", "session_id", "turn_id", "pipeline_version", "event_id"),
  texts("EVD-02", "envelope_snapshot"),
  knownPayloadTags,
  oneRedactionDecisionEach,
  texts("EVD-05", "plan_hash"),
  hexPlanHash,
  sixProvenanceRefs,
  validDecisions,
  validInvocations,
  uniqueOrderingMarkers,
  texts("EVD-10", "merge_rule_id", "merge_rule_version"),
  writableEpoch,
  terminalWithClose,
  fencedCancel,
  terminalAfterOpen,
];
