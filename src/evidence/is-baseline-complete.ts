/**
 * The quick answers about a record: was the turn accepted, is its evidence complete (EVD-01 to EVD-14).
 *
 * They stand apart from the reasons in `completeness-rules.ts`, and apart from the compiled validators of
 * what is nested, so that an entry that only counts turns stays small; property tests hold them to the same
 * answers.
 */
import type { BaselineEvidence } from "../contracts/observability/baseline-evidence.ts";
import { PAYLOAD_CLASSES, REDACTION_ACTIONS } from "../contracts/security/payload-class.ts";
import { INTEGER, listOf, objectWith, oneOf, TEXT } from "../internal/input-shape.ts";
import { isQuickDecision } from "./quick-decision.ts";
import { isQuickInvocation } from "./quick-invocation.ts";

const PAYLOAD_CLASS = oneOf(PAYLOAD_CLASSES);

const RECORD = objectWith({
  session_id: TEXT,
  turn_id: TEXT,
  pipeline_version: TEXT,
  event_id: TEXT,
  envelope_snapshot: TEXT,
  payload_tags: listOf(PAYLOAD_CLASS),
  redaction_decisions: listOf(objectWith({ payload_class: PAYLOAD_CLASS, action: oneOf(REDACTION_ACTIONS) })),
  plan_hash: TEXT,
  snapshot_provenance: objectWith({
    routing_view_snapshot: TEXT,
    admission_policy_snapshot: TEXT,
    abi_compatibility_snapshot: TEXT,
    version_resolution_snapshot: TEXT,
    policy_resolution_snapshot: TEXT,
    provider_health_snapshot: TEXT,
  }),
  ordering_markers: listOf(TEXT),
  merge_rule_id: TEXT,
  merge_rule_version: TEXT,
  authority_epoch: INTEGER,
  terminal_outcome: oneOf(["commit", "abort"]),
});

const isPresent = (marker: unknown): marker is number => typeof marker === "number";
const isSet = (values: readonly unknown[]): boolean => new Set(values).size === values.length;

/** Records of callers without types may lack a list; that is a gap, not a fault. */
const itemsOf = (list: readonly unknown[]): readonly unknown[] => (Array.isArray(list) ? list : []);

/** Whether the turn of the record was accepted. */
export function isAccepted(entry: BaselineEvidence): boolean {
  return entry.turn_open_at_ms !== undefined;
}

/** Whether every MUST rule of completeness holds. */
export function isBaselineComplete(entry: BaselineEvidence): boolean {
  if (RECORD(entry) !== undefined) return false;
  const { payload_tags, decision_outcomes, ordering_markers, terminal_outcome } = entry;
  const { turn_open_at_ms: open, turn_terminal_at_ms: terminal } = entry;
  const decided = entry.redaction_decisions.map((decision) => decision.payload_class);
  const isFenced = isPresent(entry.cancel_fence_applied_at_ms) && isPresent(entry.cancel_sent_at_ms);
  return (
    // EVD-03, EVD-04
    payload_tags.length > 0 &&
    payload_tags.every((tag) => decided.includes(tag)) &&
    isSet(decided) &&
    // EVD-07 to EVD-09
    itemsOf(decision_outcomes).length > 0 &&
    decision_outcomes.every(isQuickDecision) &&
    itemsOf(entry.invocation_outcomes).every(isQuickInvocation) &&
    ordering_markers.length > 0 &&
    isSet(ordering_markers) &&
    // EVD-12 to EVD-14
    (terminal_outcome === "commit" || TEXT(entry.terminal_reason) === undefined) &&
    entry.close_emitted === true &&
    (!isPresent(entry.cancel_accepted_at_ms) || isFenced) &&
    (!isPresent(open) || !isPresent(terminal) || terminal >= open)
  );
}
