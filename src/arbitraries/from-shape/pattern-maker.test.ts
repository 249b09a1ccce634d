import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { VERSION_PATTERN } from "../../contracts/core/version.ts";
import type { Shape } from "../../validators/shape.ts";
import { kindEntry } from "../../validators/validate.ts";
import { ALL_KINDS } from "../judges.test-kit.ts";
import { Draws, LEAST } from "./draws.ts";
import { leastMatching, patternMaker, textsMatching } from "./pattern-maker.ts";
import { makerOf } from "./plan.ts";

/** Every pattern of the contracts. */
function allPatterns(): string[] {
  const shapes: Shape[] = ALL_KINDS.map((kind) => kindEntry(kind).shape);
  const found = JSON.stringify(shapes, (key, value) => (key === "like" ? { pattern: value } : value));
  return [
    ...new Set(
      [...found.matchAll(/\{"pattern":("(?:[^"\\]|\\.)*")\}/g)].map(([, text]) => JSON.parse(text as string)),
    ),
  ];
}

describe("texts of a pattern", () => {
  it("are made for every pattern of the contracts", () => {
    const patterns = allPatterns();
    expect(patterns.length).toBeGreaterThanOrEqual(5);
    for (const like of patterns) {
      const texts = fc.sample(new Drawn({ is: "text", like }), { seed: 1, numRuns: 300 });
      expect(texts.filter((text) => !new RegExp(like).test(text))).toEqual([]);
      expect(new Set(texts).size).toBeGreaterThan(20);
      expect(textsMatching(like)).toContain(leastMatching(like));
    }
  });

  it("are well-known ones first: versions with one, two and three numbers", () => {
    expect(textsMatching(VERSION_PATTERN)).toEqual(
      expect.arrayContaining(["v1.0", "v1.1", "v1.2.3", "v2.0"]),
    );
  });

  it("begin with the usual one", () => {
    expect(patternMaker(VERSION_PATTERN, "v1.7")(new Draws(LEAST))).toBe("v1.7");
    expect(patternMaker("^x[0-9]{3}$", undefined)(new Draws(LEAST))).toMatch(/^x\d{3}$/);
  });
});

/** Values of a shape as an arbitrary. */
class Drawn extends fc.Arbitrary<string> {
  constructor(readonly shape: Shape) {
    super();
  }
  override generate(random: fc.Random): fc.Value<string> {
    return new fc.Value(makerOf(this.shape)(new Draws(random, { edgy: true })) as string, undefined);
  }
  override canShrinkWithoutContext(_value: unknown): _value is string {
    return false;
  }
  override shrink(): fc.Stream<fc.Value<string>> {
    return fc.Stream.nil();
  }
}
