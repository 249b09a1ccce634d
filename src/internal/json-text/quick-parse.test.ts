import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { hostileJson, nearJson } from "./hostile-json.test-kit.ts";
import { minimalJsonLength } from "./minimal-json-length.ts";
import { parseIJson } from "./parse-i-json.ts";
import { quickParse } from "./quick-parse.ts";

const event = {
  schema_version: "v1.0",
  session_id: "sess-1",
  lane: "DataLane",
  transport_sequence: 1234,
  wall_clock_timestamp_ms: 1_718_000_000_123,
  sample_rate_hz: 48_000,
  late_after_cancel: false,
  media_time: { sample_index: 0 },
  merged_from_event_ids: ["a", "b"],
};

/** What has to hold for every text: never a value where the strict reader finds a problem. */
function isSound(text: string): boolean {
  const quick = quickParse(text);
  if (quick === undefined) return false;
  const strict = parseIJson(text);
  expect(strict).toMatchObject({ ok: true });
  if (strict.ok) expect(quick.value).toEqual(strict.value);
  return true;
}

describe("quickParse", () => {
  test.each([
    ["compact text", JSON.stringify(event)],
    ["a line of NDJSON", `${JSON.stringify(event)}\r\n`],
    ["indented text", JSON.stringify(event, null, 2)],
    ["escaped text", JSON.stringify({ text: 'a\n"b"\t\\u\u0001' })],
    ["characters of other scripts", '{"text":"日本 é 😀"}'],
    ["escapes of characters that are no surrogates", '{"text":"\\u65e5\\u672c"}'],
    ["fractions and huge integers", "[0.5,-1.25e-7,9007199254740993]"],
    ["many round numbers", "[1000,2000,3000,4000,5000,6000000]"],
    ["text beyond the length that is scanned first", JSON.stringify(Array(5000).fill(event))],
    ["names that objects inherit", '{"__proto__":{"a":1},"toString":{}}'],
  ])("takes %s", (_, text) => {
    expect(quickParse(text)).toEqual({ value: JSON.parse(text) });
  });

  test.each([
    ["a repeated name", '{"a":1,"a":1}'],
    ["the shortest repeated name there is", '{"":0,"":0}'],
    ["a repeated name in another spelling", '{"a":1,"\\u0061":1}'],
    ["a repeated name in spaced text", '{ "a": 1, "b": { "c": 1, "c": 1 } }'],
    ["a repeated name in long text", `[{"a":1,"a":1},"${"x".repeat(70_000)}"]`],
    ["a repeated name paid for with exponents", '{"a":1e9,"b":17e12,"b":17e12,"c":3e9}'],
    ["a lone surrogate as an escape", '"\\ud800"'],
    ["a lone surrogate as it is", '"\ud800"'],
    ["a number out of range", "[1e400]"],
    ["a negative number out of range", "[-1e400]"],
    ["a byte order mark", "\ufeff{}"],
    ["nothing", ""],
    ["text that is not JSON", "{a:1}"],
    ["two values", "{}{}"],
  ])("leaves %s to the strict reader", (_, text) => {
    expect(quickParse(text)).toBeUndefined();
  });

  test("never returns a value for a text that the strict reader refuses", () => {
    let taken = 0;
    const texts = fc.oneof(
      hostileJson.map(({ text }) => text),
      nearJson,
    );
    fc.assert(
      fc.property(texts, (text) => {
        if (isSound(text)) taken++;
      }),
      { seed: 4, numRuns: 60_000 },
    );
    expect(taken).toBeGreaterThan(5000);
  });

  test("never overlooks a member that is written twice, whatever else was shortened", () => {
    const shortened = fc.constantFrom("1000", "1e3", "48e3", "17e11", "1700000000000", "5e15", "0", '""');
    const members = fc.array(fc.tuple(fc.constantFrom("a", "b", "c", ""), shortened), { maxLength: 8 });
    fc.assert(
      fc.property(members, fc.constantFrom("", " ", "\n"), (pairs, end) => {
        const text = `{${pairs.map(([name, value]) => `"${name}":${value}`).join(",")}}${end}`;
        isSound(text);
        const isRepeated = new Set(pairs.map(([name]) => name)).size < pairs.length;
        expect(quickParse(text) === undefined).toBe(isRepeated);
      }),
      { seed: 5, numRuns: 20_000 },
    );
  });

  test("respects the limits", () => {
    expect(quickParse("[[1]]", { maxDepth: 2 })).toEqual({ value: [[1]] });
    expect(quickParse("[[1]]", { maxDepth: 1 })).toBeUndefined();
    expect(quickParse("[[ 1 ]]      ", { maxDepth: 1 })).toBeUndefined();
    expect(quickParse("[]", { maxDepth: Number.NaN })).toBeUndefined();
    expect(quickParse("[1]", { maxLength: 2 })).toBeUndefined();
    expect(quickParse("[1]", { maxLength: Number.NaN })).toBeUndefined();
  });

  test("leaves depth bombs of any length to the strict reader", () => {
    for (const depth of [65, 1000, 1_000_000]) {
      const bomb = "[".repeat(depth) + "]".repeat(depth);
      expect(quickParse(bomb)).toBeUndefined();
      expect(quickParse(bomb, { maxDepth: 1e9 }) === undefined).toBe(depth > 256);
    }
  });
});

