import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hostileJson, nearJson } from "./hostile-json.test-kit.ts";
import type { JsonProblem } from "./json-problem.ts";
import { parseIJson } from "./parse-i-json.ts";

function problemsOf(text: string, limits?: Parameters<typeof parseIJson>[1]): readonly JsonProblem[] {
  const reading = parseIJson(text, limits);
  return reading.ok ? [] : reading.problems;
}

function parsed(text: string): unknown {
  const reading = parseIJson(text);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.value;
}

function nativelyParsed(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

describe("parseIJson", () => {
  test("reads what JSON.stringify writes", () => {
    const values = fc.jsonValue({ stringUnit: "binary", maxDepth: 6 });
    fc.assert(
      fc.property(values, fc.constantFrom(undefined, 1, "\t"), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(parsed(text)).toEqual(JSON.parse(text));
      }),
      { seed: 1, numRuns: 2000 },
    );
  });

  test("finds exactly the repeated names, lone surrogates and numbers out of range in a text", () => {
    fc.assert(
      fc.property(hostileJson, ({ text, duplicates, loneSurrogates, outOfRange }) => {
        const codes = problemsOf(text).map(({ code }) => code);
        const count = (wanted: string) => codes.filter((code) => code === wanted).length;
        const found = [count("duplicate_name"), count("lone_surrogate"), count("number_out_of_range")];
        expect(found).toEqual([duplicates, loneSurrogates, outOfRange]);
        expect(codes).toHaveLength(duplicates + loneSurrogates + outOfRange);
        if (codes.length === 0) expect(parsed(text)).toEqual(JSON.parse(text));
      }),
      { seed: 2, numRuns: 20_000 },
    );
  });

  test("agrees with JSON.parse on what is JSON at all, and on its value", () => {
    const besidesSyntax = ["duplicate_name", "lone_surrogate", "number_out_of_range"];
    let accepted = 0;
    fc.assert(
      fc.property(nearJson, (text) => {
        const native = nativelyParsed(text);
        const reading = parseIJson(text);
        if (reading.ok) {
          accepted++;
          expect({ value: reading.value }).toEqual(native);
        } else {
          const isJson = reading.problems.every(({ code }) => besidesSyntax.includes(code));
          expect(isJson).toBe(native !== undefined);
        }
      }),
      { seed: 3, numRuns: 30_000 },
    );
    expect(accepted).toBeGreaterThan(1000);
  });

  test.each([
    ["", "empty", "1:1"],
    [" \n ", "empty", "2:2"],
    ["[1] 2", "trailing_data", "1:5"],
    ['{"a":1}\n{"a":2}', "trailing_data", "2:1"],
    ["\ufeff{}", "byte_order_mark", "1:1"],
    ["[0,\n1e400]", "number_out_of_range", "2:1"],
    ['{"a":1,\n "\\u0061":2}', "duplicate_name", "2:2"],
    ['["\\ud83d", 1]', "lone_surrogate", "1:3"],
    ['["\\ude00\\ud83d"]', "lone_surrogate", "1:3"],
    ['["x\ud83d"]', "lone_surrogate", "1:4"],
    ['["\ud83d\\ude00"]', "lone_surrogate", "1:3"],
    ['{"\\udead":1}', "lone_surrogate", "1:3"],
    ['["\0"]', "syntax", "1:3"],
    ["[1\0]", "syntax", "1:3"],
    ['{"a":[1,', "syntax", "1:9"],
    ['{"a":"b', "syntax", "1:6"],
    ["[1}", "syntax", "1:3"],
    ['["\\N"]', "syntax", "1:3"],
    ['["\\U0041"]', "syntax", "1:3"],
    ['["\\ud83d\\UDE00"]', "lone_surrogate", "1:3"],
  ])("refuses %j as %s at %s", (text, code, place) => {
    const [problem] = problemsOf(text);
    expect([problem?.code, `${problem?.line}:${problem?.column}`]).toEqual([code, place]);
  });

  test.each([
    ["[1,]", "Remove the trailing comma"],
    ['{"a":1,\n}', "Remove the trailing comma"],
    ["{'a':1}", "Use straight double quotes"],
    ["[“a”]", "Use straight double quotes"],
    ["// why\n1", "Remove the comment; JSON has none"],
    ["[1 /* one */]", "Remove the comment; JSON has none"],
    ["{a:1}", "Put the name in double quotes"],
    ["{1:1}", "Put the name in double quotes"],
    ["[NaN]", "Leave the member out, or send a finite number"],
    ["[-Infinity]", "Leave the member out, or send a finite number"],
    ['{"a":undefined}', "Leave the member out, or send a finite number"],
    ["[007]", "Remove the leading zeros"],
    ["[-01]", "Remove the leading zeros"],
    ["[.5]", "Write a decimal number with digits around the point and no plus sign"],
    ["[0x10]", "Write a decimal number with digits around the point and no plus sign"],
    ["[True]", "Write true, false and null in lower case"],
    ["[None]", "Write null"],
    ["[ok]", "Put strings in double quotes"],
    ['{"a"=1}', "Put a colon between name and value"],
    ['{"a":1 "b":2}', "Add the missing comma or colon"],
    ['{"a":}', "Add what is missing before it"],
    ["[\u00a01]", "Remove the character, or use a plain space"],
    ['"a\nb"', 'Write it as "\\n", or close the string before it'],
    ['"C:\\dir"', 'Write a backslash as "\\\\"'],
    ['{"a":[1', "Close what is open with ]}, or send the whole text"],
    ['{"a":"b', "Close the string, or send the whole text"],
    ['{"a":"b\\', "Close the string, or send the whole text"],
    ['{"a":"b\\u00', "Close the string, or send the whole text"],
  ])("advises on %j: %s", (text, hint) => {
    expect(problemsOf(text)[0]?.hint).toBe(hint);
  });

  test.each([
    ["\\ud83d\\ude00", 0],
    ["\ud83d\ude00", 0],
    ["\\uDBFF\\uDFFF\\uD800\\uDC00", 0],
    ["\\udc00\\udc00", 2],
    ["\udc00\udc00", 2],
    ["\\ud800\\udbff", 2],
    ["\ud800\udbff", 2],
    ["\\ud800\\ud800\\udc00", 1],
    ["\ud800\ud800\udc00", 1],
    ["\\ud800\udc00", 2],
    ["\\ud800\\n\\udc00", 2],
  ])("pairs the surrogates in %j, which leaves %i alone", (inside, alone) => {
    expect(problemsOf(`"${inside}"`)).toHaveLength(alone);
  });

  test("says what it expected and what it received", () => {
    expect(problemsOf('{"turn": {"id": 1,\n  "id": 2}}')).toEqual([
      {
        code: "duplicate_name",
        path: "/turn/id",
        line: 2,
        column: 3,
        offset: 21,
        expected: "each name once in an object",
        received: '"id" again, first at line 1, column 11',
        message:
          "Cannot accept a repeated name: expected each name once in an object " +
          'but received "id" again, first at line 1, column 11',
      },
    ]);
  });

  test("points at the value inside of arrays and objects, with escaped names", () => {
    expect(problemsOf('{"a/b":[0,{"~":[1e999]}]}').map(({ path }) => path)).toEqual(["/a~1b/1/~0/0"]);
  });

  test("keeps names that objects inherit as ordinary properties", () => {
    const value = parsed('{"__proto__":{"polluted":true},"toString":1,"constructor":null}') as object;
    expect(Object.keys(value)).toEqual(["__proto__", "toString", "constructor"]);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect("polluted" in value).toBe(false);
  });

  test("goes on after a repeated name but stops at the first syntax error", () => {
    const codes = problemsOf('{"a":"\\ud800","a":1,"b":1e999,"b":,"b":2}').map(({ code }) => code);
    const found = ["lone_surrogate", "duplicate_name", "number_out_of_range", "duplicate_name", "syntax"];
    expect(codes).toEqual(found);
  });

  test("reads on after a byte order mark", () => {
    expect(problemsOf("\ufeff[1e999]").map(({ code }) => code)).toEqual([
      "byte_order_mark",
      "number_out_of_range",
    ]);
  });

  test("reports at most 100 problems", () => {
    expect(problemsOf(`{${'"a":1,'.repeat(500)}"a":1}`)).toHaveLength(100);
    expect(problemsOf(`"${"\\ud800".repeat(500)}"`)).toHaveLength(100);
  });
});

