import { describe, expect, test } from "vitest";

import { readBoundaryLimits } from "./boundary-limits.ts";

describe("limits of a boundary", () => {
  test("have defaults, which what is undefined leaves as they are", () => {
    const defaults = { answer_ms: 500, start_ms: 10_000, max_bytes: 16 * 1024 * 1024 };
    expect(readBoundaryLimits()).toEqual(defaults);
    expect(readBoundaryLimits({ start_ms: undefined as never, max_cpu_ms: 5 })).toEqual({
      ...defaults,
      max_cpu_ms: 5,
    });
  });

  test("that cannot be are refused", () => {
    for (const value of [0, -1, 1.5, Number.NaN, 2 ** 31, "1" as never])
      expect(() => readBoundaryLimits({ answer_ms: value })).toThrow(RangeError);
    expect(() => readBoundaryLimits({ patience: 1 } as never)).toThrow(/max_cpu_ms but received "patience"/);
  });
});