describe("quickParse in a hostile environment", () => {
  const wellFormed = Object.getOwnPropertyDescriptor(String.prototype, "isWellFormed");

  afterEach(() => {
    if (wellFormed !== undefined) Object.defineProperty(String.prototype, "isWellFormed", wellFormed);
  });

  test("proves nothing while every object inherits an enumerable property", () => {
    Object.defineProperty(Object.prototype, "polluted", { value: 1, enumerable: true, configurable: true });
    const quick = quickParse('{"a":1}');
    Reflect.deleteProperty(Object.prototype, "polluted");
    expect(quick).toBeUndefined();
  });

  test("sees lone surrogates without String.prototype.isWellFormed", () => {
    Reflect.deleteProperty(String.prototype, "isWellFormed");
    expect(quickParse('"\ud800"')).toBeUndefined();
    expect(quickParse('"plain"')).toEqual({ value: "plain" });
  });
});

describe("minimalJsonLength", () => {
  test("is undercut by no text, and by five units where a text hides something", () => {
    fc.assert(
      fc.property(hostileJson, ({ text, duplicates, loneSurrogates }) => {
        const least = minimalJsonLength(JSON.parse(text), 64);
        if (Number.isNaN(least)) return;
        expect(text.length - least).toBeGreaterThanOrEqual(5 * (duplicates + loneSurrogates));
      }),
      { seed: 6, numRuns: 20_000 },
    );
  });

  test("is at most the length of an integer in every form", () => {
    const integers = fc.oneof(
      fc.maxSafeInteger(),
      fc.tuple(fc.nat(999), fc.nat(12)).map(([m, e]) => m * 10 ** e),
    );
    fc.assert(
      fc.property(integers, (integer) => {
        const plain = JSON.stringify(integer);
        const zeros = /0*$/.exec(plain)?.[0].length ?? 0;
        const exponent = integer === 0 ? plain : `${plain.slice(0, plain.length - zeros)}e${zeros}`;
        const shortest = Math.min(plain.length, exponent.length);
        expect(minimalJsonLength(integer, 0)).toBe(shortest);
      }),
      { seed: 7, numRuns: 5000 },
    );
  });

  test("is reached by compact text without round numbers and escapes", () => {
    for (const text of [
      '[{},[],[1,-23],{"a":null,"bc":[true,false]},"x"]',
      "{}",
      "[]",
      '""',
      "-9007199254740991",
    ]) {
      expect(minimalJsonLength(JSON.parse(text), 64)).toBe(text.length);
    }
  });

  test("has no bound for fractions, unsafe integers and values that are nested too deep", () => {
    for (const value of [0.5, 2 ** 53, -(2 ** 53), Number.POSITIVE_INFINITY, [[1]]]) {
      expect(minimalJsonLength(value, 1)).toBeNaN();
    }
  });
});