describe("parseIJson against hostile text", () => {
  test("refuses a million opening brackets at the depth limit", () => {
    const [problem, ...more] = problemsOf("[".repeat(1_000_000));
    expect(more).toEqual([]);
    expect(problem).toMatchObject({ code: "too_deep", offset: 64, path: "/0".repeat(64) });
  });

  test("counts depth exactly", () => {
    const nested = (depth: number) => `${"[".repeat(depth)}${"]".repeat(depth)}`;
    expect(problemsOf(nested(64))).toEqual([]);
    expect(problemsOf(nested(65))).toHaveLength(1);
    expect(problemsOf("1", { maxDepth: 0 })).toEqual([]);
    expect(problemsOf("{}", { maxDepth: 0 })).toHaveLength(1);
  });

  test("survives a depth limit beyond the call stack", () => {
    const depth = 1_000_000;
    const reading = parseIJson("[".repeat(depth) + "]".repeat(depth), { maxDepth: depth });
    expect(reading.ok).toBe(true);
  });

  test("refuses 20 MB by their length alone", () => {
    expect(problemsOf(`"${"x".repeat(20_000_000)}"`)).toMatchObject([
      { code: "too_large", expected: "at most 16777216 UTF-16 code units", received: "20000002" },
    ]);
  });

  test("reads a string, a number and a name of 10 MB", () => {
    const long = "7".repeat(10_000_000);
    expect(parsed(`"${long}"`)).toBe(long);
    expect(problemsOf(long)).toMatchObject([{ code: "number_out_of_range" }]);
    const [problem] = problemsOf(`{"${long}":1,"${long}":2}`);
    expect(problem?.message.length).toBeLessThan(250);
  });

  test("treats a limit that is not a number as refusing everything", () => {
    expect(problemsOf("1", { maxLength: Number.NaN })).toMatchObject([{ code: "too_large" }]);
    expect(problemsOf("[]", { maxDepth: Number.NaN })).toMatchObject([{ code: "too_deep" }]);
  });
});
