import { describe, expect, it } from "vitest";

import type { Condition } from "../../contracts/core/condition.ts";
import { holds } from "../../contracts/core/condition.ts";
import type { Check } from "../../contracts/core/rule.ts";
import type { FieldShape, ObjectShape } from "../../validators/shape.ts";
import type { Chance } from "./draws.ts";
import { Draws, LEAST, MOST, restless } from "./draws.ts";
import type { Fields } from "./object-plan.ts";
import { planOf } from "./plan.ts";
import { bring, MOST_ROUNDS, settle } from "./settle.ts";

const rule = "CON-02";
const field = (shape: FieldShape["shape"], need?: true): FieldShape => ({
  shape,
  rule,
  ...(need && { need }),
});
const choice = (...of: string[]) => field({ is: "text", of });
const object = (fields: Record<string, FieldShape>, checks: readonly Check[] = []): ObjectShape => ({
  is: "object",
  fields,
  unknown: "CON-03",
  checks,
});

const INNER = object({ on: field({ is: "boolean" }), limit: field({ is: "integer", min: 1 }) }, [
  { rule, when: { at: "on", in: [true] }, must: { has: "limit" }, at: "limit", expected: "a limit" },
]);

const OUTER = object({
  color: choice("red", "green", "blue"),
  note: field({ is: "text" }),
  tags: field({ is: "list", item: { is: "text", of: ["a", "b"] } }),
  names: field({ is: "map", value: { is: "text" } }),
  low: field({ is: "integer", min: 0 }),
  high: field({ is: "integer", min: 0 }),
  from: field({ is: "text", like: "^2\\d{3}-01-01T00:00:00Z$" }),
  until: field({ is: "text", like: "^2\\d{3}-01-01T00:00:00Z$" }),
  inner: field(INNER),
});

const site = (value: Fields, chance: Chance, { shape = OUTER, fixed = [] as string[] } = {}) => ({
  plan: planOf(shape),
  object: value,
  draws: new Draws(chance),
  fixed: new Set(fixed),
});

const CONDITIONS: readonly Condition[] = [
  { at: "color", in: ["green", "blue"] },
  { has: "note" },
  { filled: "tags" },
  { filled: "names" },
  { unique: "tags" },
  { ordered: ["low", "high"] },
  { same: ["color", "note"] },
  { at: "inner.on", in: [true] },
  { all: [{ has: "note" }, { at: "color", in: ["red"] }] },
  { any: [{ has: "note" }, { at: "color", in: ["red"] }] },
  { not: { any: [{ has: "note" }, { has: "low" }] } },
];

const STARTS: readonly Fields[] = [
  {},
  { color: "red", note: "x", tags: ["a", "a"], names: {}, low: 9, high: 2, inner: {} },
  { color: "blue", tags: [], names: { a: "b" }, low: 2, high: 2, inner: { on: false } },
];

describe("conditions", () => {
  it.each(CONDITIONS)("%j is brought about, and taken back", (condition) => {
    for (const start of STARTS)
      for (const chance of [LEAST, MOST, restless(1), restless(3)])
        for (const wanted of [true, false]) {
          const value = structuredClone(start);
          expect(bring(condition, wanted, site(value, chance))).toBe(true);
          expect(holds(condition, value)).toBe(wanted);
        }
  });

  it("of a time before another are brought about by swapping, or by another pair", () => {
    const before: Condition = { earlier: ["from", "until"] };
    for (const [from, until] of [
      ["2001-01-01T00:00:00Z", "2000-01-01T00:00:00Z"],
      ["2000-01-01T00:00:00Z", "2000-01-01T00:00:00Z"],
    ]) {
      const value: Fields = { from, until };
      expect(bring(before, true, site(value, LEAST))).toBe(true);
      expect(holds(before, value)).toBe(true);
      expect(bring(before, false, site(value, LEAST))).toBe(true);
      expect(holds(before, value)).toBe(false);
    }
  });

  it("inside a nested object leave that object valid", () => {
    const value: Fields = {};
    expect(bring({ at: "inner.on", in: [true] }, true, site(value, LEAST))).toBe(true);
    expect(value).toEqual({ inner: { on: true, limit: 1 } });
  });

  it("cannot be brought about where the field is fixed", () => {
    expect(bring({ has: "note" }, true, site({}, LEAST, { fixed: ["note"] }))).toBe(false);
    expect(bring({ at: "color", in: ["violet"] }, true, site({}, LEAST))).toBe(false);
  });
});

describe("checks", () => {
  const must = (condition: Condition, when?: Condition): Check => ({
    rule,
    must: condition,
    at: "color",
    expected: "something else",
    ...(when && { when }),
  });

  it("that contradict each other end after a bounded number of rounds", () => {
    let draws = 0;
    const counting: Chance = {
      nextInt(min) {
        draws += 1;
        return min;
      },
    };
    const shape = object(OUTER.fields, [must({ has: "note" }), must({ not: { has: "note" } })]);
    expect(settle(site({}, counting, { shape }))).toBe(false);
    expect(draws).toBeLessThan(50 * MOST_ROUNDS);
  });

  it("give up their reason where what they demand is fixed", () => {
    const shape = object(OUTER.fields, [must({ has: "note" }, { at: "color", in: ["red"] })]);
    const value: Fields = { color: "red" };
    expect(settle(site(value, LEAST, { shape, fixed: ["note"] }))).toBe(true);
    expect(value).toEqual({ color: "green" });
  });
});
