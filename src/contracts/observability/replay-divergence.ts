/** A replay divergence: one difference between a recorded turn and its replay. */
import type { z } from "zod";

import { CONTRACT_REQUIREMENTS } from "../core/contract-rules.ts";
import { defineContract, wireObject } from "../core/define-contract.ts";
import { booleanField, enumField, integerField, textField } from "../core/fields.ts";
import { defineRules } from "../core/rule.ts";
import { DIVERGENCE_CLASSES } from "./divergence-class.ts";

const rule = "CON-02";

/** Schema of a replay divergence, closed. */
export const ReplayDivergenceSchema = wireObject(
  {
    class: enumField(DIVERGENCE_CLASSES, { rule, about: "What differs" }),
    scope: textField({ rule, about: "What it differs in, such as turn:<id>" }),
    message: textField({ rule, about: "The difference in words" }),
    diff_ms: integerField({
      rule,
      about: "Size of a timing difference; required for TIMING_DIVERGENCE",
      unit: "ms",
      clock: "monotonic",
    }).optional(),
    expected: booleanField({ rule, about: "Whether the policy expected it" }).optional(),
  },
  {
    checks: [
      {
        rule: "RPL-01",
        when: { at: "class", in: ["TIMING_DIVERGENCE"] },
        must: { has: "diff_ms" },
        at: "diff_ms",
        expected: "a diff_ms for TIMING_DIVERGENCE",
      },
    ],
  },
);

/** One difference between a recorded turn and its replay. */
export type ReplayDivergence = z.infer<typeof ReplayDivergenceSchema>;

/** Rules of divergences. */
export const DIVERGENCE_REQUIREMENTS = defineRules("contracts-v1 section 8", {
  "RPL-01": ["MUST", "A TIMING_DIVERGENCE has diff_ms"],
});

/** The contract of replay divergences. */
export const replayDivergenceContract = defineContract({
  address: "observability/replay-divergence",
  kind: "replay_divergence",
  since: "0.1.0",
  title: "Replay divergence",
  about: "One difference between a recorded turn and its replay.",
  schema: ReplayDivergenceSchema,
  requirements: [...CONTRACT_REQUIREMENTS, ...DIVERGENCE_REQUIREMENTS],
  example: { class: "PLAN_DIVERGENCE", scope: "turn:turn-1", message: "plan_hash differs" },
});
