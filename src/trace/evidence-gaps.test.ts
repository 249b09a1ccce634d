import fc from "fast-check";
import { expect, test } from "vitest";
import { baselineEvidenceArbitrary } from "../arbitraries/observability/baseline-evidence.ts";
import { BASELINE_EXAMPLE } from "../contracts/observability/baseline-evidence.ts";
import { checkBaselineCompleteness } from "../evidence/baseline-completeness.ts";
import { evidenceGaps } from "./evidence-gaps.ts";

test("complete evidence has no gaps", () => {
  expect(evidenceGaps(BASELINE_EXAMPLE)).toEqual([]);
});

test("the broken rules are those that the completeness check explains", () => {
  const field = fc.constantFrom(...(Object.keys(BASELINE_EXAMPLE) as (keyof typeof BASELINE_EXAMPLE)[]));
  const value = fc.constantFrom<unknown>(undefined, "", [], ["x", "x"], -1, 7, false, {}, "abort");
  const entries = fc.oneof(
    baselineEvidenceArbitrary(),
    fc.tuple(field, value).map(([name, other]) => ({ ...BASELINE_EXAMPLE, [name]: other })),
  );
  fc.assert(
    fc.property(entries as fc.Arbitrary<typeof BASELINE_EXAMPLE>, (entry) => {
      const { diagnostics, omitted } = checkBaselineCompleteness(entry);
      // Beyond the first hundred the rules are not named.
      fc.pre(omitted === undefined);
      const broken = diagnostics.filter(({ severity }) => severity === "error").map(({ rule }) => rule);
      expect(evidenceGaps(entry)).toEqual([...new Set(broken)].sort());
    }),
    { numRuns: 500 },
  );
});
