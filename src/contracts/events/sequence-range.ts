/** A range of runtime sequence numbers, both ends included. */
import type { z } from "zod";

import { wireObject } from "../core/define-contract.ts";
import { integerField } from "../core/fields.ts";

/** `start` to `end`, both included; `end` is not before `start`. */
export const SequenceRangeSchema = wireObject(
  {
    start: integerField({ rule: "SIG-08", about: "First sequence number of the range", unit: "sequence" }),
    end: integerField({
      rule: "SIG-08",
      about: "Last sequence number of the range, at least start",
      unit: "sequence",
    }),
  },
  {
    unknown: "EVT-13",
    checks: [
      {
        rule: "SIG-08",
        must: { ordered: ["start", "end"] },
        at: "end",
        expected: "an end at or after start",
      },
    ],
  },
);

/** A range of sequence numbers. */
export type SequenceRange = z.infer<typeof SequenceRangeSchema>;
