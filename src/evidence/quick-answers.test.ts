/** The quick answers are those of the compiled contracts and of the reasons. */
import fc from "fast-check";
import { expect, test } from "vitest";

import { arbitraryOfKind } from "../arbitraries/arbitrary-of-kind.ts";
import { nearMissArbitrary } from "../arbitraries/near-miss/near-miss-arbitrary.ts";
import type { BaselineEvidence } from "../contracts/observability/baseline-evidence.ts";
import { isDecisionOutcome } from "../validators/generated/decision-outcome.ts";
import { isInvocationOutcomeEvidence } from "../validators/generated/invocation-outcome-evidence.ts";
import { checkBaselineCompleteness } from "./baseline-completeness.ts";
import { isBaselineComplete } from "./is-baseline-complete.ts";
import { isQuickDecision } from "./quick-decision.ts";
import { isQuickInvocation } from "./quick-invocation.ts";

const junk = fc.anything({ maxDepth: 1 });

/** The value with one field replaced by anything, one field dropped, or one field from another value. */
const edited = (artifact: fc.Arbitrary<object>) =>
  fc.tuple(artifact, artifact, fc.nat(), junk, fc.nat(2)).map(([base, other, index, value, how]): unknown => {
    const names = Object.keys(base);
    const name = names[index % names.length] as string;
    if (how === 0) return { ...base, [name]: value };
    if (how === 1) return { ...base, [name]: (other as Record<string, unknown>)[name] };
    const { [name]: _gone, ...rest } = base as Record<string, unknown>;
    return rest;
  });

const settings = { seed: 41, numRuns: 20_000 };

test.each([
  ["decision_outcome", isQuickDecision, isDecisionOutcome],
  ["invocation_outcome_evidence", isQuickInvocation, isInvocationOutcomeEvidence],
] as const)("on %s the quick answer is that of the compiled contract", (kind, quick, compiled) => {
  const valid = arbitraryOfKind(kind) as fc.Arbitrary<object>;
  const missed = nearMissArbitrary(kind).map(({ value }): unknown => value);
  let refused = 0;
  fc.assert(
    fc.property(fc.oneof(valid, edited(valid), missed, junk), (value) => {
      expect(quick(value)).toBe(compiled(value));
      if (!compiled(value)) refused += 1;
    }),
    settings,
  );
  expect(refused).toBeGreaterThan(5000);
  expect(refused).toBeLessThan(15_000);
});

test("the quick answer on completeness is that of the reasons", () => {
  const example = arbitraryOfKind("baseline_evidence") as fc.Arbitrary<BaselineEvidence>;
  const decisions = fc.array(arbitraryOfKind("decision_outcome") as fc.Arbitrary<Record<string, unknown>>, {
    minLength: 1,
    maxLength: 2,
  });
  const nearlyComplete = fc.tuple(example, decisions).map(
    ([entry, decision_outcomes]): BaselineEvidence => ({
      ...entry,
      session_id: "s",
      turn_id: "t",
      pipeline_version: "p",
      event_id: "e",
      envelope_snapshot: "v1",
      payload_tags: ["metadata"],
      redaction_decisions: [{ payload_class: "metadata", action: "allow" }],
      plan_hash: "0".repeat(64),
      snapshot_provenance: {
        routing_view_snapshot: "a",
        admission_policy_snapshot: "b",
        abi_compatibility_snapshot: "c",
        version_resolution_snapshot: "d",
        policy_resolution_snapshot: "e",
        provider_health_snapshot: "f",
      },
      decision_outcomes,
      invocation_outcomes: [],
      ordering_markers: ["m"],
      merge_rule_id: "m",
      merge_rule_version: "v1.0",
      authority_epoch: 1,
      terminal_outcome: "commit",
      close_emitted: true,
      cancel_accepted_at_ms: undefined,
      turn_terminal_at_ms: undefined,
    }),
  );
  let complete = 0;
  fc.assert(
    fc.property(fc.oneof(example, nearlyComplete, edited(nearlyComplete)), (value) => {
      const entry = value as BaselineEvidence;
      expect(isBaselineComplete(entry)).toBe(checkBaselineCompleteness(entry).complete);
      if (isBaselineComplete(entry)) complete += 1;
    }),
    settings,
  );
  expect(complete).toBeGreaterThan(5000);
});
