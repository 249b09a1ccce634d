import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { describeValue } from "./describe-value.ts";

class Turn {
  readonly id = 1;
}

function revoked(target: object): object {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

const failing = () => {
  throw new Error("no");
};

describe("describeValue", () => {
  test.each<[unknown, string]>([
    [undefined, "nothing"],
    [null, "null"],
    [true, "true"],
    ["RK-25", '"RK-25"'],
    ["", '""'],
    ["a\n\ud800", '"a\\n\\ud800"'],
    [1.5, "1.5"],
    [-0, "-0"],
    [Number.NaN, "NaN"],
    [Number.NEGATIVE_INFINITY, "-Infinity"],
    [10n, "a bigint"],
    [10n ** 1000n, "a bigint"],
    [Symbol("s"), "a symbol"],
    [() => 1, "a function"],
    [[], "an array of length 0"],
    [new Array(1e9), "an array of length 1000000000"],
    [{}, "an object {}"],
    [{ a: 1 }, "an object {a}"],
    [Object.assign(Object.create(null), { a: 1, b: 2 }), "an object {a, b}"],
    [{ schema_version: 1, event_scope: 2, lane: 3 }, "an object {schema_version, event_scope, lane}"],
    [new Date(0), 'an object of class "Date"'],

    [new Map(), 'an object of class "Map"'],
    [new Error("x"), 'an object of class "Error"'],
    [new Turn(), "an object {id}"],
  ])("describes value %#", (value, words) => {
    expect(describeValue(value)).toBe(words);
  });

  test("survives proxies that fail", () => {
    const proxies = [revoked({}), new Proxy({}, { ownKeys: failing }), new Proxy({}, { get: failing })];
    for (const proxy of proxies) expect(describeValue(proxy)).toBe("a value that cannot be read");
    expect(describeValue(new Proxy({}, { getPrototypeOf: failing }))).toBe("an object {}");
    expect(describeValue(revoked(failing))).toBe("a function");
  });

  test("never calls getters", () => {
    expect(describeValue(Object.defineProperty({}, "a", { get: failing, enumerable: true }))).toBe(
      "an object {a}",
    );
  });

  test("keeps the closing quote of a long text", () => {
    expect(describeValue("x".repeat(1e6))).toMatch(/^"x{50,}…"$/);
    expect(describeValue("\0".repeat(1e6))).toMatch(/…"$/);
  });

  test("is short for hostile names and texts", () => {
    const hostile = "\0".repeat(100);
    for (const value of [hostile, { [hostile]: 1, [`${hostile}b`]: 2 }, { [Symbol.toStringTag]: hostile }]) {
      expect(describeValue(value).length).toBeLessThanOrEqual(90);
    }
  });

  test("is short and never fails, for anything", () => {
    const anything = fc.anything({
      withBigInt: true,
      withBoxedValues: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withSet: true,
      withSparseArray: true,
      withTypedArray: true,
      withUnicodeString: true,
    });
    fc.assert(
      fc.property(fc.oneof(anything, fc.string({ unit: "binary", maxLength: 100 })), (value) => {
        const words = describeValue(value);
        expect(words.length).toBeGreaterThan(0);
        expect(words.length).toBeLessThanOrEqual(90);
      }),
      { seed: 14, numRuns: 5000 },
    );
  });
});
