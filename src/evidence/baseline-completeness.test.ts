import { describe, expect, it } from "vitest";
import type { BaselineEvidence } from "../contracts/observability/baseline-evidence.ts";
import { BASELINE_EXAMPLE } from "../contracts/observability/baseline-evidence.ts";
import { EVIDENCE_REQUIREMENTS } from "../contracts/observability/evidence-rules.ts";
import { checkBaselineCompleteness } from "./baseline-completeness.ts";
import { isBaselineComplete } from "./is-baseline-complete.ts";

const entry = (changes: Partial<BaselineEvidence>): BaselineEvidence => ({ ...BASELINE_EXAMPLE, ...changes });
const decision = BASELINE_EXAMPLE.decision_outcomes[0];
const redaction = BASELINE_EXAMPLE.redaction_decisions[0]!;
const invocation = {
  provider_invocation_id: "inv-1",
  modality: "llm",
  provider_id: "provider-b",
  outcome_class: "success",
  retryable: false,
  retry_decision: "none",
  attempt_count: 1,
  final_attempt_latency_ms: 240,
  total_invocation_latency_ms: 240,
};

/** Records that break exactly one rule, with the place where it is broken. */
const BROKEN: readonly (readonly [rule: string, path: string, changes: Partial<BaselineEvidence>])[] = [
  ["EVD-01", "/session_id", { session_id: "" }],
  ["EVD-01", "/turn_id", { turn_id: "" }],
  ["EVD-01", "/pipeline_version", { pipeline_version: "" }],
  ["EVD-01", "/event_id", { event_id: "" }],
  ["EVD-02", "/envelope_snapshot", { envelope_snapshot: "" }],
  ["EVD-03", "/payload_tags", { payload_tags: [] }],
  ["EVD-03", "/payload_tags/1", { payload_tags: ["metadata", "secret"] }],
  ["EVD-04", "/redaction_decisions", { redaction_decisions: [] }],
  ["EVD-04", "/redaction_decisions/1/payload_class", { redaction_decisions: [redaction, redaction] }],
  ["EVD-04", "/redaction_decisions/0/action", { redaction_decisions: [{ ...redaction, action: "shout" }] }],
  ["EVD-05", "/plan_hash", { plan_hash: "" }],
  [
    "EVD-06",
    "/snapshot_provenance/provider_health_snapshot",
    { snapshot_provenance: { ...BASELINE_EXAMPLE.snapshot_provenance, provider_health_snapshot: undefined } },
  ],
  ["EVD-07", "/decision_outcomes", { decision_outcomes: [] }],
  [
    "EVD-07",
    "/decision_outcomes/1/emitted_by",
    { decision_outcomes: [decision!, { ...decision, emitted_by: "RK-24" }] },
  ],
  [
    "EVD-08",
    "/invocation_outcomes/0/attempt_count",
    { invocation_outcomes: [{ ...invocation, attempt_count: 0 }] },
  ],
  [
    "EVD-08",
    "/invocation_outcomes/0/total_invocation_latency_ms",
    { invocation_outcomes: [{ ...invocation, total_invocation_latency_ms: 239 }] },
  ],
  ["EVD-09", "/ordering_markers", { ordering_markers: [] }],
  ["EVD-09", "/ordering_markers/0", { ordering_markers: [""] }],
  ["EVD-09", "/ordering_markers/2", { ordering_markers: ["a", "b", "a"] }],
  ["EVD-10", "/merge_rule_id", { merge_rule_id: "" }],
  ["EVD-10", "/merge_rule_version", { merge_rule_version: "" }],
  ["EVD-11", "/authority_epoch", { authority_epoch: -1 }],
  ["EVD-12", "/terminal_outcome", { terminal_outcome: "" }],
  ["EVD-12", "/terminal_reason", { terminal_outcome: "abort" }],
  ["EVD-12", "/close_emitted", { close_emitted: false }],
  ["EVD-13", "/cancel_sent_at_ms", { cancel_accepted_at_ms: 5, cancel_fence_applied_at_ms: 6 }],
  ["EVD-13", "/cancel_fence_applied_at_ms", { cancel_accepted_at_ms: 5, cancel_sent_at_ms: 6 }],
  ["EVD-14", "/turn_terminal_at_ms", { turn_terminal_at_ms: 79 }],
];

