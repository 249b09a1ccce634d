/** Determinism block: what makes a turn reproducible. */
import type { z } from "zod";

import { wireObject } from "../core/define-contract.ts";
import { enumField, integerField, listField, patternField, textField } from "../core/fields.ts";

const rule = "PLN-12";

const NondeterministicInputSchema = wireObject({
  input_key: textField({ rule, about: "Name of the input" }),
  source: enumField(["external_call", "system_time", "random", "operator_override", "other"], {
    rule,
    about: "Where the input comes from",
  }),
  evidence_ref: textField({ rule, about: "Where the value that was used is recorded" }),
});

/** Seed, ordering and merge rule of a turn. */
export const DeterminismSchema = wireObject(
  {
    seed: integerField({ rule, about: "Seed of all pseudo-random choices of the turn", unit: "seed" }),
    ordering_marker: textField({
      rule,
      about: "Marker that orders events when there is only one",
    }).optional(),
    ordering_markers: listField(textField({ rule, about: "An ordering marker" }), {
      rule,
      about: "Markers that order events, first to last, each once",
      min: 1,
    }),
    merge_rule_id: textField({ rule, about: "Rule by which concurrent inputs are merged" }),
    merge_rule_version: patternField(/^v?[0-9]+\.[0-9]+(\.[0-9]+)?$/, {
      rule,
      about: "Version of the merge rule, <major>.<minor>[.<patch>] with an optional v",
      example: "v1.0",
    }),
    nondeterministic_inputs: listField(NondeterministicInputSchema, {
      rule,
      about: "Inputs that a replay must take from the record",
    }),
  },
  {
    checks: [
      {
        rule,
        must: { unique: "ordering_markers" },
        at: "ordering_markers",
        expected: "every ordering marker once",
      },
    ],
  },
);

/** What makes a turn reproducible. */
export type Determinism = z.infer<typeof DeterminismSchema>;
