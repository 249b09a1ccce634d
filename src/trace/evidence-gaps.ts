/**
 * The completeness rules of OR-02 evidence that a record breaks, by id: `EVD-01` to `EVD-14`, MUST only.
 *
 * The room that explains incomplete records lies to the right of this one, so a trace check only says
 * which rules are broken. A test holds the two to the same answer.
 */
import type { BaselineEvidence } from "../contracts/observability/baseline-evidence.ts";
import { PAYLOAD_CLASSES, REDACTION_ACTIONS } from "../contracts/security/payload-class.ts";
import { SNAPSHOT_REFS } from "../contracts/spec/snapshot-ref.ts";
import { isDecisionOutcome } from "../validators/generated/decision-outcome.ts";
import { isInvocationOutcomeEvidence } from "../validators/generated/invocation-outcome-evidence.ts";

const isText = (value: unknown): boolean => typeof value === "string" && value !== "";
const isSet = (values: readonly unknown[]): boolean => new Set(values).size === values.length;
const isOneOf = (values: readonly unknown[], value: unknown): boolean => values.includes(value);
const isPresent = (value: unknown): value is number => typeof value === "number";
/** Records of callers without types may lack a list; that is a gap, not a fault. */
const itemsOf = <T>(list: readonly T[]): readonly T[] => (Array.isArray(list) ? list : []);

const RULES: readonly (readonly [rule: string, isMet: (entry: BaselineEvidence) => boolean])[] = [
  [
    "EVD-01",
    (entry) => [entry.session_id, entry.turn_id, entry.pipeline_version, entry.event_id].every(isText),
  ],
  ["EVD-02", (entry) => isText(entry.envelope_snapshot)],
  [
    "EVD-03",
    ({ payload_tags }) => {
      const tags = itemsOf(payload_tags);
      return tags.length > 0 && tags.every((tag) => isOneOf(PAYLOAD_CLASSES, tag));
    },
  ],
  ["EVD-04", isRedacted],
  ["EVD-05", (entry) => isText(entry.plan_hash)],
  [
    "EVD-06",
    ({ snapshot_provenance }) => {
      const refs: Readonly<Record<string, unknown>> = snapshot_provenance ?? {};
      return SNAPSHOT_REFS.every((name) => isText(refs[name]));
    },
  ],
  [
    "EVD-07",
    ({ decision_outcomes }) => {
      const decisions = itemsOf(decision_outcomes);
      return decisions.length > 0 && decisions.every((one) => isDecisionOutcome(one));
    },
  ],
  ["EVD-08", (entry) => itemsOf(entry.invocation_outcomes).every((one) => isInvocationOutcomeEvidence(one))],
  [
    "EVD-09",
    ({ ordering_markers }) => {
      const markers = itemsOf(ordering_markers);
      return markers.length > 0 && markers.every(isText) && isSet(markers);
    },
  ],
  ["EVD-10", (entry) => isText(entry.merge_rule_id) && isText(entry.merge_rule_version)],
  ["EVD-11", (entry) => isPresent(entry.authority_epoch) && entry.authority_epoch >= 0],
  [
    "EVD-12",
    ({ terminal_outcome: outcome, terminal_reason, close_emitted }) =>
      close_emitted === true && (outcome === "commit" || (outcome === "abort" && isText(terminal_reason))),
  ],
  [
    "EVD-13",
    (entry) =>
      !isPresent(entry.cancel_accepted_at_ms) ||
      (isPresent(entry.cancel_fence_applied_at_ms) && isPresent(entry.cancel_sent_at_ms)),
  ],
  [
    "EVD-14",
    ({ turn_open_at_ms: open, turn_terminal_at_ms: terminal }) =>
      !isPresent(open) || !isPresent(terminal) || terminal >= open,
  ],
];

function isRedacted({ payload_tags, redaction_decisions }: BaselineEvidence): boolean {
  const decisions = itemsOf(redaction_decisions);
  const decided = decisions.map((one) => one?.payload_class);
  return (
    decided.every((name) => isOneOf(PAYLOAD_CLASSES, name)) &&
    isSet(decided) &&
    decisions.every((one) => isOneOf(REDACTION_ACTIONS, one?.action)) &&
    itemsOf(payload_tags).every((tag) => isOneOf(decided, tag) || !isOneOf(PAYLOAD_CLASSES, tag))
  );
}

/** Ids of the rules that the record breaks, in order; none for a complete record. */
export function evidenceGaps(entry: BaselineEvidence): readonly string[] {
  return RULES.filter(([, isMet]) => !isMet(entry)).map(([rule]) => rule);
}
