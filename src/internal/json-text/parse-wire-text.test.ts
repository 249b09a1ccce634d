import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hostileJson } from "./hostile-json.test-kit.ts";
import { parseIJson } from "./parse-i-json.ts";
import { parseWireText } from "./parse-wire-text.ts";

describe("parseWireText", () => {
  test("gives what the strict reader gives, for text and for bytes", () => {
    fc.assert(
      fc.property(hostileJson, ({ text }) => {
        const strict = parseIJson(text);
        for (const source of [text, new TextEncoder().encode(text)]) {
          const reading = parseWireText(source);
          if (strict.ok) expect(reading).toMatchObject({ ok: true, value: strict.value });
          else expect(reading).toEqual(strict);
        }
      }),
      { seed: 10, numRuns: 5000 },
    );
  });

  test("locates values after the fast path too", () => {
    const reading = parseWireText('{"a":[1,\n2]}');
    expect(reading.ok && reading.locate("/a/1")).toEqual({ line: 2, column: 1 });
  });

  test("hands the limits on", () => {
    expect(parseWireText("[[1]]", { maxDepth: 1 })).toMatchObject({ problems: [{ code: "too_deep" }] });
    expect(parseWireText(new Uint8Array(9), { maxLength: 8 })).toMatchObject({
      problems: [{ code: "too_large", expected: "at most 8 bytes" }],
    });
  });

  test("reads bytes that lie inside of a larger buffer", () => {
    const bytes = new TextEncoder().encode('xx{"a":1}yy').subarray(2, 9);
    expect(parseWireText(bytes)).toMatchObject({ ok: true, value: { a: 1 } });
  });

  test("refuses to be given anything but text or bytes", () => {
    const call = parseWireText as (source: unknown) => unknown;
    for (const source of [undefined, null, 1, {}, new DataView(new ArrayBuffer(2)), new Uint16Array(2)]) {
      expect(() => call(source)).toThrow(TypeError);
    }
  });
});
