/** Vectors of completeness: records that are well formed, and complete or not under EVD-01 to EVD-14. */
import type { RuleLevel } from "../../../src/contracts/core/rule.ts";
import type { BaselineEvidence } from "../../../src/contracts/observability/baseline-evidence.ts";
import { baselineEvidenceContract } from "../../../src/contracts/observability/baseline-evidence.ts";
import { invocationOutcomeEvidenceContract } from "../../../src/contracts/provider/invocation-outcome-evidence.ts";
import type { Vector, Verdict } from "./vector.ts";
import { vector } from "./vector.ts";

const { kind, example } = baselineEvidenceContract;
const { turn_open_at_ms: OPEN = 0 } = example;
const [DECISION] = example.decision_outcomes;
const INVOCATION = invocationOutcomeEvidenceContract.example;
const CANCEL = { cancel_accepted_at_ms: 300, cancel_fence_applied_at_ms: 310, cancel_sent_at_ms: 305 };

type Row = readonly [
  rule: string,
  expect: Verdict,
  name: string,
  note: string,
  change: Partial<BaselineEvidence>,
  level?: RuleLevel,
];

const ROWS: readonly Row[] = [
  ["EVD-01", "accept", "identity", "All four identity fields are there", {}],
  ["EVD-01", "incomplete", "session-id-empty", "session_id is empty", { session_id: "" }],
  ["EVD-01", "incomplete", "turn-id-empty", "turn_id is empty", { turn_id: "" }],
  ["EVD-01", "incomplete", "pipeline-version-empty", "pipeline_version is empty", { pipeline_version: "" }],
  ["EVD-01", "incomplete", "event-id-empty", "event_id is empty", { event_id: "" }],
  [
    "EVD-02",
    "accept",
    "envelope-snapshot",
    "envelope_snapshot is there",
    { envelope_snapshot: "eventabi/v2" },
  ],
  [
    "EVD-02",
    "incomplete",
    "envelope-snapshot-empty",
    "envelope_snapshot is empty",
    { envelope_snapshot: "" },
  ],
  ["EVD-03", "accept", "every-payload-tag", "Every payload class is tagged and decided on", everyClass()],
  [
    "EVD-03",
    "incomplete",
    "no-payload-tag",
    "No payload class is tagged",
    { payload_tags: [], redaction_decisions: [] },
  ],
  [
    "EVD-03",
    "incomplete",
    "unknown-payload-tag",
    "A payload tag is not a payload class",
    { payload_tags: ["metadata", "secret"] },
  ],
  [
    "EVD-04",
    "accept",
    "tag-twice",
    "A class that is tagged twice needs one decision",
    { payload_tags: ["metadata", "metadata"] },
  ],
  [
    "EVD-04",
    "incomplete",
    "class-without-a-decision",
    "A tagged class has no decision",
    { payload_tags: ["metadata", "PII"] },
  ],
  [
    "EVD-04",
    "incomplete",
    "class-decided-twice",
    "A class has two decisions",
    { redaction_decisions: [...example.redaction_decisions, ...example.redaction_decisions] },
  ],
  [
    "EVD-04",
    "incomplete",
    "unknown-action",
    "A decision has an unknown action",
    { redaction_decisions: [{ payload_class: "metadata", action: "blur" }] },
  ],
  [
    "EVD-04",
    "incomplete",
    "unknown-class",
    "A decision is about an unknown class",
    { redaction_decisions: [...example.redaction_decisions, { payload_class: "secret", action: "drop" }] },
  ],
  [
    "EVD-05",
    "accept",
    "plan-hash",
    "plan_hash has 64 hex characters",
    { plan_hash: "0123456789abcdef".repeat(4) },
  ],
  ["EVD-05", "incomplete", "plan-hash-empty", "plan_hash is empty", { plan_hash: "" }],
  [
    "EVD-05",
    "warn",
    "plan-hash-not-hex",
    "plan_hash is there but has no 64 hex characters",
    { plan_hash: "plan-1" },
    "SHOULD",
  ],
  ["EVD-06", "accept", "provenance", "All six provenance references are there", {}],
  [
    "EVD-06",
    "incomplete",
    "provenance-reference-missing",
    "A provenance reference is missing",
    { snapshot_provenance: withoutRoutingView() },
  ],
  [
    "EVD-06",
    "incomplete",
    "provenance-reference-empty",
    "A provenance reference is empty",
    { snapshot_provenance: { ...example.snapshot_provenance, policy_resolution_snapshot: "" } },
  ],
  [
    "EVD-07",
    "accept",
    "two-decisions",
    "Two valid decision outcomes",
    { decision_outcomes: [{ ...DECISION }, { ...DECISION }] },
  ],
  ["EVD-07", "incomplete", "no-decision", "There is no decision outcome", { decision_outcomes: [] }],
  [
    "EVD-07",
    "incomplete",
    "invalid-decision",
    "A decision outcome breaks its own contract",
    { decision_outcomes: [{ ...DECISION, emitted_by: "RK-24" }] },
  ],
  [
    "EVD-08",
    "accept",
    "valid-invocation",
    "A valid invocation outcome",
    { invocation_outcomes: [INVOCATION] },
  ],
  [
    "EVD-08",
    "incomplete",
    "invalid-invocation",
    "The total latency is below that of the last attempt",
    { invocation_outcomes: [{ ...INVOCATION, total_invocation_latency_ms: 0 }] },
  ],
  [
    "EVD-09",
    "accept",
    "two-ordering-markers",
    "Two different ordering markers",
    { ordering_markers: ["a", "b"] },
  ],
  ["EVD-09", "incomplete", "no-ordering-marker", "There is no ordering marker", { ordering_markers: [] }],
  [
    "EVD-09",
    "incomplete",
    "ordering-marker-empty",
    "An ordering marker is empty",
    { ordering_markers: ["a", ""] },
  ],
  [
    "EVD-09",
    "incomplete",
    "ordering-marker-twice",
    "An ordering marker stands twice",
    { ordering_markers: ["a", "a"] },
  ],
  [
    "EVD-10",
    "accept",
    "merge-rule",
    "The merge rule has an id and a version",
    { merge_rule_version: "2.1.0" },
  ],
  ["EVD-10", "incomplete", "merge-rule-id-empty", "merge_rule_id is empty", { merge_rule_id: "" }],
  [
    "EVD-10",
    "incomplete",
    "merge-rule-version-empty",
    "merge_rule_version is empty",
    { merge_rule_version: "" },
  ],
  ["EVD-11", "accept", "epoch-zero", "Epochs start at zero", { authority_epoch: 0 }],
  ["EVD-11", "incomplete", "epoch-negative", "authority_epoch is negative", { authority_epoch: -1 }],
  [
    "EVD-12",
    "accept",
    "abort-with-reason",
    "An abort with its reason",
    { terminal_outcome: "abort", terminal_reason: "cancelled" },
  ],
  [
    "EVD-12",
    "incomplete",
    "unknown-terminal",
    "terminal_outcome is neither commit nor abort",
    { terminal_outcome: "close" },
  ],
  ["EVD-12", "incomplete", "abort-without-reason", "An abort has no reason", { terminal_outcome: "abort" }],
  [
    "EVD-12",
    "incomplete",
    "close-not-emitted",
    "close did not follow the terminal",
    { close_emitted: false },
  ],
  [
    "EVD-13",
    "accept",
    "cancel-with-markers",
    "An accepted cancel with fence and sent markers",
    { ...CANCEL, terminal_outcome: "abort", terminal_reason: "cancelled" },
  ],
  [
    "EVD-13",
    "incomplete",
    "cancel-without-fence",
    "An accepted cancel has no fence marker",
    { ...CANCEL, cancel_fence_applied_at_ms: undefined },
  ],
  [
    "EVD-13",
    "incomplete",
    "cancel-without-sent",
    "An accepted cancel has no sent marker",
    { ...CANCEL, cancel_sent_at_ms: undefined },
  ],
  [
    "EVD-14",
    "accept",
    "terminal-at-open",
    "The terminal marker is at the time of turn_open",
    { turn_terminal_at_ms: OPEN },
  ],
  [
    "EVD-14",
    "incomplete",
    "terminal-before-open",
    "The terminal marker is before turn_open",
    { turn_terminal_at_ms: OPEN - 1 },
  ],
];

/** Vectors of the completeness rules. `accept` means complete here. */
export function evidenceVectors(): Vector[] {
  return ROWS.map(([rule, expect, name, note, change, level = "MUST"]) =>
    vector({ kind, rule, level, expect, name, note, artifact: { value: { ...example, ...change } } }),
  );
}

function everyClass(): Partial<BaselineEvidence> {
  const payload_tags = ["PII", "PHI", "audio_raw", "text_raw", "derived_summary", "metadata"];
  return {
    payload_tags,
    redaction_decisions: payload_tags.map((payload_class) => ({ payload_class, action: "hash" })),
  };
}

function withoutRoutingView(): BaselineEvidence["snapshot_provenance"] {
  const { routing_view_snapshot: _gone, ...rest } = example.snapshot_provenance;
  return rest;
}
