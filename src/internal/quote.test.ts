/** Quoted text is bounded and is always text. */
import fc from "fast-check";
import { expect, it } from "vitest";

import { quote } from "./quote.ts";

it("gives well-formed text of at most the length and its marks, whatever is quoted", () => {
  const text = fc.string({
    unit: fc.constantFrom("a", '"', "\n", "🙂", "é", "\ud83d", "\ude42"),
    maxLength: 90,
  });
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 70 }), (any, max) => {
      const quoted = quote(any, max);
      expect(quoted.length).toBeLessThanOrEqual(max + 2);
      expect(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(quoted)).toBe(
        false,
      );
    }),
    { seed: 3, numRuns: 500, examples: [["🙂".repeat(40), 60]] },
  );
});
