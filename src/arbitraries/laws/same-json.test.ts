import { describe, expect, it } from "vitest";

import { isSameJson } from "./same-json.ts";

describe("the same JSON", () => {
  it.each([
    [1, 1],
    [null, null],
    [{ a: [1, { b: "" }] }, { a: [1, { b: "" }] }],
    [
      { a: 1, b: 2 },
      { b: 2, a: 1 },
    ],
  ])("%j is %j", (left, right) => {
    expect(isSameJson(left, right)).toBe(true);
  });

  it.each([
    [0, -0],
    [null, {}],
    [[], {}],
    [
      [1, 2],
      [2, 1],
    ],
    [{ a: 1 }, { a: 1, b: undefined }],
    [{ a: undefined }, { b: undefined }],
    ["1", 1],
  ])("%j is not %j", (left, right) => {
    expect(isSameJson(left, right)).toBe(false);
    expect(isSameJson(right, left)).toBe(false);
  });
});