describe("checkBaselineCompleteness", () => {
  it("finds nothing wrong with the example", () => {
    expect(checkBaselineCompleteness(BASELINE_EXAMPLE)).toEqual({
      complete: true,
      accepted: true,
      diagnostics: [],
    });
  });

  it.each(BROKEN)("reports %s at %s", (rule, path, changes) => {
    const { complete, diagnostics } = checkBaselineCompleteness(entry(changes));
    expect(complete).toBe(false);
    expect(diagnostics).toMatchObject([{ rule, path, severity: "error", source: "contracts-v1 section 7" }]);
    expect(isBaselineComplete(entry(changes))).toBe(false);
  });

  it("has a broken record for every rule", () => {
    const covered = new Set(BROKEN.map(([rule]) => rule));
    expect([...covered]).toEqual(EVIDENCE_REQUIREMENTS.map(({ id }) => id));
  });

  it("says what is wrong with a nested object and by which rule of its own", () => {
    const changes = { decision_outcomes: [{ ...decision, emitted_by: "RK-24" }] };
    expect(checkBaselineCompleteness(entry(changes)).diagnostics).toEqual([
      {
        rule: "EVD-07",
        severity: "error",
        path: "/decision_outcomes/0/emitted_by",
        message:
          'Cannot accept "emitted_by": expected "RK-25" or "CP-05" for admit, reject and defer but received "RK-24"',
        expected: '"RK-25" or "CP-05" for admit, reject and defer',
        received: '"RK-24"',
        hint: "See DEC-02",
        source: "contracts-v1 section 7",
      },
    ]);
  });

  it("warns of a plan hash that is no SHA-256 without calling the record incomplete", () => {
    const { complete, diagnostics } = checkBaselineCompleteness(entry({ plan_hash: "plan/turn-1" }));
    expect(complete).toBe(true);
    expect(diagnostics).toMatchObject([{ rule: "EVD-05", severity: "warning", path: "/plan_hash" }]);
    expect(isBaselineComplete(entry({ plan_hash: "plan/turn-1" }))).toBe(true);
  });

  it("accepts a repeated tag, a decision for an untagged class and markers of either sign", () => {
    const changes: Partial<BaselineEvidence> = {
      payload_tags: ["metadata", "metadata"],
      redaction_decisions: [redaction, { payload_class: "PII", action: "drop" }],
      turn_open_at_ms: -5,
      cancel_accepted_at_ms: 0,
      cancel_fence_applied_at_ms: -1,
      cancel_sent_at_ms: 0,
    };
    expect(checkBaselineCompleteness(entry(changes)).diagnostics).toEqual([]);
  });

  it("does not ask for a terminal marker, nor for its order in a turn that was not accepted", () => {
    expect(isBaselineComplete(entry({ turn_terminal_at_ms: undefined }))).toBe(true);
    const refused = checkBaselineCompleteness(entry({ turn_open_at_ms: undefined, turn_terminal_at_ms: -1 }));
    expect(refused).toEqual({ complete: true, accepted: false, diagnostics: [] });
  });

  it("reports gaps of a record that lacks whole fields instead of failing on them", () => {
    const { complete, diagnostics } = checkBaselineCompleteness({} as BaselineEvidence);
    expect(complete).toBe(false);
    expect(new Set(diagnostics.map(({ rule }) => rule)).size).toBeGreaterThan(8);
    expect(isBaselineComplete({} as BaselineEvidence)).toBe(false);
  });

  it("lists at most 100 gaps and counts the others", () => {
    const decision_outcomes = Array.from({ length: 130 }, () => ({ ...decision, reason: "" }));
    const result = checkBaselineCompleteness(entry({ decision_outcomes }));
    expect([result.complete, result.diagnostics.length, result.omitted]).toEqual([false, 100, 30]);
  });
});
