import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pointerStep } from "../json-pointer.ts";
import type { Position } from "./json-problem.ts";
import { locatePointer, positionAt } from "./locate-pointer.ts";
import { parseIJson } from "./parse-i-json.ts";

/** Writes a value with the given gaps between its tokens and notes where each value starts. */
function writeWithPlaces(
  value: unknown,
  gaps: readonly string[],
): { text: string; places: Map<string, number> } {
  const places = new Map<string, number>();
  let text = "";
  let tokens = 0;
  const put = (token: string) => {
    text += token;
    tokens++;
    text += gaps[tokens % gaps.length] ?? "";
  };
  const write = (inner: unknown, path: string) => {
    places.set(path, text.length);
    if (typeof inner !== "object" || inner === null) return put(JSON.stringify(inner));
    put(Array.isArray(inner) ? "[" : "{");
    Object.entries(inner).forEach(([name, member], index) => {
      if (index > 0) put(",");
      if (!Array.isArray(inner)) {
        put(JSON.stringify(name));
        put(":");
      }
      write(member, path + pointerStep(name));
    });
    put(Array.isArray(inner) ? "]" : "}");
  };
  write(value, "");
  return { text, places };
}

describe("locatePointer", () => {
  test("finds every value of every text", () => {
    const gaps = fc.array(fc.constantFrom("", " ", "\n", "\t", "\r\n"), { minLength: 1, maxLength: 7 });
    const strings = fc.stringMatching(/^[ab"\\{}[\],:/~\n]{0,5}$/);
    const values = fc.oneof(
      fc.jsonValue({ maxDepth: 4 }),
      fc.dictionary(strings, fc.oneof(strings, fc.array(strings)), { maxKeys: 6 }),
    );
    fc.assert(
      fc.property(values, gaps, (value, spaces) => {
        const { text, places } = writeWithPlaces(value, spaces);
        for (const [pointer, offset] of places) {
          expect(locatePointer(text, pointer)).toEqual(positionAt(text, offset));
        }
      }),
      { seed: 8, numRuns: 3000 },
    );
  });

  test.each(["/b", "/a/2", "/a/-", "/a/00", "/a/0/x", "/a/1/x", "a", "/a~2", "/A", "/"])(
    "finds nothing at %j where there is nothing",
    (pointer) => {
      expect(locatePointer('{"a":[1,{}]}', pointer)).toBeUndefined();
    },
  );

  test("is what a successful reading offers", () => {
    const reading = parseIJson('\n{"a": [1,\n  {"b/c": true}]}');
    const expected: Position = { line: 3, column: 11 };
    expect(reading.ok && reading.locate("/a/1/b~1c")).toEqual(expected);
    expect(reading.ok && reading.locate("")).toEqual({ line: 2, column: 1 });
  });
});
