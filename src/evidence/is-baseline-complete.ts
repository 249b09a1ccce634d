/**
 * The quick answers about a record: was the turn accepted, is its evidence complete (EVD-01 to EVD-14).
 *
 * They stand apart from the reasons in `completeness-rules.ts` so that an entry that only counts turns stays
 * small; a property test holds the two to the same answer.
 */
import type { BaselineEvidence } from "../contracts/observability/baseline-evidence.ts";
import { PAYLOAD_CLASSES, REDACTION_ACTIONS } from "../contracts/security/payload-class.ts";
import { SNAPSHOT_REFS } from "../contracts/spec/snapshot-ref.ts";
import { isDecisionOutcome } from "../validators/generated/decision-outcome.ts";
import { isInvocationOutcomeEvidence } from "../validators/generated/invocation-outcome-evidence.ts";

const TEXTS = [
  "session_id",
  "turn_id",
  "pipeline_version",
  "event_id",
  "envelope_snapshot",
  "plan_hash",
  "merge_rule_id",
  "merge_rule_version",
] as const satisfies (keyof BaselineEvidence)[];

const isText = (value: unknown): boolean => typeof value === "string" && value !== "";
const isPresent = (marker: unknown): marker is number => typeof marker === "number";
const isOneOf = (values: readonly unknown[], value: unknown): boolean => values.includes(value);
const isSet = (values: readonly unknown[]): boolean => new Set(values).size === values.length;
/** Records of callers without types may lack a list; that is a gap, not a fault. */
const itemsOf = <T>(list: readonly T[]): readonly T[] => (Array.isArray(list) ? list : []);

/** Whether the turn of the record was accepted. */
export function isAccepted(entry: BaselineEvidence): boolean {
  return entry.turn_open_at_ms !== undefined;
}

/** Whether every MUST rule of completeness holds. */
export function isBaselineComplete(entry: BaselineEvidence): boolean {
  const markers = itemsOf(entry.ordering_markers);
  const decisions = itemsOf(entry.decision_outcomes);
  const refs: Readonly<Record<string, unknown>> = entry.snapshot_provenance ?? {};
  return (
    TEXTS.every((name) => isText(entry[name])) &&
    isRedacted(entry) &&
    SNAPSHOT_REFS.every((name) => isText(refs[name])) &&
    decisions.length > 0 &&
    decisions.every((decision) => isDecisionOutcome(decision)) &&
    itemsOf(entry.invocation_outcomes).every((outcome) => isInvocationOutcomeEvidence(outcome)) &&
    markers.length > 0 &&
    markers.every(isText) &&
    isSet(markers) &&
    entry.authority_epoch >= 0 &&
    isEnded(entry)
  );
}

/** EVD-03 and EVD-04. */
function isRedacted({ payload_tags, redaction_decisions }: BaselineEvidence): boolean {
  const tags = itemsOf(payload_tags);
  const decisions = itemsOf(redaction_decisions);
  const decided = decisions.map((decision) => decision?.payload_class);
  return (
    tags.length > 0 &&
    tags.every((tag) => isOneOf(PAYLOAD_CLASSES, tag) && isOneOf(decided, tag)) &&
    decided.every((name) => isOneOf(PAYLOAD_CLASSES, name)) &&
    isSet(decided) &&
    decisions.every((decision) => isOneOf(REDACTION_ACTIONS, decision.action))
  );
}

/** EVD-12 to EVD-14. */
function isEnded(entry: BaselineEvidence): boolean {
  const { terminal_outcome: outcome, turn_open_at_ms: open, turn_terminal_at_ms: terminal } = entry;
  const fenced = isPresent(entry.cancel_fence_applied_at_ms) && isPresent(entry.cancel_sent_at_ms);
  return (
    (outcome === "commit" || (outcome === "abort" && isText(entry.terminal_reason))) &&
    entry.close_emitted === true &&
    (!isPresent(entry.cancel_accepted_at_ms) || fenced) &&
    (!isPresent(open) || !isPresent(terminal) || terminal >= open)
  );
}
