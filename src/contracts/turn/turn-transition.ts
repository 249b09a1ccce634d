/** A turn transition: one recorded step of a turn through its lifecycle. Written by RK-03. */
import type { z } from "zod";

import { CONTRACT_REQUIREMENTS } from "../core/contract-rules.ts";
import { defineContract, wireObject, wireUnion } from "../core/define-contract.ts";
import { literalField } from "../core/fields.ts";
import { defineRules } from "../core/rule.ts";
import { TURN_STATES, TURN_TRANSITIONS, TURN_TRIGGERS } from "./turn-lifecycle.ts";

const known = (values: readonly string[]) => ({ pattern: `^(${values.join("|")})$`, rule: "TRN-01" });

type Row = (typeof TURN_TRANSITIONS)[number];

const rowSchema = <const R extends Row>(row: R) =>
  wireObject({
    from_state: literalField(row.from_state as R["from_state"], {
      rule: "TRN-02",
      wider: known(TURN_STATES),
      about: "State before the trigger",
    }),
    trigger: literalField(row.trigger as R["trigger"], {
      rule: "TRN-01",
      wider: known(TURN_TRIGGERS),
      about: "What made the turn change its state",
    }),
    to_state: literalField(row.to_state as R["to_state"], {
      rule: "TRN-02",
      wider: known(TURN_STATES),
      about: "State after the trigger",
    }),
    deterministic: literalField(true, { rule: "TRN-03", about: "Equal inputs give this transition" }),
  });

const [proposed, opened, rejected, deferred, stale, drained, committed, aborted, closed] = TURN_TRANSITIONS;

/** Schema of a turn transition, closed: one of the nine legal rows. */
export const TurnTransitionSchema = wireUnion(
  "trigger",
  [
    rowSchema(proposed),
    rowSchema(opened),
    rowSchema(rejected),
    rowSchema(deferred),
    rowSchema(stale),
    rowSchema(drained),
    rowSchema(committed),
    rowSchema(aborted),
    rowSchema(closed),
  ],
  { branch: { "*": "TRN-02" } },
);

/** One recorded step of a turn. */
export type TurnTransition = z.infer<typeof TurnTransitionSchema>;

/** The contract of turn transitions. */
export const turnTransitionContract = defineContract({
  address: "turn/turn-transition",
  kind: "turn_transition",
  since: "0.1.0",
  title: "Turn transition",
  about: "One recorded step of a turn through its lifecycle. Written by RK-03.",
  schema: TurnTransitionSchema,
  requirements: [
    ...CONTRACT_REQUIREMENTS.filter((rule) => rule.id !== "CON-02"),
    ...defineRules("contracts-v1 section 5", {
      "TRN-01": ["MUST", "States and trigger are known"],
      "TRN-02": ["MUST", "The transition is one of the nine legal rows"],
      "TRN-03": ["MUST", "deterministic is true"],
    }),
  ],
  example: TURN_TRANSITIONS[0],
});
