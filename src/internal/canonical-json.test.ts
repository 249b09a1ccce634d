import canonicalize from "canonicalize";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson } from "./canonical-json.ts";

/** The number with these bits, as RFC 8785 writes its samples down. */
function fromBits(hex: string): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, BigInt(`0x${hex}`));
  return view.getFloat64(0);
}

describe("canonicalJson on the facts of RFC 8785", () => {
  test.each([
    ["0000000000000000", "0"],
    ["8000000000000000", "0"],
    ["0000000000000001", "5e-324"],
    ["8000000000000001", "-5e-324"],
    ["7fefffffffffffff", "1.7976931348623157e+308"],
    ["ffefffffffffffff", "-1.7976931348623157e+308"],
    ["4340000000000000", "9007199254740992"],
    ["c340000000000000", "-9007199254740992"],
    ["4430000000000000", "295147905179352830000"],
    ["44b52d02c7e14af5", "9.999999999999997e+22"],
    ["44b52d02c7e14af6", "1e+23"],
    ["44b52d02c7e14af7", "1.0000000000000001e+23"],
    ["444b1ae4d6e2ef4e", "999999999999999700000"],
    ["444b1ae4d6e2ef4f", "999999999999999900000"],
    ["444b1ae4d6e2ef50", "1e+21"],
    ["3eb0c6f7a0b5ed8c", "9.999999999999997e-7"],
    ["3eb0c6f7a0b5ed8d", "0.000001"],
    ["41b3de4355555553", "333333333.3333332"],
    ["41b3de4355555554", "333333333.33333325"],
    ["41b3de4355555555", "333333333.3333333"],
    ["41b3de4355555556", "333333333.3333334"],
    ["41b3de4355555557", "333333333.33333343"],
    ["becbf647612f3696", "-0.0000033333333333333333"],
    ["43143ff3c1cb0959", "1424953923781206.2"],
  ])("writes the number %s as %s (appendix B)", (bits, text) => {
    expect(canonicalJson(fromBits(bits))).toBe(text);
  });

  test.each(["7fffffffffffffff", "7ff0000000000000", "fff0000000000000"])("refuses the number %s", (bits) => {
    expect(() => canonicalJson(fromBits(bits))).toThrow(TypeError);
  });

  test("sorts names by UTF-16 code units (section 3.2.3)", () => {
    const text = canonicalJson({
      "\u20ac": "Euro Sign",
      "\r": "Carriage Return",
      "\ufb33": "Hebrew Letter Dalet With Dagesh",
      "1": "One",
      "\ud83d\ude00": "Emoji: Grinning Face",
      "\u0080": "Control",
      "\u00f6": "Latin Small Letter O With Diaeresis",
    });
    expect([...text.matchAll(/:"(.*?)"/g)].map(([, value]) => value)).toEqual([
      "Carriage Return",
      "One",
      "Control",
      "Latin Small Letter O With Diaeresis",
      "Euro Sign",
      "Emoji: Grinning Face",
      "Hebrew Letter Dalet With Dagesh",
    ]);
  });

  // Inputs as JSON text, as the author of the RFC publishes them.
  test.each([
    [
      "the sample of section 3.2.2",
      String.raw`{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],
        "string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}`,
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        String.raw`"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    ],
    ["arrays", '[ 56, { "d": true, "10": null, "1": [ ] } ]', '[56,{"1":[],"10":null,"d":true}]'],
    [
      "french",
      '{"peach":"This sorting order","péché":"is wrong","pêche":"but MUST","sin":"ignore locale"}',
      '{"peach":"This sorting order","péché":"is wrong","pêche":"but MUST","sin":"ignore locale"}',
    ],
    [
      "structures",
      '{"1":{"f":{"f":"hi","F":5},"\\n":56.0},"10":{},"":"empty","a":{},"111":[{}],"A":{}}',
      '{"":"empty","1":{"\\n":56,"f":{"F":5,"f":"hi"}},"10":{},"111":[{}],"A":{},"a":{}}',
    ],
    ["unicode", '{"Unnormalized Unicode":"\\u1e0d\\u0307"}', '{"Unnormalized Unicode":"\u1e0d\u0307"}'],
    [
      "values",
      String.raw`{"numbers":[1E30,4.50,333333333.33333329,2e-3,0.000000000000000000000000001],
        "escaping":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}`,
      String.raw`{"escaping":"€$\u000f\nA'B\"\\\\\"/","literals":[null,true,false],` +
        `"numbers":[1e+30,4.5,333333333.3333333,0.002,1e-27]}`,
    ],
    [
      "weird",
      String.raw`{"\u20ac":"Euro Sign","1":"One","\u0080":"Control\u007f","\ud83d\ude02":"Smiley",
        "\u00f6":"Diaeresis","\ufb33":"Dagesh","</script>":"Browser Challenge"}`,
      '{"1":"One","</script>":"Browser Challenge","\u0080":"Control\u007f","ö":"Diaeresis",' +
        '"€":"Euro Sign","😂":"Smiley","\ufb33":"Dagesh"}',
    ],
  ])("canonicalizes the published example: %s", (_, input, output) => {
    expect(canonicalJson(JSON.parse(input))).toBe(output);
  });
});

describe("canonicalJson", () => {
  test("agrees with another implementation on every JSON value", () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: "binary", maxDepth: 5 }), (value) => {
        expect(canonicalJson(value)).toBe(canonicalize(value));
      }),
      { seed: 11, numRuns: 5000 },
    );
  });

  test("keeps the value and forgets the order of its members", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue(), { noNullPrototype: true }), (object) => {
        const text = canonicalJson(object);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(object)));
        const backwards = Object.fromEntries(Object.entries(object).reverse());
        expect(canonicalJson(backwards)).toBe(text);
      }),
      { seed: 12, numRuns: 2000 },
    );
  });

  test("takes undefined members for absent and ignores toJSON of prototypes", () => {
    expect(canonicalJson({ b: undefined, a: 1 })).toBe('{"a":1}');
    expect(canonicalJson(Object.assign(Object.create(null), { a: -0 }))).toBe('{"a":0}');
  });

  test("writes a value that stands in several places", () => {
    const part = { a: [1] };
    expect(canonicalJson([part, part, { part }])).toBe('[{"a":[1]},{"a":[1]},{"part":{"a":[1]}}]');
  });

  test.each([
    ["NaN", { a: [1, Number.NaN] }, '"/a/1": expected a finite number but received NaN'],
    ["an undefined item", [undefined], '"/0": expected a JSON value but received nothing'],
    ["a hole", Array(1), '"/0": expected a JSON value but received nothing'],
    ["nothing", undefined, '"": expected a JSON value but received nothing'],
    ["a BigInt", { n: 10n }, '"/n": expected a JSON value but received a bigint'],
    ["a function", { toJSON: () => 1 }, '"/toJSON": expected a JSON value but received a function'],
    ["a symbol", [Symbol("s")], '"/0": expected a JSON value but received a symbol'],
    [
      "a Date",
      { "a/b": { "~": new Date(0) } },
      '"/a~1b/~0": expected a plain object or an array but received an object of class "Date"',
    ],
    ["a Map", new Map(), '"": expected a plain object or an array but received an object of class "Map"'],
    [
      "a boxed string",
      [Object("s")],
      '"/0": expected a plain object or an array but received an object of class "String"',
    ],
    ["a lone surrogate", ["\ud800"], '"/0": expected text without lone surrogates but received "\\ud800"'],
    [
      "a lone surrogate in a name",
      { "\udc00": 1 },
      '"/\\udc00": expected text without lone surrogates but received "\\udc00"',
    ],
  ])("refuses %s with its address", (_, value, message) => {
    expect(() => canonicalJson(value)).toThrow(new TypeError(`Cannot canonicalize the value at ${message}`));
  });

  test("refuses cycles and endless nesting instead of overflowing the stack", () => {
    const cycle: { next: unknown[] } = { next: [] };
    cycle.next.push({ back: cycle });
    expect(() => canonicalJson(cycle)).toThrow(
      'at "/next/0/back": expected a value that does not contain itself',
    );

    let deep: unknown = 1;
    for (let level = 0; level < 100_000; level++) deep = [deep];
    expect(() => canonicalJson(deep)).toThrow("expected at most 1000 levels of nesting");
  });
});
