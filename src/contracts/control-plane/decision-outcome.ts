/**
 * A decision outcome: what admission or the authority guard decided, where and why.
 *
 * Written by RK-25 and CP-05 (admission) and RK-24 (authority); which emitter may decide what, in which
 * phase and scope, is in the rules.
 */
import type { z } from "zod";

import { CONTRACT_REQUIREMENTS } from "../core/contract-rules.ts";
import { defineContract, wireObject } from "../core/define-contract.ts";
import { enumField, integerField, textField } from "../core/fields.ts";
import { DECIDERS, DECISION_PHASES, DECISION_SCOPES, OUTCOME_KINDS } from "./decision-kind.ts";
import { DECISION_CHECKS, DECISION_REQUIREMENTS } from "./decision-rules.ts";

const rule = "DEC-01";

/** Schema of a decision outcome, closed. */
export const DecisionOutcomeSchema = wireObject(
  {
    outcome_kind: enumField(OUTCOME_KINDS, { rule, about: "What was decided" }),
    phase: enumField(DECISION_PHASES, { rule, about: "When it was decided" }),
    scope: enumField(DECISION_SCOPES, { rule, about: "What it was decided about" }),
    session_id: textField({ rule, about: "Session that the decision is about" }),
    turn_id: textField({ rule, about: "Turn that the decision is about" }).optional(),
    event_id: textField({ rule, about: "Event that the decision is about" }),
    runtime_timestamp_ms: integerField({
      rule,
      about: "Time of the decision on the runtime's clock",
      unit: "ms",
      clock: "monotonic",
    }),
    wall_clock_timestamp_ms: integerField({
      rule,
      about: "Time of the decision since the Unix epoch",
      unit: "ms",
      clock: "wall",
    }),
    timestamp_ms: integerField({
      rule,
      about: "Time that the emitter gave the decision, when it has a clock of its own",
      unit: "ms",
    }).optional(),
    emitted_by: enumField(DECIDERS, { rule, about: "Module that decided" }),
    authority_epoch: integerField({
      rule,
      about: "Authority epoch of the decision; required from RK-24",
      unit: "epoch",
    }).optional(),
    reason: textField({ rule, about: "Why; equal causes give equal reasons" }),
  },
  { checks: DECISION_CHECKS },
);

/** What admission or the authority guard decided. */
export type DecisionOutcome = z.infer<typeof DecisionOutcomeSchema>;

/** The contract of decision outcomes. */
export const decisionOutcomeContract = defineContract({
  address: "control-plane/decision-outcome",
  kind: "decision_outcome",
  since: "0.1.0",
  title: "Decision outcome",
  about: "What admission (RK-25, CP-05) or the authority guard (RK-24) decided, where and why.",
  schema: DecisionOutcomeSchema,
  requirements: [
    ...CONTRACT_REQUIREMENTS.filter((common) => common.id !== "CON-02"),
    ...DECISION_REQUIREMENTS,
  ],
  example: {
    outcome_kind: "admit",
    phase: "pre_turn",
    scope: "session",
    session_id: "sess-1",
    event_id: "evt-1",
    runtime_timestamp_ms: 100,
    wall_clock_timestamp_ms: 1770000000100,
    emitted_by: "RK-25",
    reason: "admission_capacity_allow",
  },
});
