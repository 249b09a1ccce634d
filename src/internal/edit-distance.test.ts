import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { editDistance, nearest } from "./edit-distance.ts";

const fields = ["turn_id", "session_id", "event_id", "lane", "payload_class", "authority_epoch"];

describe("nearest", () => {
  test.each([
    ["turnId", "turn_id"],
    ["TURN-ID", "turn_id"],
    ["trun_id", "turn_id"],
    ["turnid_", "turn_id"],
    ["sesion_id", "session_id"],
    ["payload", undefined],
    ["payload_clas", "payload_class"],
    ["Lane", "lane"],
    ["lan", "lane"],
    ["lines", undefined],
    ["epoch", undefined],
    ["", undefined],
    ["x", undefined],
  ])("takes %j for %j", (word, meant) => {
    expect(nearest(word, fields)).toBe(meant);
  });

  test("prefers the same letters over the same word over fewer slips over the earlier candidate", () => {
    expect(nearest("TURN_ID", ["turn-id", "turn_id"])).toBe("turn_id");
    expect(nearest("turnId", ["turn_ids", "turn_id"])).toBe("turn_id");
    expect(nearest("lanes", ["lanex", "laney"])).toBe("lanex");
  });

  test("has an answer for no candidates and for huge words", () => {
    expect(nearest("lane", [])).toBeUndefined();
    expect(nearest("x".repeat(5_000_000), fields)).toBeUndefined();
  });
});

describe("editDistance", () => {
  test.each([
    ["kitten", "sitting", 3],
    ["ab", "ba", 1],
    ["ca", "abc", 3],
    ["abcd", "badc", 2],
    ["", "abc", 3],
  ])("from %j to %j is %i", (left, right, slips) => {
    expect(editDistance(left, right)).toBe(slips);
  });

  test("is zero for equal words only, the same both ways, and at least the difference in length", () => {
    const words = fc.stringMatching(/^[abc]{0,6}$/);
    fc.assert(
      fc.property(words, words, (left, right) => {
        const slips = editDistance(left, right);
        expect(slips).toBe(editDistance(right, left));
        expect(slips === 0).toBe(left === right);
        expect(slips).toBeGreaterThanOrEqual(Math.abs(left.length - right.length));
        expect(slips).toBeLessThanOrEqual(Math.max(left.length, right.length));
      }),
      { seed: 13, numRuns: 2000 },
    );
  });
});
