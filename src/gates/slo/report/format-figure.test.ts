import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { breaksLimit, formatCount, formatHeadroom, formatLimit, formatShare } from "./format-figure.ts";

const p95 = { name: "p95", unit: "ms", bound: "max", limit: 120 } as const;

describe("formatShare", () => {
  it("never rounds a share up to everything or down to nothing", () => {
    expect(formatShare(9_999 / 10_000)).toBe("99.99 %");
    expect(formatShare(0.999_999)).toBe("99.99 %");
    expect(formatShare(0.000_001)).toBe("> 0 %");
    expect(formatShare(0.29)).toBe("29 %");
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.integer({ min: 1, max: 1_000_000 }), (a, b) => {
        const share = Math.min(a, b) / b;
        expect(formatShare(share) === "100 %").toBe(share === 1);
        expect(formatShare(share) === "0 %").toBe(share === 0);
      }),
    );
  });
});

describe("figures and limits", () => {
  it("separate thousands", () => {
    expect([0, 999, 1000, 1_234_567].map(formatCount)).toEqual(["0", "999", "1,000", "1,234,567"]);
  });

  it("hold at the limit and break beyond it", () => {
    expect(breaksLimit({ ...p95, observed: 120 })).toBe(false);
    expect(breaksLimit({ ...p95, observed: 121 })).toBe(true);
    expect(breaksLimit(p95)).toBe(false);
    expect(breaksLimit({ name: "ratio", unit: "ratio", bound: "min", limit: 1, observed: 0.99 })).toBe(true);
    expect(formatLimit(p95)).toBe("<= 120 ms");
  });

  it("tell the distance to the limit", () => {
    expect(formatHeadroom({ ...p95, observed: 90 })).toBe("30 ms (25 %) below the limit");
    expect(formatHeadroom({ ...p95, observed: 150 })).toBe("30 ms (25 %) over the limit");
    expect(formatHeadroom({ ...p95, observed: 120 })).toBe("right at the limit");
    expect(formatHeadroom({ ...p95, limit: 0, observed: 3 })).toBe("3 ms over the limit");
  });
});
